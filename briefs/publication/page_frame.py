"""What published pages have in common: their frame, and a look that fits screens of 320 px and up, light and dark.

A page asks for nothing but itself: its style is in it, and it has no script.
"""

from __future__ import annotations

from html import escape

from briefs.model.web_policy import POLICY

STYLE = """:root { color-scheme: light dark; --text: #1a1a1a; --quiet: #404040; --rule: #8c8c8c; --ground: #ffffff;
 --head: #1f3a5f }
@media (prefers-color-scheme: dark) {
 :root { --text: #e8e8e8; --quiet: #c4c4c4; --rule: #7a7a7a; --ground: #16181b; --head: #a9c4ea }
}
* { box-sizing: border-box }
html { font: 100%/1.5 Carlito, Calibri, "Segoe UI", system-ui, "DejaVu Sans", sans-serif; background: var(--ground);
 color: var(--text); text-size-adjust: 100% }
body { max-width: 44rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word }
h1, h2, h3 { line-height: 1.2; color: var(--head); margin: 0; text-wrap: balance }
h1 { font-size: clamp(1.4rem, 1.1rem + 1.6vw, 1.9rem); border-top: 4px solid; padding-top: .6rem; margin-bottom: 1rem }
h2 { font-size: 1.2rem; margin-bottom: .3rem }
h3 { font-size: 1rem; margin-top: .8rem }
p, ul { margin: 0 0 .6rem }
ul { padding-left: 1.2rem }
li { margin-bottom: .2rem; padding: .1rem 0 }
li > ul { margin: 0 }
a { color: inherit; text-underline-offset: .15em }
h2 a { color: var(--head) }
:focus-visible { outline: 2px solid var(--head); outline-offset: 2px }
article { border-top: 1px solid var(--rule); padding: 1rem 0 .6rem }
.series { font-weight: bold; color: var(--head); margin: 0 }
.identity, .about, details, footer { font-size: .875rem; color: var(--quiet) }
summary { cursor: pointer; padding: .3rem 0; width: fit-content }
footer { border-top: 1px solid var(--rule); padding-top: .8rem }
@media print { :root { --text: #1a1a1a; --quiet: #404040; --rule: #8c8c8c; --ground: #fff; --head: #1f3a5f }
 body { max-width: none; padding: 0 } article { break-inside: avoid } }"""


def page_html(language: str, title: str, head: tuple[str, ...], body: str) -> str:
    """A page with this `language` (BCP 47) and `title`; `head` are more elements of its head, `body` is its content."""
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(language)}">',
            "<head>",
            '<meta charset="utf-8">',
            f"<title>{escape(title, quote=False)}</title>",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            POLICY,
            '<meta name="color-scheme" content="light dark">',
            *head,
            f"<style>\n{STYLE}\n</style>",
            "</head>",
            "<body>",
            body,
            "</body>",
            "</html>",
            "",
        ]
    )
