"""A project in an invented language, so that every other word in its briefs must come from the program.

Its words have the letters z, q and x only. It has all that makes the program print words of its own: notes, tables,
figures, lines to complete, offices that clear, a conflict in the report, and more than its pages hold.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.builders import write_project

ALPHABET = "zqx"
LANGUAGE = "qaa-x-invented"
"""`qaa` is for private use (ISO 639-2)."""

POINTS = 60
"""Paragraphs of the report that the brief prints, if there is room."""


def word(number: int) -> str:
    """The word that stands for `number`, another one for each."""
    letters = ALPHABET[number % 3]
    while number := number // 3:
        letters += ALPHABET[number % 3]
    return f"q{letters}z"


def sentence(number: int, words: int = 24) -> str:
    """A sentence that has no word in common with those of other numbers."""
    said = " ".join(word(1000 * number + 100 + at) for at in range(words))
    return f"{said[0].upper()}{said[1:]}."


def anchor(number: int) -> str:
    """The whole sentence, as an anchor."""
    words = sentence(number).rstrip(".").split()
    return f"{' '.join(words[:3])} … {' '.join(words[-3:])}"


def _first(number: int) -> str:
    return " ".join(sentence(number).split()[:2])


def _short(number: int) -> str:
    return f"{' '.join(sentence(number).split()[:6])}."


ITEMS, NOTED, STEPS, FOOTNOTE, CONFLICT = range(POINTS, POINTS + 5)


def _report() -> str:
    points = "\n\n".join(map(sentence, range(POINTS)))
    rows = "\n".join(f"{word(at)} {word(at + 9)} {word(at + 18)}\t{word(50 + at % 3)}" for at in range(9))
    return f"""Zqxx

{points}

a) {sentence(ITEMS)}

b) {sentence(CONFLICT)}

Xqxx

{sentence(NOTED)}¹

¹ {sentence(FOOTNOTE)}

1. {sentence(STEPS)}

Qqxx

{rows}
"""


HINTS = f"""title: Zqzq xzxz
issuer: Xqqx
citation: "*Zqzq xzxz*, Xqqx"
about: {{text: Zxx qqz, anchor: "{anchor(0)}"}}
outline:
  - {{text: Zqxx, level: 1, label: Z}}
  - {{text: Xqxx, level: 1, label: X, numbered_as: X}}
  - {{text: Qqxx, level: 1, label: Q}}
tables:
  - {{section: Qqxx, columns: [zz, xx]}}
"""

HOUSE = f"""issuer: Xqqx
contact: {{name: Zqqz, telephone: "+41 22 000 00 00"}}
reference: XQ/{{code}}
language: {LANGUAGE}
language_name: Xzxz
version: {{draft: 0.1, cleared: 1.0}}
date: 2010-05-04
status: {{draft: "ZXZ {{version}}", cleared: "QXQ {{date}}"}}
running_status: {{draft: Zxz, cleared: Qxq}}
distribution: {{draft: Zzq, cleared: Zzx}}
attribution: Xxz zqqx.
offices: [Zqz, Xqx]
"""

FRONT = """---
audience: zqx
reader: Zqx
series: Zqxz
title: Zzz qqq xxx
code: ZQ
short_title: Zzz qqq
subject: Zzqq
keywords: [xxq]
pages: 2
gaps: {heading: Zqzqz, lines: [Xqz, Zqx]}
---
"""

_HALF = POINTS // 2

TEMPLATE = f"""{FRONT}
## Zzxx {{.decision}}

{{{{ zzasks("zz.zzq") }}}}

## Zqqq

{{{{ timeline("zz.qq") }}}}

{{{{ pillars_diagram("zz.qx") }}}}

{{{{ participants_chart("zz.qz", others="Zxqz") }}}}

## Zqxq

{{{{ zzterms("zz.xq", "zz.xx", notes={{"zz.xq": "zz.xz"}}) }}}}

## Zqzz

{{{{ statements("zz.zq", "zz.zzq", weight="must") }}}}

## Qqqq {{cut=1}}

{{{{ statements({", ".join(f'"zz.q{at}"' for at in range(_HALF))}) }}}}

## Xxxx {{cut=2}}

{{{{ statements({", ".join(f'"zz.q{at}"' for at in range(_HALF, POINTS))}, form="verbatim") }}}}
"""

VIEWS = {
    "zzasks": """---
