"""The values that a call can give to the options of a block template."""

from __future__ import annotations

from pathlib import Path

import pytest
from markupsafe import Markup

from briefs.compose.looks.block_template import BlockTemplate, BlockTemplateFrontMatter
from briefs.compose.template.option_values import given_faults, value_fault
from tests.compose.builders import linted, refused

FRONT = {
    "prints": "any",
    "options": {"notes": 0, "few": 3, "tick": True, "caption": "Words", "before": "", "marks": {}, "note_for": None},
    "most": {"notes": 15},
}
LOOK = BlockTemplate("asked", "blocks/asked.html", BlockTemplateFrontMatter.model_validate(FRONT), "<p/>", 6)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("notes", 0),
        ("notes", 15),
        ("few", 1000),
        ("tick", False),
        ("before", ""),
        ("caption", Markup("Words")),
        ("marks", {"a": "b"}),
        ("note_for", 3),
        ("unknown", 3),
    ],
)
def test_a_value_of_the_type_of_the_default_is_right(option: str, value: object) -> None:
    assert value_fault(LOOK, option, value) is None


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("notes", -1, "notes=-1 of asked(…) is not a whole number from 0 to 15"),
        ("notes", 500, "notes=500 of asked(…) is not a whole number from 0 to 15"),
        ("notes", "x", 'notes="x" of asked(…) is not a whole number from 0 to 15'),
        ("notes", 2.5, "notes=2.5 of asked(…) is not a whole number from 0 to 15"),
        ("notes", True, "notes=true of asked(…) is not a whole number from 0 to 15"),
        ("few", -3, "few=-3 of asked(…) is not a whole number from 0"),
        ("tick", "no", 'tick="no" of asked(…) is not true or false'),
        ("tick", 1, "tick=1 of asked(…) is not true or false"),
        ("caption", 7, "caption=7 of asked(…) is not words in quotation marks"),
        ("caption", True, "caption=true of asked(…) is not words in quotation marks"),
    ],
)
def test_any_other_value_is_a_fault(option: str, value: object, message: str) -> None:
    [fault] = given_faults({option: value}, LOOK)
    assert (fault.code, fault.message) == ("option-value", message)
    assert fault.hint.startswith(f"write {option}=")


@pytest.mark.parametrize("value", ["", " ", "\u00a0"])
def test_words_are_not_left_empty(value: str) -> None:
    [fault] = given_faults({"caption": value}, LOOK)
    assert (fault.code, fault.message) == ("option-value", f'caption="{value}" of asked(…) has no words')
    assert fault.hint == "write what it prints, or leave caption out"


def test_an_empty_caption_is_reported_where_the_call_stands(tmp_path: Path) -> None:
    asked = {"asked": "---\nprints: any\noptions: {caption: Words}\n---\n<p>{{ blocks[0] }}{{ caption }}</p>\n"}
    assert linted(tmp_path, '{{ asked("rec.tides", caption="") }}\n', block_templates=asked) == (
        'templates/captains.md:13: error: caption="" of asked(…) has no words [option-value]\n'
        "  hint: write what it prints, or leave caption out"
    )


ASKED = {"asked": "---\nprints: any\noptions: {notes: 0}\nmost: {notes: 15}\n---\n<p>{{ blocks[0] }}{{ notes }}</p>\n"}


@pytest.mark.parametrize("value", ["-1", '"x"', "500", "[3]", "4 + 12"])
def test_a_wrong_value_is_reported_where_the_call_stands(tmp_path: Path, value: str) -> None:
    report = linted(tmp_path, f'{{{{ asked("rec.tides", notes={value}) }}}}\n', block_templates=ASKED)
    assert report.startswith("templates/captains.md:13: error: notes=")
    assert report.endswith(
        "of asked(…) is not a whole number from 0 to 15 [option-value]\n  hint: write notes=15, or leave it out"
    )


def test_a_wrong_value_that_only_running_the_template_reveals_is_reported_there(tmp_path: Path) -> None:
    body = '\n{% for n in [500] %}\n{{ asked("rec.tides", notes=n) }}\n{% endfor %}'
    assert refused(tmp_path, body, ASKED) == (
        "templates/captains.md:15: error: notes=500 of asked(…) is not a whole number from 0 to 15 [option-value]\n"
        "  hint: write notes=15, or leave it out"
    )
