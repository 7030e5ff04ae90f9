"""The index: its title and language, and what has changed."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.published_phrases import ENGLISH
from briefs.publication.edition_changes import Change
from briefs.publication.index_page import changes_html, changes_list, index_html, index_language, index_title
from tests.publication.builders import edition, of_version

ONE = edition(of_version("1.1", title="A & B <c>", a="One."), of_version("1.0", title="A & B <c>", a="Two."))


def test_it_is_called_after_who_issues_the_briefs_unless_it_has_a_title() -> None:
    assert index_title([ONE]) == "Briefs by Issuer"
    assert index_title([ONE], "Ours") == "Ours"
    other = edition(replace(ONE.document, furniture=replace(ONE.document.furniture, issuer="Other")))
    assert index_title([ONE, other, ONE]) == "Briefs by Issuer, Other"


def test_its_language_is_that_of_most_briefs_and_others_are_marked() -> None:
    french = edition(replace(ONE.document, properties=replace(ONE.document.properties, language="fr")))
    assert index_language([french, ONE, ONE]) == "en-GB"
    page = index_html([french, ONE, ONE])
    assert page.count('<article lang="fr">') == 1
    assert page.count("<article>") == 2


def test_what_is_special_in_html_is_escaped() -> None:
    page = index_html([ONE], 'The "<best>"')
    assert '<h1>The "&lt;best&gt;"</h1>' in page
    assert "A &amp; B &lt;c&gt;</a>" in page


def test_what_has_changed_is_told_only_if_there_was_an_edition_before() -> None:
    assert "Reworded" in changes_html(ONE)
    assert changes_html(edition(ONE.document)) == ""
    assert "The words are the same." in changes_html(edition(ONE.document, ONE.document))


def test_of_many_changes_the_first_are_named() -> None:
    listed = changes_list([Change("added", str(number), f"label {number}") for number in range(13)], ENGLISH)
    assert "label 9" in listed
    assert "label 10" not in listed
    assert "and 3 more" in listed
