"""Write `docs/diagnostics.md` from the table of codes: `python -m scripts.diagnostics_page`, or `make docs`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefs.model.code import Code
from briefs.model.codes import STAGES

PAGE = Path(__file__).parents[1] / "docs" / "diagnostics.md"

_INTRODUCTION = """# Diagnostics

<!-- Generated from briefs/model/codes.py by `make docs`: change it there. -->

When something in your files is wrong, `briefs` says where, what, and how to put it right:

    seeds/…/blocks/benefits.yaml:16: error: anchor of "ben.states" matches nothing in the report [anchor-not-found]
      hint: nearest text is "For States, it would permit…" (IV › Framework versus implementation item 1)

The word in brackets at the end of a message is its code. Codes do not change, so you can search for them; here they are
listed in the order of the work. An error keeps briefs from being built; a warning does so only with `--strict`.
"""


def diagnostics_page() -> str:
    """The page that explains each code under a heading of its own, in Markdown."""
    return "\n".join([_INTRODUCTION, *_sections()])


def _sections() -> Iterator[str]:
    for heading, codes in STAGES.items():
        yield f"## {heading}\n"
        yield from (_section(name, code) for name, code in codes.items())


def _section(name: str, code: Code) -> str:
    meaning = code.meaning if code.severity == "error" else f"{code.meaning} (A {code.severity}.)"
    example = f"**For example:** {code.example}\n\n" if code.example else ""
    return f"### {name}\n\n{meaning}\n\n{example}**What to do:** {code.remedy}\n"


if __name__ == "__main__":
    PAGE.write_text(diagnostics_page(), encoding="utf-8")
    print(PAGE)
