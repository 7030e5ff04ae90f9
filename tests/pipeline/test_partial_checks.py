"""What is found in a brief of a project with errors: all that is certain, and nothing that only they cause."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from briefs import pipeline
from briefs.model.diagnostics import DocumentError
from tests.builders import BLOCKS, HOUSE, front, write_project

FACT, ASK = BLOCKS["fact"], BLOCKS["recommendation"].replace("{clerks: never}", "{captains: should}")
GONE = {"fact": FACT.replace("Most keepers agreed … at", "Most sailors agreed … at"), "recommendation": ASK}
"""The blocks, of which the fact that captains must read has an anchor that matches nothing."""
SHOWN = '## Issue\n\n{{ statements("fact.timetable") }}\n'


def codes(root: Path, body: str, blocks: Mapping[str, str] = GONE, house: str = HOUSE, **fields: object) -> list[str]:
    """The codes of what is wrong with a project that has one brief, for captains, as long as it is not printed."""
    write_project(root, templates={"captains": front("captains", **fields) + body}, blocks=blocks, house=house)
    try:
        pipeline.build(pipeline.Order(pipeline.Project(root), formats=("pdf",)))
    except DocumentError as error:
        return [problem.code for problem in error.diagnostics]
    return []


@pytest.mark.parametrize(
    "body",
    [
        SHOWN,  # neither must-missing, contents-missing nor section-empty
        '## Issue\n\n- See {{ block("fact.timetable").short }}\n',
        '## Two facts\n\n{{ statements("fact.timetable", "fact.bicycles") }}\n\n## Asks\n\n{{ asks("rec.tides") }}\n',
        "## Issue\n\n{{ statements('fact.bicycles') }}{{ note('fact.timetable') }}\n\n" + SHOWN,
    ],
)
def test_a_block_that_is_wrong_itself_is_one_message(body: str, tmp_path: Path) -> None:
    found = codes(tmp_path, body, contains="[fact]")
    assert found[:1] == ["anchor-not-found"]
    assert set(found) <= {"anchor-not-found", "block-in-sentence"}


def test_the_other_blocks_of_its_brief_are_checked(tmp_path: Path) -> None:
    blocks = {**GONE, "recommendation": ASK.replace("{captains: should}", "{captains: must}")}
    title = "What those who keep the tides of the harbour would say to captains if asked"
    assert codes(tmp_path, SHOWN, blocks, title=title) == ["anchor-not-found", "must-missing", "title-long"]


def test_a_partner_that_is_wrong_itself_is_not_missed(tmp_path: Path) -> None:
    blocks = {**GONE, "recommendation": f"{ASK}    with: fact.timetable\n"}
    assert codes(tmp_path, f'{SHOWN}\n## Asks\n\n{{{{ asks("rec.tides") }}}}\n', blocks) == ["anchor-not-found"]


def test_the_room_that_a_brief_needs_is_not_known_while_something_is_missing(tmp_path: Path) -> None:
    logo = "logo: {file: none.svg, alt: Board, height: 10}\n"
    many = SHOWN + '\n## More\n\n{{ statements("fact.bicycles", weight="must") }}\n'
    assert codes(tmp_path / "a", many, {"fact": FACT}, words=5) == ["over-words"]
    assert codes(tmp_path / "b", many, {"fact": FACT}, HOUSE + logo, words=5) == ["logo-unusable"]
    assert codes(tmp_path / "c", many, {**GONE, "fact": GONE["fact"]}, words=5) == ["anchor-not-found"]


def test_words_that_must_not_be_printed_are_one_message_where_they_are_written(tmp_path: Path) -> None:
    blocks = {"fact": FACT.replace("Most keepers agreed that a shared", "Small boats agreed that a shared")}
    assert codes(tmp_path, SHOWN, blocks).count("name-printed") == 1


def test_a_call_that_is_wrong_hides_no_wrong_words_of_the_brief(tmp_path: Path) -> None:
    said = '## Issue\n\n{{ statements("fact.timetable", "fact.ferries") }}\n'
    body = said + '\n## So they share\n\n{{ asks("rec.tides") }}\n'
    assert codes(tmp_path, body, {"fact": FACT, "recommendation": ASK}) == ["block-unknown", "heading-leans"]


def test_without_fonts_what_must_stay_is_checked(tmp_path: Path) -> None:
    body = SHOWN + '\n## So they share\n\n{{ statements("fact.bicycles", weight="must") }}\n'
    write_project(tmp_path, templates={"captains": front("captains") + body}, blocks={"fact": FACT})
    for font in (tmp_path / "templates/layout/fonts").glob("*.ttf"):
        font.unlink()
    with pytest.raises(DocumentError) as raised:
        pipeline.build(pipeline.Order(pipeline.Project(tmp_path)))
    assert [problem.code for problem in raised.value.diagnostics] == ["font-missing", "heading-leans"]


def test_without_the_language_of_the_house_or_a_report_no_brief_is_composed(tmp_path: Path) -> None:
    house = HOUSE.replace("language: en-GB", "language: English, please")
    body = '## So they share\n\n{{ statements("fact.timetable") }}\n'
    assert codes(tmp_path, body, {"fact": FACT}, house) == ["field-invalid"]


ACRONYM = """kind: acronym
blocks:
  - id: acr.hb
    anchor: Some keepers asked whether … tides & currents
    acronym: HB
    expansion: Harbour Board
    introduced: false
"""
COUNTING = """kind: statement
blocks:
  - id: st.asked
    anchor: Some keepers asked whether … tides & currents
    short: The 3 keepers of the Harbour Board asked.
    counts: [grp.keepers]
"""


@pytest.mark.parametrize("mistake", [("kind: acronym", "kind: acronim"), ("expansion:", "expansoin:")])
def test_names_that_an_acronym_may_stand_for_are_not_wrong_while_it_cannot_be_read(
    mistake: tuple[str, str], tmp_path: Path
) -> None:
    blocks = {"fact": FACT.replace("agreed that", "of the Harbour Board (HB) agreed that"), "acronym": ACRONYM}
    right = codes(tmp_path / "right", SHOWN, blocks)
    assert "name-untraced" in right
    found = codes(tmp_path / "wrong", SHOWN, {**blocks, "acronym": ACRONYM.replace(*mistake)})
    assert set(found) & {"kind-unknown", "field-unknown"}
    assert "name-untraced" not in found


def test_counts_of_groups_that_cannot_be_read_are_not_wrong(tmp_path: Path) -> None:
    group = "kind: participant_group\nblocks:\n  - id: grp.keepers\n    count: three\n"
    found = codes(tmp_path, SHOWN, {"fact": FACT, "statement": COUNTING, "group": group})
    assert {"number-untraced", "name-untraced", "reference-unknown"}.isdisjoint(found)
    assert "field-invalid" in found
