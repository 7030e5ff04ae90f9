"""A damaged file is read again only so often."""

from __future__ import annotations

from briefs.files.rereading import Rereading
from briefs.files.syntax_faults import syntax_faults
from briefs.files.yaml import load_node


def test_what_is_left_becomes_less_by_what_is_read_and_by_a_part_of_it_if_reading_ends_at_once() -> None:
    rereading = Rereading(1000)
    rereading.read("a" * 400)
    assert rereading.left == 599
    rereading.read("a" * 800, up_to=0.0)
    assert rereading.left == 498
    rereading.read("a,\n" * 2)  # two lines, two commas
    assert rereading.left == 439
    assert not rereading.is_over


def test_once_nothing_is_left_slips_are_told_without_a_guess() -> None:
    text = "a: b\n\tc: d: e\n" * 50
    patient, impatient = Rereading(), Rereading(1)
    assert len(syntax_faults(text, load_node, patient)) == 12
    assert len(syntax_faults(text, load_node, impatient)) == 1
    assert impatient.is_over
