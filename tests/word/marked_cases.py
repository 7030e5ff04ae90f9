"""Every kind of tracked change in a few words, with the texts of the paragraphs before and after it.

Each case is a body as marked, the paragraphs that are left if all is rejected, and those if all is accepted. Empty
paragraphs count, but for those in cells, which must have one. What is in text boxes comes last.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.returned_files import BY, deleted, field, inserted, instruction, par, row, run, sdt, table, tc

START, END = '<w:bookmarkStart w:id="7" w:name="_u7"/>', '<w:bookmarkEnd w:id="7"/>'
OLD_RUN = f"<w:r><w:rPr><w:i/><w:rPrChange {BY}><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>One</w:t></w:r>"


class Case(NamedTuple):
    """A body as marked, and the texts of its paragraphs."""

    body: str
    rejected: list[str]
    accepted: list[str]


def box(content: str) -> str:
    """A run with a text box, for programs of 2010 and for older ones."""
    old = f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
    new = f"<w:drawing><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></w:drawing>"
    choice = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def moved_range(kind: str, content: str) -> str:
    """`content` between the ends of a range of moved words."""
    return f'<w:{kind}RangeStart {BY} w:name="m"/>{content}<w:{kind}RangeEnd w:id="1"/>'


def control_range(kind: str, content: str) -> str:
    """`content` (a control) between marks that it was put in or taken away."""
    return f'<w:customXml{kind}RangeStart {BY}/>{content}<w:customXml{kind}RangeEnd w:id="1"/>'


GONE = "<w:r><w:delText>1</w:delText></w:r>"
BREAK = '<w:r><w:br w:type="page"/></w:r>'
MATH = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
ONE, TWO = par(run("One.")), par(run("Two."))

CASES: dict[str, Case] = {
    # words
    "nothing": Case(ONE + TWO, ["One.", "Two."], ["One.", "Two."]),
    "inserted": Case(par(run("a ") + inserted(run("b"))), ["a "], ["a b"]),
    "deleted": Case(par(run("a ") + deleted("b")), ["a b"], ["a "]),
    "replaced": Case(par(run("a ") + deleted("b") + inserted(run("c")) + run(" d")), ["a b d"], ["a c d"]),
    "all words inserted": Case(par(inserted(run("b"))), [""], ["b"]),
    "all words deleted": Case(par(deleted("b")), ["b"], [""]),
    "moved": Case(
        par(moved_range("moveFrom", deleted("b", "moveFrom")))
        + par(moved_range("moveTo", inserted(run("b"), "moveTo"))),
        ["b", ""],
        ["", "b"],
    ),
    "inserted, then deleted": Case(par(run("a") + inserted(deleted("b"))), ["a"], ["a"]),
    "deleted around inserted": Case(
        par(run("a") + f"<w:del {BY}>{inserted('<w:r><w:delText>b</w:delText></w:r>')}</w:del>"), ["a"], ["a"]
    ),
    "moved, then deleted": Case(par(run("a") + inserted(deleted("b"), "moveTo")), ["a"], ["a"]),
    "in a link": Case(par(f"<w:hyperlink>{run('a')}{inserted(run('b'))}</w:hyperlink>"), ["a"], ["ab"]),
    "around a link": Case(par(inserted(f"<w:hyperlink>{run('b')}</w:hyperlink>") + run("a")), ["a"], ["ba"]),
    "in a smart tag": Case(par(f"<w:smartTag>{run('a')}{deleted('b')}</w:smartTag>"), ["ab"], ["a"]),
    "in custom XML": Case(par(f"<w:customXml>{run('a')}{deleted('b')}</w:customXml>"), ["ab"], ["a"]),
    "from right to left": Case(par(f'<w:bdo w:val="rtl">{inserted(run("b"))}{run("a")}</w:bdo>'), ["a"], ["ba"]),
    "tab and line break": Case(
        par(run("a") + inserted("<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>")), ["a"], ["a\tb\nc"]
    ),
    "hyphens": Case(
        par(inserted("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>")),
        [""],
        ["a-bc"],
    ),
    "break of a page": Case(par(run("a") + inserted(BREAK)), ["a"], ["a"]),
    "formula": Case(par(run("a ") + inserted(MATH)), ["a "], ["a x=1"]),
    "ruby": Case(
        par(f"<w:r><w:ruby><w:rt>{run('x')}</w:rt><w:rubyBase>{inserted(run('b'))}</w:rubyBase></w:ruby></w:r>"),
        [""],
        ["b"],
    ),
    # controls
    "in a control": Case(par(sdt(run("a") + inserted(run("b")))), ["a"], ["ab"]),
    "around a control": Case(par(run("a") + inserted(sdt(run("b")))), ["a"], ["ab"]),
    "a control emptied": Case(par(run("a") + sdt(deleted("b"))), ["ab"], ["a"]),
    "a control put in": Case(control_range("Ins", sdt(ONE)), ["One."], ["One."]),
    "a control taken away": Case(par(control_range("Del", sdt(run("a")))), ["a"], ["a"]),
    "a control moved": Case(
        par(control_range("MoveFrom", sdt(deleted("a", "moveFrom"))))
        + par(control_range("MoveTo", sdt(inserted(run("a"), "moveTo")))),
        ["a", ""],
        ["", "a"],
    ),
    # fields
    "in the result of a field": Case(
        par(field(instruction(" REF _u1 "), deleted("1") + inserted(run("2")))), ["1"], ["2"]
    ),
    "a field inserted": Case(par(inserted(field(instruction(" REF x "), run("1")))), [""], ["1"]),
    "a field deleted": Case(
        par(run("a") + f"<w:del {BY}>{field(instruction(' REF x ', 'delInstrText'), GONE)}</w:del>"),
        ["a1"],
        ["a"],
    ),
    "a simple field": Case(par(f'<w:fldSimple w:instr=" TITLE ">{inserted(run("b"))}</w:fldSimple>'), [""], ["b"]),
    # ends of paragraphs
    "split": Case(par(run("One. "), "ins") + TWO, ["One. Two."], ["One. ", "Two."]),
    "joined": Case(par(run("One. "), "del") + TWO, ["One. ", "Two."], ["One. Two."]),
    "three joined": Case(par(run("a"), "del") + par(run("b"), "del") + par(run("c")), ["a", "b", "c"], ["abc"]),
    "split in three": Case(par(run("a"), "ins") + par(run("b"), "ins") + par(run("c")), ["abc"], ["a", "b", "c"]),
    "split and joined": Case(par(run("a"), "ins") + par(run("b"), "del") + par(run("c")), ["ab", "c"], ["a", "bc"]),
    "paragraph inserted": Case(
        ONE + par(inserted(run("New.")), "ins") + TWO, ["One.", "Two."], ["One.", "New.", "Two."]
    ),
    "paragraph deleted": Case(ONE + par(deleted("Old."), "del") + TWO, ["One.", "Old.", "Two."], ["One.", "Two."]),
    "paragraph moved": Case(
        par(deleted("A.", "moveFrom"), "moveFrom") + ONE + par(inserted(run("A."), "moveTo"), "moveTo") + TWO,
        ["A.", "One.", "Two."],
        ["One.", "A.", "Two."],
    ),
    "empty paragraph inserted": Case(ONE + par("", "ins") + TWO, ["One.", "Two."], ["One.", "", "Two."]),
    "empty paragraph deleted": Case(ONE + par("", "del") + TWO, ["One.", "", "Two."], ["One.", "Two."]),
    "paragraph with an empty run deleted": Case(
        ONE + par("<w:r><w:t/></w:r>", "del") + table(row(TWO)), ["One.", "", "Two."], ["One.", "Two."]
    ),
    "first deleted": Case(par(deleted("Old."), "del") + TWO, ["Old.", "Two."], ["Two."]),
    "last deleted": Case(ONE + par(deleted("Old."), "del"), ["One.", "Old."], ["One."]),
    "last inserted": Case(ONE + par(inserted(run("New.")), "ins"), ["One."], ["One.", "New."]),
    "last end deleted, words left": Case(ONE + par(run("Two.") + deleted("x"), "del"), ["One.", "Two.x"], ["One.Two."]),
    "all deleted": Case(par(deleted("a"), "del") + par(deleted("b"), "del"), ["a", "b"], []),
    "inserted, then its end deleted": Case(
        f"<w:p><w:pPr><w:rPr><w:ins {BY}/><w:del {BY}/></w:rPr></w:pPr>{run('a')}</w:p>{TWO}", ["aTwo."], ["aTwo."]
    ),
    "past bookmarks": Case(par(run("a"), "del") + START + END + par(run("b")), ["a", "b"], ["ab"]),
    "past a comment": Case(
        par(run("a"), "ins") + '<w:commentRangeStart w:id="0"/>' + par(run("b")) + '<w:commentRangeEnd w:id="0"/>',
        ["ab"],
        ["a", "b"],
    ),
    "into a control": Case(par(run("a"), "del") + sdt(par(run("b")) + TWO), ["a", "b", "Two."], ["ab", "Two."]),
    "out of a control": Case(sdt(ONE + par(run("a"), "del")) + par(run("b")), ["One.", "a", "b"], ["One.", "ab"]),
    "from control to control": Case(
        sdt(par(run("a"), "del")) + START + sdt(sdt(par(run("b")))) + END, ["a", "b"], ["ab"]
    ),
    "a control left empty": Case(sdt(par(deleted("a"), "del")) + TWO, ["a", "Two."], ["Two."]),
    "the last control left empty": Case(ONE + sdt(par(deleted("a"), "del")), ["One.", "a"], ["One."]),
    "before a table": Case(par(run("a"), "del") + table(row(ONE)), ["a", "One."], ["a", "One."]),
    "empty before a table": Case(TWO + par("", "del") + table(row(ONE)), ["Two.", "", "One."], ["Two.", "One."]),
    "deleted before a table": Case(par(deleted("a"), "del") + table(row(ONE)), ["a", "One."], ["One."]),
    "before a table in a control": Case(
        par(deleted("a"), "del") + sdt(table(row(ONE))) + TWO, ["a", "One.", "Two."], ["One.", "Two."]
    ),
    "behind a table": Case(table(row(ONE)) + par(deleted("a"), "del"), ["One.", "a"], ["One."]),
    "around whole paragraphs": Case(ONE + inserted(par(run("New."))) + TWO, ["One.", "Two."], ["One.", "New.", "Two."]),
    # rows and cells
    "row inserted": Case(table(row(ONE), row(par(inserted(run("New."))), mark="ins")), ["One."], ["One.", "New."]),
    "row inserted, its words not": Case(table(row(ONE), row(TWO, mark="ins")), ["One."], ["One.", "Two."]),
    "row deleted": Case(table(row(ONE), row(par(deleted("Old.")), mark="del")), ["One.", "Old."], ["One."]),
    "row deleted, its words not": Case(table(row(ONE), row(TWO, mark="del")), ["One.", "Two."], ["One."]),
    "row deleted in a control": Case(
        table(row(ONE), sdt(row(par(deleted("Old."), "del"), mark="del"))), ["One.", "Old."], ["One."]
    ),
    "all rows deleted": Case(ONE + table(row(TWO, mark="del")) + TWO, ["One.", "Two.", "Two."], ["One.", "Two."]),
    "before a table that goes": Case(
        par(run("a"), "del") + table(row(TWO, mark="del")) + par(run("b")), ["a", "Two.", "b"], ["a", "b"]
    ),
    "all rows inserted, in a control": Case(ONE + sdt(table(row(TWO, mark="ins"))), ["One."], ["One.", "Two."]),
    "cell inserted": Case(table(row(ONE, tc(TWO, "cellIns"))), ["One."], ["One.", "Two."]),
    "cell deleted": Case(table(row(ONE, tc(TWO, "cellDel"))), ["One.", "Two."], ["One."]),
    "all cells deleted": Case(table(row(ONE), row(tc(TWO, "cellDel"))), ["One.", "Two."], ["One."]),
    "cell emptied": Case(table(row(ONE, par(deleted("b"), "del"))), ["One.", "b"], ["One."]),
    "end of a cell": Case(
        table(row(par(run("a")) + par(run("b") + deleted("c"), "del"), TWO)), ["a", "bc", "Two."], ["ab", "Two."]
    ),
    "split in a cell": Case(table(row(par(run("a"), "ins") + par(run("b")), TWO)), ["ab", "Two."], ["a", "b", "Two."]),
    "joined in a cell": Case(table(row(par(run("a"), "del") + par(run("b")))), ["a", "b"], ["ab"]),
    "table in a cell": Case(
        table(row(par(run("a"), "del") + table(row(ONE, mark="del")) + TWO)), ["a", "One.", "Two."], ["a", "Two."]
    ),
    "cells merged": Case(
        table(row(f'<w:tc><w:tcPr><w:cellMerge {BY} w:vMerge="cont"/></w:tcPr>{ONE}</w:tc>')), ["One."], ["One."]
    ),
    # text boxes
    "in a text box": Case(par(run("a") + box(par(run("b") + inserted(run("c"))))), ["a", "b"], ["a", "bc"]),
    "joined in a text box": Case(par(box(par(run("b"), "del") + par(run("c")))), ["", "b", "c"], ["", "bc"]),
    "a text box deleted": Case(
        par(run("a") + f"<w:del {BY}>{box(par('<w:r><w:delText>b</w:delText></w:r>'))}</w:del>"), ["a", "b"], ["a"]
    ),
    # properties
    "look of words": Case(par(OLD_RUN), ["One"], ["One"]),
    "style of a paragraph": Case(
        f'<w:p><w:pPr><w:pStyle w:val="B"/><w:rPr><w:ins {BY}/></w:rPr><w:pPrChange {BY}><w:pPr><w:pStyle w:val="A"/>'
        f"</w:pPr></w:pPrChange></w:pPr>{run('a')}</w:p>{TWO}",
        ["aTwo."],
        ["a", "Two."],
    ),
    "a number inserted": Case(
        f'<w:p><w:pPr><w:numPr><w:numId w:val="3"/><w:ins {BY}/></w:numPr></w:pPr>{run("a")}</w:p>', ["a"], ["a"]
    ),
    "look of a section and of a number": Case(
        f"<w:p><w:pPr><w:numPr><w:numberingChange {BY}/></w:numPr><w:sectPr><w:sectPrChange {BY}><w:sectPr/>"
        f"</w:sectPrChange></w:sectPr></w:pPr>{run('a')}</w:p>",
        ["a"],
        ["a"],
    ),
    "look of a row": Case(
        f"<w:tbl><w:tr><w:tblPrEx><w:tblPrExChange {BY}><w:tblPrEx/></w:tblPrExChange></w:tblPrEx>{tc(ONE)}</w:tr>"
        "</w:tbl>",
        ["One."],
        ["One."],
    ),
    "look of a table": Case(
        f"<w:tbl><w:tblPr><w:tblPrChange {BY}><w:tblPr/></w:tblPrChange></w:tblPr><w:tblGrid><w:tblGridChange "
        f"{BY}><w:tblGrid/></w:tblGridChange></w:tblGrid><w:tr><w:trPr><w:del {BY}/><w:trPrChange {BY}><w:trPr/>"
        f"</w:trPrChange></w:trPr><w:tc><w:tcPr><w:tcPrChange {BY}><w:tcPr/></w:tcPrChange></w:tcPr>{ONE}</w:tc></w:tr>"
        f"{row(TWO)}</w:tbl>",
        ["One.", "Two."],
        ["Two."],
    ),
}
