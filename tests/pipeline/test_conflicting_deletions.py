"""One reviewer leaves a unit out that another one rewords: either can be accepted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefs.model.proposal import Reviewed, Variant
from briefs.pipeline.completing_proposals import complete
from tests.reviewing import CAPTAINS_MD, FACTS, Harbour

DELETED = Variant("", (Reviewed("b.docx"),), leaves_out=True)


def test_a_deletion_is_written_in_the_template_and_other_words_in_the_block(tmp_path: Path) -> None:
    harbour = Harbour(tmp_path)
    made = harbour.reword("agreed that a shared", "said that a shared")
    made = replace(made, variants=(DELETED, *made.variants))
    (one,) = complete(harbour.inputs, harbour.edition, [made]).proposals
    assert one.obstacle == ""
    assert [[write.path for write in variant.writes] for variant in one.variants] == [[CAPTAINS_MD], [FACTS]]
    assert one.variants[0].leaves_out


def test_words_that_cannot_be_written_do_not_stop_a_deletion(tmp_path: Path) -> None:
    harbour = Harbour(tmp_path)
    made = harbour.reword("agreed that a shared", "said that a shared")
    harbour.change(FACTS, "agreed that a shared", "thought that a shared")
    made = replace(made, variants=(DELETED, *made.variants))
    (one,) = complete(harbour.inputs, harbour.edition, [made]).proposals
    assert one.obstacle == ""
    assert "This was changed meanwhile" in one.offer
    assert [bool(variant.writes) for variant in one.variants] == [True, False]
