"""Accepting and rejecting: on the tree, and by the marks that are read, with the same texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.model.marked_file import MarkedParagraph
from briefs.word.elements import Element, qn
from briefs.word.marked_reading import read_marked_file
from briefs.word.resolving import accepted, rejected
from briefs.word.revisions import CELLS, DELETED, FORMATS, INSERTED, RANGES
from tests.returned_files import BY, body_of, deleted, inserted, par, row, run, sdt, table, tc, word_file
from tests.word.joined_paragraphs import joined_paragraphs
from tests.word.marked_cases import CASES, END, START, Case

NAMES = (*INSERTED, *DELETED, *CELLS)

_SIGNS = {"tab": "\t", "br": "\n", "noBreakHyphen": "-"}


def texts_of(root: Element) -> list[str]:
    """The texts of the paragraphs of a part in which nothing is marked; those in boxes last."""
    found: list[tuple[bool, str]] = []
    for paragraph in root.iter(qn("w:p")):
        if any(one.tag == qn("mc:Fallback") for one in paragraph.iterancestors()):
            continue
        text = "".join(map(_said, (one for one in paragraph.iter() if _owner(one) is paragraph)))
        is_in_cell = next(paragraph.iterancestors(qn("w:tc")), None) is not None
        if text or not is_in_cell:
            found.append((next(paragraph.iterancestors(qn("w:txbxContent")), None) is not None, text))
    return [text for _, text in sorted(found, key=lambda one: one[0])]


def _owner(element: Element) -> Element | None:
    return next(element.iterancestors(qn("w:p")), None)


def _said(element: Element) -> str:
    parent = element.getparent()
    if element.tag in (qn("w:t"), qn("m:t")):
        return "" if any(one.tag == qn("w:rt") for one in element.iterancestors()) else element.text or ""
    name = str(element.tag).rpartition("}")[2]
    if parent is None or parent.tag != qn("w:r") or element.get(qn("w:type")) == "page":
        return ""
    return _SIGNS.get(name, "")


def read_texts(paragraphs: tuple[MarkedParagraph, ...]) -> tuple[list[str], list[str]]:
    """The texts with all changes rejected and with all accepted, by the marks that were read."""
    base: list[str] = []
    final: list[str] = []
    for story in ("body", "box"):
        for joined in joined_paragraphs(one for one in paragraphs if one.story == story):
            is_in_cell = joined.paragraphs[0].cell is not None
            base += [text for text in joined.base if text or not is_in_cell]
            final += [text for text in joined.final if text or not is_in_cell]
    return base, final


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_the_tree_is_resolved_as_expected(case: Case) -> None:
    root = body_of(case.body)
    assert (texts_of(rejected(root)), texts_of(accepted(root))) == (case.rejected, case.accepted)


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_the_marks_that_are_read_give_the_same_texts(case: Case) -> None:
    found = read_marked_file("a.docx", word_file(case.body))
    assert read_texts(found.paragraphs) == (case.rejected, case.accepted)


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_what_is_resolved_has_no_changes_any_more(case: Case) -> None:
    names = (*INSERTED, *DELETED, *CELLS, *FORMATS, *RANGES, "delText", "delInstrText")
    for made in (accepted(body_of(case.body)), rejected(body_of(case.body))):
        assert [one.tag for one in made.iter(*(qn(f"w:{name}") for name in names))] == []
        assert [cell for cell in made.iter(qn("w:tc")) if cell[-1].tag != qn("w:p")] == []


def test_former_properties_come_back_and_what_they_do_not_have_stays() -> None:
    changed = (
        f'<w:pPr><w:pStyle w:val="New"/><w:rPr><w:b/></w:rPr><w:sectPr/><w:pPrChange {BY}><w:pPr>'
        '<w:pStyle w:val="Old"/></w:pPr></w:pPrChange></w:pPr>'
    )
    root = body_of(f"<w:p>{changed}{run('a')}</w:p>")
    (before,) = rejected(root).iter(qn("w:pPr"))
    (after,) = accepted(root).iter(qn("w:pPr"))
    assert [str(one.tag).rpartition("}")[2] for one in before] == ["pStyle", "rPr", "sectPr"]
    assert (before[0].get(qn("w:val")), after[0].get(qn("w:val"))) == ("Old", "New")


def test_the_look_of_words_is_resolved() -> None:
    root = body_of(CASES["look of words"].body)
    assert [one.tag for one in next(rejected(root).iter(qn("w:rPr")))] == [qn("w:b")]
    assert [one.tag for one in next(accepted(root).iter(qn("w:rPr")))] == [qn("w:i")]


def test_the_part_itself_is_left_as_it_is() -> None:
    root = body_of(par(run("a"), "del") + par(run("b")))
    accepted(root)
    assert texts_of(root) == ["a", "b"]
    assert len(list(root.iter(qn("w:del")))) == 1


def test_a_bookmark_of_a_deleted_paragraph_stays_balanced() -> None:
    marks = ('<w:bookmarkStart w:id="7" w:name="_u7"/>', '<w:bookmarkEnd w:id="7"/>')
    made = accepted(body_of(par(marks[0] + run("a"), "del") + par(marks[1] + run("b"))))
    assert len(list(made.iter(qn("w:bookmarkStart")))) == len(list(made.iter(qn("w:bookmarkEnd")))) == 1


# Any marks anywhere


def _run_level() -> st.SearchStrategy[str]:
    words = st.sampled_from(["a", "b ", "c."]).map(run)
    gone = st.sampled_from(["d", " e"]).flatmap(
        lambda t: st.sampled_from(["del", "moveFrom"]).map(lambda n: deleted(t, n))
    )

    def wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        new = st.sampled_from(["ins", "moveTo"])
        return st.one_of(
            st.builds(lambda content, name: inserted(content, name), inner, new),
            inner.map(sdt),
            inner.map(lambda content: f"<w:hyperlink>{content}</w:hyperlink>"),
            st.tuples(inner, inner).map("".join),
            st.sampled_from([START, END, "<w:r><w:t>t</w:t><w:tab/></w:r>"]),
        )

    return st.recursive(st.one_of(words, gone), wrapped, max_leaves=4)


def _blocks() -> st.SearchStrategy[str]:
    ends = st.sampled_from(["", "", "ins", "del", "moveFrom", "moveTo"])
    paragraphs = st.builds(par, st.lists(_run_level(), max_size=3).map("".join), ends)

    def wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        cells = st.builds(lambda c, m: tc(c + par(run("z")), m), inner, st.sampled_from(["", "", "cellIns", "cellDel"]))
        rows = st.builds(lambda c, m: row(*c, mark=m), st.lists(cells, min_size=1, max_size=2), ends)
        return st.one_of(
            inner.map(sdt),
            st.tuples(inner, st.sampled_from(["", START, END]), inner).map("".join),
            st.lists(st.one_of(rows, rows.map(sdt)), min_size=1, max_size=3).map(lambda made: table(*made)),
        )

    return st.recursive(paragraphs, wrapped, max_leaves=8)


@given(_blocks())
@settings(max_examples=300)
def test_tree_and_marks_agree_whatever_is_marked(body: str) -> None:
    root = body_of(body)
    found = read_marked_file("a.docx", word_file(body))
    assert read_texts(found.paragraphs) == (texts_of(rejected(root)), texts_of(accepted(root)))
    assert sum(not one.is_format for one in found.revisions) == len(list(root.iter(*(qn(f"w:{n}") for n in NAMES))))
