"""The look of the page of an audit: for screens from 320 px, light and dark, and for print. It loads nothing."""

LINES = 6
"""For so many audiences, the lines below their passages differ."""

STYLE = """:root { color-scheme: light dark; --text: #1a1a1a; --quiet: #484848; --rule: #8c8c8c; --ground: #fff;
 --head: #1f3a5f; --band: #f1f4f8; --good: #0f5132; --warn: #7a3e00; --one: #fdf3d0; --two: #fbdd8f; --three: #f3b845;
 --l1: #1f5fa8; --l2: #a8441f; --l3: #1b6b36; --l4: #7a3fa8; --l5: #0f6e6e; --l6: #5f5200 }
@media (prefers-color-scheme: dark) {
 :root { --text: #ececec; --quiet: #c4c4c4; --rule: #7a7a7a; --ground: #16181b; --head: #a9c4ea; --band: #22262c;
  --good: #8fd3ae; --warn: #f2b880; --one: #38321c; --two: #594814; --three: #6b4f0a;
  --l1: #8fbcf5; --l2: #f5a987; --l3: #8fdcaa; --l4: #d0aff5; --l5: #8fdcdc; --l6: #e0cf70 }
}
* { box-sizing: border-box }
html { font: 100%/1.5 Carlito, Calibri, "Segoe UI", system-ui, "DejaVu Sans", sans-serif; background: var(--ground);
 color: var(--text); text-size-adjust: 100% }
body { max-width: 76rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word }
h1, h2, h3, h4 { line-height: 1.25; color: var(--head); margin: 1.6rem 0 .4rem; text-wrap: balance }
h1 { font-size: clamp(1.4rem, 1.1rem + 1.6vw, 1.9rem); border-top: 4px solid; padding-top: .6rem; margin-top: 0 }
h2 { font-size: 1.3rem; border-top: 1px solid var(--rule); padding-top: .8rem }
h3 { font-size: 1.05rem }
h4 { font-size: 1rem }
p, ul { margin: 0 0 .7rem; max-width: 48rem }
ul { padding-left: 1.2rem }
a { color: inherit; text-underline-offset: .15em }
nav ul { columns: 18rem; list-style: none; padding: 0 }
nav li { break-inside: avoid; padding: .15rem 0 }
:focus-visible { outline: 2px solid var(--head); outline-offset: 2px }
.wide { overflow-x: auto; margin: 0 0 1rem }
table { border-collapse: collapse; font-size: .9rem; min-width: 100% }
caption { text-align: left; font-weight: bold; padding: .3rem 0 }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--rule) }
thead th { border-bottom: 2px solid var(--head); color: var(--head); background: var(--ground) }
tbody th { font-weight: normal; min-width: 9rem }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
tbody tr:nth-child(even) { background: var(--band) }
.id { font-family: "DejaVu Sans Mono", ui-monospace, monospace; font-size: .85em }
.quiet { color: var(--quiet); font-size: .875rem }
.printed { color: var(--good); font-weight: bold }
.left-out { color: var(--warn); font-weight: bold }
.excluded, .not-asked-for { color: var(--quiet) }
.report p { position: relative }
.report .label { display: block; color: var(--quiet); font-size: .75rem }
.report p { line-height: 1.95 }
.report .label { line-height: 1.4 }
mark { color: inherit; padding: .05em .15em 9px; box-decoration-break: clone; -webkit-box-decoration-break: clone;
 background-repeat: no-repeat; background-size: 100% 2px;
 background-image: repeating-linear-gradient(90deg, var(--d, transparent) 0 6px, transparent 6px 12px),
  repeating-linear-gradient(90deg, var(--e, transparent) 0 6px, transparent 6px 12px),
  repeating-linear-gradient(90deg, var(--f, transparent) 0 6px, transparent 6px 12px),
  linear-gradient(var(--a, transparent) 0 0), linear-gradient(var(--b, transparent) 0 0),
  linear-gradient(var(--c, transparent) 0 0);
 background-position: 0 calc(100% - 6px), 0 calc(100% - 3px), 0 100% }
.line-1 { --a: var(--l1) } .line-2 { --b: var(--l2) } .line-3 { --c: var(--l3) }
.line-4 { --d: var(--l4) } .line-5 { --e: var(--l5) } .line-6 { --f: var(--l6) }
mark.by-1 { background-color: var(--one) } mark.by-2 { background-color: var(--two) }
mark.by-3 { background-color: var(--three) }
.nobody { color: var(--quiet); text-decoration: underline dotted 1px var(--rule);
 text-underline-offset: .3em }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1.5rem; line-height: 2.1 }
.who { font-size: .7rem; font-weight: bold; border: 1px solid; border-radius: .2em; padding: 0 .2em; margin-right: .2em;
 white-space: nowrap }
details { margin: 0 0 .7rem }
summary { cursor: pointer; padding: .2rem 0; width: fit-content; color: var(--head) }
@media print {
 :root { --text: #000; --quiet: #404040; --rule: #8c8c8c; --ground: #fff; --head: #1f3a5f; --band: #fff;
  --good: #0f5132; --warn: #7a3e00; --one: #fdf3d0; --two: #fbdd8f; --three: #f3b845;
  --l1: #1f5fa8; --l2: #a8441f; --l3: #1b6b36; --l4: #7a3fa8; --l5: #0f6e6e; --l6: #5f5200 }
 body { max-width: none; padding: 0; font-size: .85rem } nav { display: none } .wide { overflow: visible }
 tr, li { break-inside: avoid } thead { display: table-header-group } h2, h3, h4 { break-after: avoid }
 mark { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}"""
