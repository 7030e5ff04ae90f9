"""The first template of a report: what it says in a language, and the file that it is."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import yaml
from pydantic import Field

from briefs.model.block_fields import Model, Text

FOLDER = Path(__file__).parent
USUAL = "en"
"""The language of the house, for reports in languages without a file."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_REMARK = """\
{# Each call prints all accepted blocks of the kinds that it names; a heading with nothing below it is left out.
   Name blocks instead, as in {{ statements("es.02") }}, where you want to choose: other calls then leave them to it.
   If there is no room for all, those at the end of sections with cut=1 go first: `briefs fit` shows them. #}
"""


_WORDS = re.compile(r'(?!kind)\b\w+="([^"]+)"')
"""The words that a call gives to an option."""


class StarterSection(Model):
    """A section: its heading, a name that stays, how early it loses units (1 first), and what it prints."""

    id: Text
    heading: Text
    cut: int | None = Field(default=None, ge=1)
    calls: tuple[Text, ...] = Field(min_length=1)


class Starter(Model):
    """What the first template of a report has in one language."""

    reader: Text
    series: Text
    code: Text
    sections: tuple[StarterSection, ...] = Field(min_length=1)


@cache
def starter_for(language: str) -> Starter:
    """The starter for the language with this BCP 47 tag, or for English if there is none."""
    primary = language.partition("-")[0].lower()
    path = FOLDER / f"{primary}.yaml"
    if not primary.isalpha() or not path.is_file():
        path = FOLDER / f"{USUAL}.yaml"
    return Starter.model_validate(yaml.load(path.read_text(encoding="utf-8"), _LOADER))


@cache
def starter_words() -> frozenset[str]:
    """Everything that starters print in words of their own, in all languages: names of kinds of block, and no more."""
    starters = [starter_for(path.stem) for path in FOLDER.glob("*.yaml")]
    sections = [section for starter in starters for section in starter.sections]
    options = (found[1] for section in sections for call in section.calls for found in _WORDS.finditer(call))
    return frozenset((*(section.heading for section in sections), *options))


def starter_template(starter: Starter, title: str, longest: int, audience: str) -> str:
    """A template for `audience` that prints whatever is accepted; its title has at most `longest` words of `title`."""
    words = title.replace("{", "(").replace("}", ")").split()
    short = " ".join(words) if len(words) <= longest else f"{' '.join(words[:longest])} …"
    fields = {
        "audience": audience,
        "reader": starter.reader,
        "series": starter.series,
        "code": starter.code,
        "title": short,
        "short_title": short,
        "subject": short,
    }
    front = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    body = [_REMARK]
    for section in starter.sections:
        cut = f" cut={section.cut}" if section.cut else ""
        body.append(f"## {section.heading} {{id={section.id}{cut}}}\n")
        body += [f"{{{{ {call} }}}}\n" for call in section.calls]
    return "\n".join(["---", *front, "pages: 2", "---", *body])
