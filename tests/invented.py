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

{sentence(STEPS)}

Qqxx

{rows}
"""


HINTS = """title: Zqzq xzxz
issuer: Xqqx
citation: "*Zqzq xzxz*, Xqqx"
outline:
  - {text: Zqxx, level: 1, label: Z}
  - {text: Xqxx, level: 1, label: X}
  - {text: Qqxx, level: 1, label: Q}
tables:
  - {section: Qqxx, columns: [zz, xx]}
"""

HOUSE = f"""issuer: Xqqx
contact: Xqqx, Zqqz
reference: XQ/{{code}}
language: {LANGUAGE}
language_name: Xzxz
version: "0.1"
date: 2010-05-04
status: {{draft: "ZXZ {{version}}", cleared: "QXQ {{date}}"}}
running_status: {{draft: Zxz, cleared: Qxq}}
distribution: {{draft: Zzq, cleared: Zzx}}
as_at: Zxx qqz.
chatham_house: Xxz zqqx.
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

{{{{ zzasks("zz.step") }}}}

## Zqqq

{{{{ timeline("zz.timeline") }}}}

{{{{ pillars_diagram("zz.pillars") }}}}

{{{{ participants_chart("zz.chart", others="Zxqz") }}}}

## Zqxq

{{{{ zzterms("zz.term", "zz.item", notes={{"zz.term": "zz.note"}}) }}}}

## Zqzz

{{{{ statements("zz.conflicting", weight="must") }}}}

## Qqqq {{cut=1}}

{{{{ statements({", ".join(f'"zz.p{at}"' for at in range(_HALF))}) }}}}

## Xxxx {{cut=2}}

{{{{ statements({", ".join(f'"zz.p{at}"' for at in range(_HALF, POINTS))}, form="verbatim") }}}}
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


_NOTHING = "in_favour: null, against: null, verdict: null"


def _blocks() -> dict[str, str]:
    def listed(kind: str, *blocks: str) -> str:
        return f"kind: {kind}\nblocks:\n" + "".join(f"  - {{{block}, audiences: {{zqx: must}}}}\n" for block in blocks)

    def block(name: str, number: int, more: str = "") -> str:
        return f'id: zz.{name}, anchor: "{anchor(number)}"{more}'

    points = (f'  - {{id: zz.p{at}, anchor: "{anchor(at)}", short: "{_short(at)}"}}\n' for at in range(POINTS))
    portion = f", including: {{text: {word(53)}, affiliations: [{word(52)}], count: 3}}"
    row = f'{{text: "{word(8)} {word(17)} {word(26)}", in: Q row 9}}'
    groups = (("one", 6, (50, 52), portion), ("two", 3, (51,), ""))
    other = f'{{anchor: "{anchor(1)}"}}'
    return {
        "point": "kind: fact\nblocks:\n" + "".join(points),
        "statement": listed(
            "statement",
            block("item", ITEMS, f', short: "{_short(ITEMS)}"'),
            block("conflicting", CONFLICT, ", conflict: [zz.conflict]"),
        ),
        "conflict": "kind: conflict\nblocks:\n"
        + f"  - {{{block('conflict', CONFLICT, f', point: Zqx zzq, printed: Xxz, other: {other}')}}}\n",
        "term": listed(
            "term",
            block(
                "term",
                NOTED,
                f', term: Zqz, role: incumbent, {_NOTHING}, short: "{_short(NOTED)}"',
            ),
        ),
        "definition": listed("definition", block("note", FOOTNOTE, ", term: Zqz")),
        "next_step": listed("next_step", block("step", STEPS, f', number: 1, ask: "{_short(STEPS)}"')),
        "date": listed("date", *(block(f"d{at}", at, f", when: Zzx {at}, sort: '201{at}'") for at in range(3))),
        "pillar": listed(
            "pillar", *(block(f"pillar{at}", at, f", number: {at}, title: {word(at)} {word(at)}") for at in (1, 2))
        ),
        "participant_group": listed(
            "participant_group",
            *(
                f"id: zz.{name}, anchor: {row}, name: {word(rows[0])}, "
                f"affiliations: [{', '.join(map(word, rows))}], count: {count}{more}"
                for name, count, rows, more in groups
            ),
        ),
        "figure": listed(
            "figure",
            *(
                block(name, 2, f', short: "{_short(2)}", of: [{", ".join(f"zz.{part}" for part in parts)}]')
                for name, parts in (
                    ("timeline", ("d0", "d1", "d2")),
                    ("pillars", ("pillar1", "pillar2")),
                    ("chart", ("one", "two")),
                )
            ),
        ),
    }


def write_invented_project(root: Path) -> Path:
    """The project, in `root`, with the style sheets and the reference document of the repository."""
    project = write_project(root, _report(), HINTS, _blocks(), {"zqx": TEMPLATE}, HOUSE, VIEWS)
    reference = project / "templates" / "layout" / "reference.docx"
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
