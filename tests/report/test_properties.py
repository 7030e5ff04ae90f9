"""Generated reports: sections, paragraphs split by pages, notes and quotations, lists, and their hints."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from briefs.model.note_marks import SUPERSCRIPTS
from briefs.model.report import Footnote, Item, Paragraph, Quotation, Section
from tests.report.builders import lines_of, parsed, report, walk


@dataclass
class Written:
    """A report as generated, and what reading it must give."""

    lines: list[str] = field(default_factory=list)
    outline: list[dict[str, object]] = field(default_factory=list)
    quotations: list[dict[str, object]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    callers: dict[int, str] = field(default_factory=dict)

    def put(self, *lines: str) -> None:
        self.lines += [*lines, ""]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def hint_text(self) -> str:
        return f"outline: {json.dumps(self.outline)}\nquotations: {json.dumps(self.quotations)}\n"


WORD = st.text(st.sampled_from("abcdefgéßñ"), min_size=2, max_size=7)
WORDS = st.lists(WORD, min_size=1, max_size=6).map(" ".join)


def mark(number: int) -> str:
    return "".join(SUPERSCRIPTS[int(digit)] for digit in str(number))


@st.composite
def reports(draw: st.DrawFn) -> Written:
    """Every paragraph begins with its number ("P3 …"), so that no two texts are alike."""
    written = Written()
    waiting: list[int] = []  # footnotes called and not yet written

    def called(text: str) -> str:
        if not draw(st.booleans()):
            return text
        number = len(written.callers) + 1
        written.callers[number] = text.split()[0]
        waiting.append(number)
        return f"{text}{mark(number)}"

    def notes() -> None:
        for number in waiting:
            written.put(f"{mark(number)} Note {number} says {draw(WORDS)}.")
        waiting.clear()

    def paragraph() -> None:
        text = called(f"P{len(written.paragraphs)} {draw(WORDS)}")
        between = draw(st.sampled_from(["", "page", "notes", "quotation"]))
        if between:
            head, rest = f"{text} and", draw(WORDS)
            written.put(head)
            if between == "notes":
                notes()
            if between == "quotation":
                quotation("pull")
            written.put(f"{rest}.")
            text = f"{head} {rest}."
        else:
            text = f"{text}."
            written.put(text)
        written.paragraphs.append(text)

    def quotation(role: str) -> None:
        text = f"Q{len(written.quotations)} {draw(WORDS)}"
        lines = [text, *draw(st.lists(WORDS, max_size=2))]
        hint: dict[str, object] = {"text": text, "role": role}
        if draw(st.booleans()):
            hint["attribution"] = "One of them"
            lines += [*draw(st.sampled_from([[], [""]])), "- One of them"]
        written.quotations.append(hint)
        written.put(*lines)

    def items() -> None:
        sort = draw(st.sampled_from(["- ", "1. ", "- a) "]))
        for index in range(draw(st.integers(1, 4))):
            text = called(f"L{len(written.items)} {draw(WORDS)}")
            marker = sort.replace("1", str(index + 1)).replace("a", "abcd"[index])
            written.lines += [f"{marker}{text}"]
            written.items.append(text)
            if draw(st.booleans()):
                written.lines += [""]
                notes()
        written.lines += [""]

    for index in range(draw(st.integers(1, 4))):
        level = draw(st.integers(1, min(3, written.levels[-1] + 1))) if written.levels else 1
        if draw(st.booleans()):
            quotation("epigraph")
        text = f"H{index} {draw(WORDS)}"
        written.levels.append(level)
        written.outline.append({"text": text, "level": level, "label": f"L{index}"})
        written.put(text)
        for _ in range(draw(st.integers(0, 4))):
            paragraph()
            if draw(st.booleans()):
                items()
            if draw(st.booleans()):
                notes()
    notes()
    return written


@given(reports())
def test_every_line_of_any_report_is_in_exactly_one_node(written: Written) -> None:
    tree = report(written.text, written.hint_text).children
    taken = sorted(line for node in walk(tree) for line in lines_of(node))
    assert taken == [number for number, line in enumerate(written.lines, 1) if line.strip()]


@given(reports())
def test_paragraphs_of_any_report_are_rejoined(written: Written) -> None:
    tree = report(written.text, written.hint_text).children
    assert [node.text for node in walk(tree) if isinstance(node, Paragraph)] == written.paragraphs


@given(reports())
def test_items_sections_and_quotations_of_any_report_are_found(written: Written) -> None:
    nodes = list(walk(report(written.text, written.hint_text).children))
    assert [node.text for node in nodes if isinstance(node, Item)] == written.items
    assert [node.heading.level for node in nodes if isinstance(node, Section)] == written.levels
    assert len([node for node in nodes if isinstance(node, Quotation)]) == len(written.quotations)


@given(reports())
def test_footnotes_of_any_report_are_linked_to_the_leaf_with_their_mark(written: Written) -> None:
    nodes = list(walk(report(written.text, written.hint_text).children))
    by_address = {node.address: node for node in nodes}
    assert len(by_address) == len(nodes)
    callers = {
        node.number: getattr(by_address[node.called_from], "text", "").split()[0]
        for node in nodes
        if isinstance(node, Footnote)
    }
    assert callers == written.callers


@given(st.text(st.sampled_from("ab.:-*1)¹² \t\n\f")), st.booleans())
def test_any_text_is_read_without_loss(text: str, is_outlined: bool) -> None:
    hint_text = "outline: [{text: a, level: 1, label: I}]\n" if is_outlined else ""
    result = parsed(text, hint_text)
    taken = sorted(line for node in walk(result.value.children) for line in lines_of(node))
    assert taken == [number for number, line in enumerate(text.split("\n"), 1) if line.strip()]
