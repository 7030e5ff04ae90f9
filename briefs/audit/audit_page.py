"""The page of an audit: one HTML file that is self-contained, for people who clear briefs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from briefs.audit.audit import (
    Audit,
    BlockFate,
    BlockRow,
    BriefAudit,
    DifferingFigures,
    ReportAudit,
    SectionReading,
    Shade,
    ShadedNode,
)
from briefs.audit.audit_style import LINES, STYLE
from briefs.audit.readability import WORDS_PER_MINUTE
from briefs.audit.told_audit import NOTHING, minutes, names_of, share, told_fate, told_place
from briefs.model.typesetting import words
from briefs.model.web_policy import POLICY

Row = Sequence[str]


def audit_page(audit: Audit) -> str:
    """The page of `audit`. All of it is in one file; nothing is loaded."""
    title = "Audit of " + (" and ".join(f"“{one.title}”" for one in audit.reports) or "no report")
    parts = [f"<h1>{escape(title)}</h1>", _contents(audit)]
    for one in audit.reports:
        parts += _report(one, is_only=len(audit.reports) == 1)
    if audit.figures:
        parts += [_heading("between", "Figures that differ between reports"), *_figures(audit.figures)]
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f"<title>{escape(title, quote=False)}</title>",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            POLICY,
            '<meta name="color-scheme" content="light dark">',
            f"<style>\n{STYLE}\n</style>",
            "</head>",
            "<body>",
            "<main>",
            *parts,
            "</main>",
            "</body>",
            "</html>",
            "",
        ]
    )


_PARTS = {
    "briefs": "Briefs: pages, words, reading",
    "unreached": "Points that reach nobody",
    "gaps": "Gaps",
    "figures": "Figures that differ",
    "strength": "Strength used",
    "conflicts": "Conflicts printed",
    "wider": "Wording that says more than its passage",
    "blocks": "Blocks by audience",
    "coverage": "Coverage of the report",
}


def _contents(audit: Audit) -> str:
    items = []
    for one in audit.reports:
        prefix = "" if len(audit.reports) == 1 else f"{one.title}: "
        items += [
            f'<li><a href="#{one.report}-{name}">{escape(prefix + text)}</a></li>' for name, text in _PARTS.items()
        ]
    if audit.figures:
        items.append('<li><a href="#between">Figures that differ between reports</a></li>')
    return f'<nav aria-label="Contents"><ul>{"".join(items)}</ul></nav>'


def _heading(name: str, text: str, level: int = 2) -> str:
    return f'<h{level} id="{escape(name)}">{escape(text)}</h{level}>'


def _report(one: ReportAudit, *, is_only: bool) -> Iterator[str]:
    if not is_only:
        yield f"<h2>{escape(one.title)}</h2>"
    level = 2 if is_only else 3
    makers = {
        "briefs": _briefs(one),
        "unreached": _unreached(one),
        "gaps": _gaps(one),
        "figures": _figures(one.figures, one.title),
        "strength": _strength(one),
        "conflicts": _conflicts(one),
        "wider": _wider(one),
        "blocks": _blocks(one),
        "coverage": _coverage(one, level + 1),
    }
    for name, made in makers.items():
        yield _heading(f"{one.report}-{name}", _PARTS[name], level)
        yield from made


def _table(caption: str, head: Row, rows: Iterable[Row], of: str, numbers: Sequence[int] = ()) -> str:
    """A table of which cells are HTML; the first cell of each row is its heading. A wide one scrolls by itself: what
    it is called then also says `of` which report it is, if it is of one."""

    def cell(at: int, html: str) -> str:
        return f'<td class="number">{html}</td>' if at in numbers else f"<td>{html}</td>"

    columns = "".join(
        f'<th scope="col" class="number">{text}</th>' if at in numbers else f'<th scope="col">{text}</th>'
        for at, text in enumerate(head)
    )
    body = "".join(
        f'<tr><th scope="row">{row[0]}</th>{"".join(cell(at, text) for at, text in enumerate(row) if at)}</tr>\n'
        for row in rows
    )
    name = escape(f"{caption}, {of}" if of else caption)
    return (
        f'<div class="wide" role="region" aria-label="{name}" tabindex="0"><table>'
        f"<caption>{escape(caption)}</caption>\n<thead><tr>{columns}</tr></thead>\n<tbody>{body}</tbody></table></div>"
    )


def _id(text: str) -> str:
    return f'<span class="id">{escape(text)}</span>'


def _ids(texts: Iterable[str]) -> str:
    return ", ".join(map(_id, texts))


def _nothing() -> str:
    return f"<p>{NOTHING}</p>"


def _reading(one: SectionReading) -> tuple[str, str, str]:
    return str(one.words), minutes(one.seconds), "–" if one.ease is None else f"{one.ease:.0f}"


def _briefs(one: ReportAudit) -> Iterator[str]:
    head = ("Brief", "Pages", "Words", "Reading time", "Reading ease")
    rows = [(escape(str(b.key)), f"{b.pages} of {b.budget}", *_reading(b.reading)) for b in one.briefs]
    yield _table("All briefs, as they would be cleared", head, rows, one.title, (1, 2, 3, 4))
    yield (
        f'<p class="quiet">Reading time is at {WORDS_PER_MINUTE} words per minute (IReST, 2012). Reading ease is that '
        "of Flesch (1948): 100 is very easy, 0 is very hard, and reports of experts are around 30.</p>"
    )
    for brief in one.briefs:
        yield from _sections_of(brief, one.title)


def _sections_of(brief: BriefAudit, of: str) -> Iterator[str]:
    rows = [(escape(section.heading), *_reading(section)) for section in brief.sections]
    table = _table(f"Sections: {brief.key}", ("Section", "Words", "Reading time", "Reading ease"), rows, of, (1, 2, 3))
    yield f"<details><summary>Sections of {escape(brief.key.described)}</summary>{table}</details>"


def _unreached(one: ReportAudit) -> Iterator[str]:
    yield (
        "<p>Points and recommendations of the executive summary that no brief prints. First those whose passage no "
        "other block carries.</p>"
    )
    rows = [
        (
            _id(point.row.block),
            escape(point.row.text),
            _ids(point.carried_by) or "<strong>nobody</strong>",
            _why(point.row.fates),
            _place(point.row.place),
        )
        for point in one.unreached
    ]
    head = ("Block", "Says", "Its passage is carried by", "Why it is not printed", "Written in")
    yield _table("Points that reach nobody", head, rows, one.title) if rows else _nothing()


def _why(fates: Sequence[BlockFate]) -> str:
    """Why a block is printed for nobody; if the reason is the same for all audiences, it is said once."""
    reasons = {one.audience: one.reason or one.fate for one in fates}
    if len(set(reasons.values())) == 1:
        return escape(next(iter(reasons.values())))
    return "; ".join(escape(f"{audience}: {reason}") for audience, reason in reasons.items())


def _place(place: str) -> str:
    return f'<span class="quiet">{escape(place)}</span>'


def _gaps(one: ReportAudit) -> Iterator[str]:
    names = {"must": "a must that is not printed", "kind": "a kind that only others have"}
    rows = [(escape(gap.audience), names[gap.sort], _id(gap.what), escape(gap.reason)) for gap in one.gaps]
    yield _table("What audiences lack", ("Audience", "Lacks", "What", "Why"), rows, one.title) if rows else _nothing()


def _figures(figures: Sequence[DifferingFigures], of: str = "") -> Iterator[str]:
    yield "<p>Different numbers with the same noun. Whether they count the same thing, you must judge.</p>"
    rows = [
        (
            escape(one.noun),
            "<br>".join(
                f"{escape(stated.text)} <span class='quiet'>{escape(told_place(stated))}</span>"
                for stated in one.stated
            ),
        )
        for one in figures
    ]
    yield _table("Figures that differ", ("Of what", "Numbers, and where"), rows, of) if rows else _nothing()


def _strength(one: ReportAudit) -> Iterator[str]:
    rows = [
        (escape(used.words), "–" if used.level is None else str(used.level), escape(str(brief.key)), _ids(used.blocks))
        for brief in one.briefs
        for used in brief.strengths
    ]
    yield (
        "<p>How many held a view, in the report's words: level 1 is one participant, level 7 all, and 0 does not say "
        "how many.</p>"
    )
    head = ("Words", "Level", "Brief", "Blocks")
    yield _table("Strength used, by brief", head, rows, one.title, (1,)) if rows else _nothing()


def _conflicts(one: ReportAudit) -> Iterator[str]:
    rows = [
        (_id(found.conflict), escape(found.point), escape(found.printed), escape(str(brief.key)), _ids(found.blocks))
        for brief in one.briefs
        for found in brief.conflicts
    ]
    head = ("Conflict", "The report", "Printed", "Brief", "Blocks")
    yield _table("Points where the report contradicts itself", head, rows, one.title) if rows else _nothing()


def _wider(one: ReportAudit) -> Iterator[str]:
    rows = [
        (_id(form.block), escape(form.reason), escape(", ".join(form.audiences) or "nobody"), _place(form.place))
        for form in one.wider
    ]
    head = ("Block", "Reason", "Printed for", "Written in")
    yield _table("Wording that says more, with its reason", head, rows, one.title) if rows else _nothing()


def _blocks(one: ReportAudit) -> Iterator[str]:
    head = ("Block", "Kind", "Says", *map(escape, one.audiences))
    for caption, is_printed in (("Blocks that are printed", True), ("Blocks that are printed for nobody", False)):
        if rows := [_block(row) for row in one.rows if bool(row.reaches) is is_printed]:
            yield _table(caption, head, rows, one.title)


def _block(row: BlockRow) -> Row:
    return _id(row.block), escape(row.kind), escape(row.text), *map(_fate, row.fates)


def _fate(fate: BlockFate) -> str:
    head, _, more = told_fate(fate).partition(": ")
    kind = fate.fate.replace(" ", "-")
    return f'<span class="{kind}">{escape(head)}</span>' + (f"<br>{escape(more)}" if more else "")


def _coverage(one: ReportAudit, level: int) -> Iterator[str]:
    marks = names_of(one.audiences)
    in_all = one.covered.get("all", 0.0)
    yield (
        "<p>The text of the report, each passage marked with the audiences whose briefs rest on it. The more of them, "
        f"the stronger the colour. Briefs rest on {share(in_all)} of its words. Title pages and lists of contents are "
        "left out.</p>"
    )
    yield '<ul class="legend">'
    for name, mark in marks.items():
        own = f'<mark class="by-1 {_lines(one.audiences, (name,))}">{_who(mark)}{escape(name)}</mark>'
        yield f"<li>{own}: {share(one.covered.get(name, 0.0))} of the words</li>"
    yield f'<li><span class="nobody">nobody</span>: {share(1 - in_all)} of the words</li>'
    yield "</ul>"
    yield f'<div class="report" lang="{escape(one.language)}">'
    for node in one.coverage:
        yield _node(node, marks, level)
    yield "</div>"


def _node(node: ShadedNode, marks: dict[str, str], level: int) -> str:
    if node.level:
        tag = f"h{min(6, level + node.level - 1)}"
        return f"<{tag}>{escape(node.shades[0].text)}</{tag}>"
    pieces = "".join(_shaded(shade, marks) for shade in node.shades)
    return f'<p><span class="label">{escape(node.label)}</span>{pieces}</p>'


def _shaded(shade: Shade, marks: dict[str, str]) -> str:
    """A piece with the marks of those whose briefs rest on it, which are read aloud by their whole names."""
    if not words(shade.text):
        return escape(shade.text)
    names = ", ".join(shade.audiences) or "nobody"
    heard = f'<span class="heard" lang="en">({escape(names)}) </span>'
    if not shade.audiences:
        return f'<span class="nobody">{heard}{escape(shade.text)}</span>'
    who = "".join(_who(marks[name]) for name in shade.audiences)
    kind = f"by-{min(3, len(shade.audiences))} {_lines(tuple(marks), shade.audiences)}"
    return f'<mark class="{kind}" title="{escape(names)}">{who}{heard}{escape(shade.text)}</mark>'


def _who(mark: str) -> str:
    return f'<span class="who" aria-hidden="true">{escape(mark)}</span>'


def _lines(audiences: Sequence[str], names: Sequence[str]) -> str:
    """The classes that draw the line of each of `names` below a passage: at a height and in a colour of its own."""
    return " ".join(f"line-{audiences.index(name) % LINES + 1}" for name in names)