prints: any
---
{% if status == "draft" %}
<table class="asks" data-rows="numbered" data-widths="60 40">
<thead><tr><th>Zz</th><th>Qq</th></tr></thead>
<tbody>
{% for b in blocks %}
<tr><th>{{ b.form("ask") }}</th><td><input type="checkbox" aria-label="Qqz"/></td></tr>
{% endfor %}
</tbody>
</table>
{% else %}
<ol>
{% for b in blocks %}
<li>{{ b.form("ask") }}</li>
{% endfor %}
</ol>
{% endif %}
""",
    "zzterms": """---
prints: [term, statement]
options: {notes: {}}
---
<table class="glossary" data-widths="20 30 30 20">
<caption>Zzxq</caption>
<thead><tr><th>Xq</th><th>Zq</th><th>Qz</th><th>Qx</th></tr></thead>
<tbody>
{% for b in blocks %}
<tr><th>Zq{% if b.id in notes %}{{ note(notes[b.id]) }}{% endif %}</th><td>{{ b.text }}</td><td></td><td></td></tr>
{% endfor %}
</tbody>
</table>
""",
}


def _blocks() -> dict[str, str]:
    """Files of blocks; ids are in the language too, since drafts print them."""

    def listed(kind: str, *blocks: str) -> str:
        return f"kind: {kind}\nblocks:\n" + "".join(f"  - {{{block}}}\n" for block in blocks)

    def block(name: str, number: int, more: str = "") -> str:
        return f'id: zz.{name}, anchor: "{anchor(number)}"{more}'

    must = ", audiences: {zqx: must}"
    conflict = f", conflict: [zz.zx]{must}"
    point = ", point: Zqx zzq, printed: Xxz"
    other = f', other: {{anchor: "{anchor(STEPS)}"}}'
    term = f', term: Zqz, role: incumbent, in_favour: null, against: null, verdict: null, short: "{_short(NOTED)}"'
    row = f'anchor: {{text: "{word(8)} {word(17)} {word(26)}", in: Q row 9}}'
    portion = f"including: {{text: {word(53)}, affiliations: [{word(52)}], count: 3}}"
    caption = f', short: "{_short(2).rstrip(".")}"{must}'
    return {
        "fact": listed("fact", *(block(f"q{at}", at, f', short: "{_short(at)}"') for at in range(POINTS))),
        "statement": listed(
            "statement",
            block("xx", ITEMS, f', short: "{_short(ITEMS)}", conflict: [zz.zxx]{must}'),
            block("zq", CONFLICT, conflict),
        ),
        "conflict": listed("conflict", block("zx", CONFLICT, point + other), block("zxx", ITEMS, point)),
        "term": listed("term", block("xq", NOTED, term + must)),
        "definition": listed("definition", block("xz", FOOTNOTE, f", term: Zqz{must}")),
        "next_step": listed("next_step", block("zzq", STEPS, f', number: 1, ask: "{_short(STEPS)}"{conflict}')),
        "date": listed(
            "date", *(block(f"x{at}", at, f", when: {_first(at)}, sort: '201{at}'{must}") for at in range(3))
        ),
        "pillar": listed(
            "pillar", *(block(f"z{at}", at, f", number: {at}, title: {word(at)} {word(at)}{must}") for at in (1, 2))
        ),
        "participant_group": listed(
            "participant_group",
            f"id: zz.zxq, {row}, name: {word(50)}, affiliations: [{word(50)}, {word(52)}], count: 6, {portion}{must}",
            f"id: zz.zxz, {row}, name: {word(51)}, affiliations: [{word(51)}], count: 3{must}",
        ),
        "figure": listed(
            "figure",
            block("qq", 2, f"{caption}, of: [zz.x0, zz.x1, zz.x2]"),
            block("qx", 2, f"{caption}, of: [zz.z1, zz.z2]"),
            block("qz", 2, f"{caption}, of: [zz.zxq, zz.zxz]"),
        ),
    }


def write_invented_project(root: Path) -> Path:
    """The project, in `root`, with the style sheets of the repository, and its reference document if it has one."""
    project = write_project(root, _report(), HINTS, _blocks(), {"zqx": TEMPLATE}, HOUSE, VIEWS)
    reference = project / "templates" / "layout" / "reference.docx"
    if reference.is_symlink():  # one from outside the project would be refused
        original = reference.resolve()
        reference.unlink()
        shutil.copy(original, reference)
    return project


def is_invented(text: str) -> bool:
    """Whether a word could be one of the project's."""
    return set(text.casefold()) <= set(ALPHABET)


def words_of(text: str) -> Iterator[str]:
    """The words of `text`: letters, without digits and signs."""
    found = ""
    for character in f"{text} ":
        if character.isalpha():
            found += character
        elif found:
            yield found
            found = ""
