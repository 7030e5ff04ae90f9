"""What a finished file must not have, by its audience and status."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefs.check.withheld_texts import RUN, Permitted, is_excluded, runs_in, texts_of, withheld_texts
from briefs.model.edition import Gaps
from briefs.model.versions import Status
from tests.builders import BLOCKS
from tests.check.builders import TEMPLATE, brief, files_to_check
from tests.compose.builders import harbour_library

NEVER = {
    **BLOCKS,
    "fact": BLOCKS["fact"]
    + """    note: Ask the clerk about the winter months.
  - id: fact.never
    anchor: One keeper saw no need for it
    short: {text: "One keeper saw no need.", anchor: "One keeper saw no need"}
    audiences: {captains: never}
""",
}


def withheld(folder: Path, status: Status, audience: str = "captains") -> dict[str, str]:
    """What is withheld from a brief, by text."""
    made = brief()
    made = replace(made, audience=audience, properties=replace(made.properties, status=status))
    front = TEMPLATE.front.model_copy(update={"gaps": Gaps(heading="To complete", lines=("Reply by",))})
    template = replace(TEMPLATE, front=front, lines={"gaps": 7})
    files = files_to_check(made, library=harbour_library(folder, NEVER), template=template)
    return {one.text: one.what for one in withheld_texts(files)}


def test_the_texts_of_excluded_blocks_and_remarks_of_editors_are_withheld(tmp_path: Path) -> None:
    assert withheld(tmp_path, "draft") == {
        "One keeper saw no need.": 'text of "fact.never", which is never for captains',
        "One keeper saw no need for it": 'text of "fact.never", which is never for captains',
        "One keeper saw no need": 'text of "fact.never", which is never for captains',
        "Ask the clerk about the winter months.": 'the note of "fact.bicycles"',
    }


def test_what_is_excluded_depends_on_the_audience(tmp_path: Path) -> None:
    texts = withheld(tmp_path, "draft", audience="clerks")
    assert "One keeper saw no need" not in texts
    assert texts["The board should publish the tides each week"] == 'text of "rec.tides", which is never for clerks'


def test_a_cleared_edition_has_nothing_of_a_draft(tmp_path: Path) -> None:
    texts = withheld(tmp_path, "cleared")
    for text in ("To complete", "Reply by", "DRAFT, v", "Draft", "Notes for the clearing officer"):
        assert texts[text] == "what only a draft says"


def test_blocks_that_are_not_excluded_are_permitted(tmp_path: Path) -> None:
    library = harbour_library(tmp_path, NEVER)
    permitted = Permitted(files_to_check(brief(), library=library))
    assert permitted.has("ferries that share a timetable")
    assert not permitted.has("saw no need")
    assert not permitted.has("that share a time")  # words count as a whole
    assert is_excluded(library.blocks["fact.never"], "captains")
    assert texts_of(library.blocks["rec.tides"])[:2] == ("Publish the tides each week.", "Tides")


def test_a_long_text_is_looked_for_by_its_runs_of_words() -> None:
    assert runs_in("Only four words here") == {"only four words here"}
    assert runs_in("a b c d e f g h") == {"a b c d e f", "b c d e f g", "c d e f g h"}
    assert runs_in("…") == frozenset()
    assert RUN == 6
