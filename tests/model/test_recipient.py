"""Who a recipient is."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.recipient import Recipient

ROW = Recipient("Ó RÍORDÁIN", "ministers", "Dear Minister,", formats=("pdf", "docx"), copy=17, row=2)


def test_who_a_recipient_is_depends_on_no_case_or_space_but_on_the_office() -> None:
    assert replace(ROW, name="ó  ríordáin ", salutation="Sir", title="x", copy=3, row=9).key == ROW.key
    assert replace(ROW, office="Cabinet").key != ROW.key
