from __future__ import annotations

import pytest

from tests.report.html.builders import aside, pieces


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        # superscript
        ("<p>a<sup><a href=#n>3</a></sup><p id=n>b", ["p: a³", "note 3: b"]),
        ("<p>a<a href=#n><sup>3</sup></a><p id=n>3 b", ["p: a³", "note 3: b"]),
        # Wikipedia, Pandoc
        (
            "<p>a<sup class=reference id=r><a href=#n>[1]</a></sup><ol><li id=n><a href=#r>^</a> b</ol>",
            ["p: a¹", "note 1: b"],
        ),
        (
            "<p>a<a href=#n class=footnote-ref id=r role=doc-noteref><sup>1</sup></a>"
            "<section class=footnotes><ol><li id=n><p>b</p><p>c<a href=#r class=footnote-back>↩︎</a></p></ol></section>",
            ["p: a¹", "note 1: b c"],
        ),
        # Word, Google Docs
        (
            "<p>a<a href=#_ftn1 name=_ftnref1><span class=MsoFootnoteReference>[1]</span></a>"
            "<div id=ftn1><p class=MsoFootnoteText><a href=#_ftnref1 name=_ftn1>[1]</a> b</p><p>c</p></div>",
            ["p: a¹", "note 1: b c"],
        ),
        (
            "<p>a<sup><a href=#ftnt1 id=ftnt_ref1>[1]</a></sup><hr>"
            "<div><p><a href=#ftnt_ref1 id=ftnt1>[1]</a> b</p></div>",
            ["p: a¹", "note 1: b"],
        ),
        # numbers that recur, signs, notes that nothing calls
        (
            "<p>a<sup><a href=#n>1</a></sup><sup><a href=#m>1</a></sup><p id=n>b<p id=m>c",
            ["p: a¹,²", "note 1: b", "note 2 (fn 1): c"],
        ),
        ("<p>a<sup><a href=#n>*</a></sup><p id=n>* b", ["p: a¹", "note 1 (fn *): b"]),
        ("<p>a<aside role=doc-footnote>b</aside>", ["p: a", "note 1: b"]),
        # called twice
        ("<p>a<sup><a href=#n>1</a></sup> b<sup><a href=#n>1</a></sup><p id=n>c", ["p: a¹ b¹", "note 1: c"]),
        # no notes
        ("<p>See <a href=#s>4</a>.<h2 id=s>Four</h2>", ["p: See 4.", "h2: Four"]),
        ("<p id=top>a<p><a href=#top>back</a>", ["p: a", "p: back"]),
        ("<p>a<sup><a href=#none>1</a></sup>", ["p: a¹"]),
        ("<p>a<sup><a href=#n>1</a></sup><ol><li id=n>5 U.S.C.</ol>", ["p: a¹", "note 1: 5 U.S.C."]),
    ],
)
def test_notes_are_found_by_what_calls_them(page: str, expected: list[str]) -> None:
    assert pieces(page) == expected


def test_comments_of_google_docs_are_left_aside() -> None:
    note = "<div><p><a href=#cmnt_ref1 id=cmnt1>[a]</a>Why?</p></div>"
    page = f"<p>a<sup><a href=#cmnt1 id=cmnt_ref1>[a]</a></sup></p>{note}"
    assert pieces(page) == ["p: a"]
    assert aside(page) == [("comment", "[a]"), ("comment", "[a] Why?")]
