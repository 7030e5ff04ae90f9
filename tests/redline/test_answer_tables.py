"""Invitations with and without boxes for answers are one list."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.document import Cell, Document, Item, List, Row, Section, Table
from briefs.model.inline import Checkbox
from briefs.redline.comparing import redline
from briefs.redline.proof import check_redline
from tests.redline.marks import HOUSE, shown, text
from tests.render.docx.samples import document, unit

BOX = Cell((Checkbox("Agree"),))


def brief(status: str, *words: str) -> Document:
    """Invitations, called after their first words: in a draft with boxes."""
    units = [replace(unit(f"u{at}", at), name=f"s/{one.split()[0]}") for at, one in enumerate(words, start=1)]
    rows = tuple(Row((Cell(text(one)), BOX), its) for one, its in zip(words, units, strict=True))
    table = Table((), (text("Invitation"), text("Agree")), rows, is_list=True)
    items = List(tuple(Item(text(one), its) for one, its in zip(words, units, strict=True)))
    made = document(Section(text("Invitations"), (table if status == "draft" else items,), "s"))
    return replace(made, properties=replace(made.properties, status=status))  # type: ignore[arg-type]


def test_only_words_are_marked_when_the_boxes_come_or_go() -> None:
    words = ("Support a meeting of ministers.", "Agree on a checklist of benefits.")
    others = ("Support a meeting of keepers.", words[1])
    for statuses in (("draft", "cleared"), ("cleared", "draft"), ("draft", "draft")):
        old, new = brief(statuses[0], *words), brief(statuses[1], *others)
        made = redline(old, new, HOUSE)
        check_redline(made)
        assert [(one.kind, one.number) for one in made.changes] == [("reworded", 1)]
        (content,) = made.document.sections[0].content
        assert isinstance(content, type(new.sections[0].content[0]))
        first = content.items[0].children if isinstance(content, List) else content.rows[0].cells[0].children  # type: ignore[union-attr]
        assert shown(first) == "Support a meeting of [-ministers-]{+keepers+}."
        same = brief(statuses[1], *words)
        assert redline(old, same, HOUSE).document is same


def test_an_invitation_that_goes_is_a_row_or_an_item_that_goes() -> None:
    words = ("Support a meeting of ministers.", "Agree on a checklist of benefits.")
    for statuses in (("draft", "cleared"), ("cleared", "draft")):
        made = redline(brief(statuses[0], *words), brief(statuses[1], words[1]), HOUSE)
        check_redline(made)
        assert [(one.kind, one.old_number) for one in made.changes] == [("deleted", 1)]
