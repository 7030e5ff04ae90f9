from __future__ import annotations

import re

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.report.html.element_facts import text_within
from briefs.report.html.page_tree import overloaded_tag, page_text, page_tree


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("é“".encode(), "é“"),
        (b"\xef\xbb\xbf\xc3\xa9", "é"),
        ("é".encode("utf-16"), "é"),
        ("<p>é".encode("utf-16-le"), "<p>é"),
        (b"<meta charset=iso-8859-1>\x93\xe9", "<meta charset=iso-8859-1>“é"),
        (
            b"<meta http-equiv=x content='text/html; charset=koi8-r'>\xc1",
            "<meta http-equiv=x content='text/html; charset=koi8-r'>а",
        ),
        (b"<?xml version='1.0' encoding='ISO-8859-2'?>\xb1", "<?xml version='1.0' encoding='ISO-8859-2'?>ą"),
        (b"<meta charset=utf-8>\xe9", "<meta charset=utf-8>é"),
        (b" " * 9000 + b"<meta charset=windows-1251>\xc0", " " * 9000 + "<meta charset=windows-1251>А"),
        (b"<meta charset=rot13>\xe9", "<meta charset=rot13>é"),
        (b"<meta charset=nonsense>\xc3\xa9", "<meta charset=nonsense>é"),
        (b"caf\xe9 \x85", "café …"),
    ],
)
def test_a_page_is_decoded_as_it_declares_or_as_it_can_be(content: bytes, text: str) -> None:
    assert page_text(content) == text


def test_a_page_is_read_whatever_is_wrong_with_it() -> None:
    assert text_within(page_tree(b"<p>a<b>b</i><p>c</div>&nbsp;&bogus;\0", "report.html")) == "abc &bogus;"
    assert text_within(page_tree(b"<?xml version='1.0' encoding='utf-8'?><html><p>a</p></html>", "report.html")) == "a"


def test_entities_that_a_page_defines_are_not_expanded() -> None:
    bomb = b"<!DOCTYPE x [<!ENTITY a 'haha'><!ENTITY b '&a;&a;&a;'>]><body>&b;</body>"
    assert "haha" not in text_within(page_tree(bomb, "report.html"))


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        (b"", "report-empty", "the report is empty"),
        (b"<div>" * 3000 + b"a", "report-too-large", "elements of the page lie too deep in each other"),
        (b" " * 40_000_001, "report-too-large", "the page has 40 MB, and no more than 40 are read"),
        (
            b"<p " + b" ".join(b"a%d=1" % number for number in range(2001)) + b">",
            "report-too-large",
            "an element of the page has more than 2,000 attributes",
        ),
    ],
    ids=["empty", "deep", "large", "attributes"],
)
def test_what_cannot_be_read_to_its_end_is_refused(content: bytes, code: str, message: str) -> None:
    with pytest.raises(DocumentError, match=re.escape(message)) as refused:
        page_tree(content, "report.html")
    assert [problem.code for problem in refused.value.diagnostics] == [code]


@pytest.mark.parametrize(
    "tag",
    [
        "<p " + " ".join(f"a{at}" for at in range(2100)) + ">",
        "<p " + " ".join(f"a{at}='<>'" for at in range(2100)) + ">",
        '<p a="b" c=d" ' + " ".join(f"a{at}" for at in range(2100)) + ' e=f">',
        "<p/" + "/".join(f"a{at}" for at in range(2100)) + ">",
    ],
)
def test_a_tag_with_too_many_attributes_is_found_however_it_is_written(tag: str) -> None:
    assert overloaded_tag(f"<!-- {tag} --><i>{tag}") == len(f"<!-- {tag} --><i>")


@pytest.mark.parametrize(
    "text",
    [
        "<p title='" + "a tide " * 3000 + "'>b",
        "<script>if (a <b) { c = '" + "a tide " * 3000 + "' }</script><p>b",
        "<!-- <p " + "a tide " * 3000,
        "<style>" + "a b " * 3000,
        "<" * 5000,
    ],
)
def test_words_in_values_scripts_and_comments_are_no_attributes(text: str) -> None:
    assert overloaded_tag(text) is None
