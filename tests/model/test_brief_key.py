"""Which document a brief is: for whom, and what."""

from __future__ import annotations

from briefs.model.brief_key import BriefKey, chosen_keys

CAPTAINS, CLERKS = BriefKey("captains"), BriefKey("clerks")
CHECKLIST, TERMS = BriefKey("captains", "checklist"), BriefKey("clerks", "terms")
KEYS = (CHECKLIST, CLERKS, CAPTAINS, TERMS)


def test_a_brief_goes_by_its_audience_and_other_products_by_both() -> None:
    assert [str(key) for key in KEYS] == ["captains, checklist", "clerks", "captains", "clerks, terms"]
    assert (CAPTAINS.file_part, CHECKLIST.file_part) == ("brief-captains", "checklist-captains")
    assert CAPTAINS.described == "the brief for captains"
    assert CHECKLIST.described == 'the product "checklist" for captains'


def test_an_entry_of_a_manifest_without_a_product_is_that_of_a_brief() -> None:
    assert BriefKey.of_entry({"audience": "captains"}) == CAPTAINS
    assert BriefKey.of_entry({"audience": "captains", "product": "checklist"}) == CHECKLIST


def test_what_is_chosen_comes_audience_by_audience_and_each_brief_first() -> None:
    assert chosen_keys(KEYS) == (CAPTAINS, CHECKLIST, CLERKS, TERMS)
    assert chosen_keys(KEYS, ["clerks", "captains"]) == (CLERKS, TERMS, CAPTAINS, CHECKLIST)
    assert chosen_keys(KEYS, ["clerks"]) == (CLERKS, TERMS)
    assert chosen_keys(KEYS, products=["terms", "brief"]) == (CAPTAINS, CLERKS, TERMS)
    assert chosen_keys(KEYS, ["captains"], ["terms"]) == ()
