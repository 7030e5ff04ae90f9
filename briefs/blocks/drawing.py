"""Drawing blocks from the report: anchors resolved, references and strengths checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path

from briefs.blocks.written import Written, read_block_files
from briefs.model.block import Conflict, Figure, ParticipantGroup, Proposal, Statement
from briefs.model.block_fields import Anchor, Form, Passage
from briefs.model.diagnostics import Diagnostic, Place, nearest
from briefs.model.library import Drawn, Extract, Library
from briefs.model.report import Report, Row
from briefs.model.typesetting import plain, unprintable
from briefs.model.wording_rules import WordingRules
from briefs.text.anchors import AnchorIndex


def draw(
    report: Report, folder: Path, project: Path, rules: WordingRules, audiences: Set[str]
) -> tuple[Library, tuple[Diagnostic, ...]]:
    """The blocks written in `folder/*.yaml`, drawn from `report`, and everything that is wrong with them.

    `rules` hold the report's table of strength, `audiences` are the names that templates have.
    A field with a wrong anchor is in the Library without extracts, and what would be held against them is not checked.
    """
    files = read_block_files(folder, project)
    problems = list(files.problems)
    index = AnchorIndex(report)
    by_id: dict[str, Written] = {}
    drawn: dict[str, Drawn] = {}
    for item in files.written:
        block = item.block
        if block.id in by_id:
            first = by_id[block.id].place
            message = f'the id "{block.id}" is used twice, first in {first}'
            problems.append(Diagnostic(item.line_of("id"), "id-duplicate", message, "give the block another id"))
            continue
        by_id[block.id] = item
        extracts: dict[str, tuple[Extract, ...]] = {}
        for field, anchors in anchored_fields(item):
            found = []
            for number, anchor in enumerate(anchors):
                place = (
                    item.line_of(*field.split("."), "anchor", number)
                    if field != "anchor"
                    else item.line_of("anchor", number)
                )
                owner = block.id if field == "anchor" else f"{block.id}, {field}"
                result = index.resolve(anchor, owner, place)
                if isinstance(result, Diagnostic):
                    problems.append(result)
                else:
                    found.append(result)
            extracts[field] = tuple(found) if len(found) == len(anchors) else ()
        drawn[block.id] = Drawn(block, item.place, extracts, dict(_lines(item)))
    for block_id, one in drawn.items():
        problems.extend(_unprintable(one, report))
        problems.extend(_check(by_id[block_id], one, by_id, files.unreadable, rules, audiences, report))
    return Library(report, drawn, files.unreadable), tuple(sorted(problems, key=lambda d: d.place))


def anchored_fields(written: Written) -> Iterator[tuple[str, tuple[Anchor, ...]]]:
    """Fields of a block that have anchors of their own, by name as in `Drawn.extracts`."""
    block = written.block
    yield "anchor", block.anchor
    for name in type(block).model_fields:
        match getattr(block, name):
            case Form(anchor=anchors) if anchors:
                yield name, anchors
            case Passage(anchor=anchors, short=short):
                yield name, anchors
                if short is not None and short.anchor:
                    yield f"{name}.short", short.anchor
            case _:
                pass


def _lines(written: Written) -> Iterator[tuple[str, int]]:
    """The lines of a block's fields, by name as in `Drawn.extracts`; of an edited form, that of its words."""
    for name, field in type(written.block).model_fields.items():
        match getattr(written.block, name):
            case Form():
                yield name, written.line_of(name, "text").line
            case Passage(short=short):
                yield name, written.line_of(name).line
                if short is not None:
                    yield f"{name}.short", written.line_of(name, "short", "text").line
            case _:
                yield name, written.line_of(field.alias or name).line


def _check(
    written: Written,
    drawn: Drawn,
    by_id: Mapping[str, Written],
    unreadable: Set[str],
    rules: WordingRules,
    audiences: Set[str],
    report: Report,
) -> Iterator[Diagnostic]:
    block = written.block
    yield from _check_references(written, by_id, unreadable)
    for audience in block.audiences:
        if audience not in audiences:
            place = written.line_of("audiences", audience)
            yield Diagnostic(place, "audience-unknown", f'"{audience}" is no audience', nearest(audience, audiences))
    if block.strength is not None and all(drawn.extracts.values()):
        yield from _check_strength(written, drawn, block.strength, rules)
    if isinstance(block, ParticipantGroup):
        yield from _check_counts(written, block, [leaf for leaf in report.leaves() if isinstance(leaf, Row)])
    if isinstance(block, Figure):
        yield from _check_figure(written, block, by_id)


def _check_counts(written: Written, group: ParticipantGroup, rows: Sequence[Row]) -> Iterator[Diagnostic]:
    """That as many rows of the report have the affiliations of `group`, and of those it includes, as it says."""
    place, said = written.line_of("count"), f'"{group.id}"'
    yield from _check_count(place, said, group.count, group.affiliations, rows)
    if (portion := group.including) is not None:
        place, said = written.line_of("including", "count"), f'including of "{group.id}"'
        yield from _check_count(place, said, portion.count, portion.affiliations, rows)
        for name in sorted(set(portion.affiliations) - set(group.affiliations)):
            message = f'{said} has the affiliation "{name}", which the group has not'
            yield Diagnostic(written.line_of("including", "affiliations"), "count-wrong", message)


def _check_count(
    place: Place, said: str, count: int, affiliations: Sequence[str], rows: Sequence[Row]
) -> Iterator[Diagnostic]:
    counted = sum(1 for row in rows if row.cells[-1] in affiliations)
    if counted != count:
        message = f"{said} says {count}, but {counted} rows of the report have its affiliations"
        yield Diagnostic(place, "count-wrong", message)


def _check_figure(written: Written, figure: Figure, by_id: Mapping[str, Written]) -> Iterator[Diagnostic]:
    """That `figure` is drawn from blocks that are no figures, each once, and none that an audience of it never has."""
    for index, name in enumerate(figure.of):
        place = written.line_of("of", index)
        part = by_id[name].block if name in by_id else None
        if name in figure.of[:index]:
            yield Diagnostic(place, "field-invalid", f'"{figure.id}" is drawn from "{name}" twice', "name it once")
        elif isinstance(part, Figure):
            message = f'"{figure.id}" is drawn from "{name}", which is a figure itself'
            yield Diagnostic(place, "reference-unknown", message, "name the blocks that it is drawn from")
        elif part is not None:
            for audience, priority in figure.audiences.items():
                if priority != "never" and part.audiences.get(audience) == "never":
                    message = f'"{figure.id}" is {priority} for {audience}, and "{name}" is never printed for them'
                    hint = "take it out, or change the `audiences` of either"
                    yield Diagnostic(place, "block-excluded", message, hint)


def _unprintable(drawn: Drawn, report: Report) -> Iterator[Diagnostic]:
    for extract in drawn.all_extracts():
        if character := unprintable(extract.text):
            message = f'the passage of "{drawn.id}" has the character U+{ord(character):04X}, which cannot be printed'
            yield Diagnostic(Place(report.path, extract.lines[0]), "glyph-missing", message, "point around it")


def _check_references(written: Written, by_id: Mapping[str, Written], unreadable: Set[str]) -> Iterator[Diagnostic]:
    block = written.block
    named: list[tuple[str, str]] = [("conflict", conflict) for conflict in block.conflict]
    if block.with_ is not None:
        named.append(("with", block.with_))
    if isinstance(block, Proposal) and block.carried is not None:
        named.append(("carried", block.carried))
    if isinstance(block, Statement):
        named += (("counts", name) for name in block.counts)
    if isinstance(block, Figure):
        named += (("of", name) for name in block.of)
    for field, name in named:
        if name in unreadable:
            continue
        if name not in by_id:
            message = f'"{block.id}" names the block "{name}", which does not exist'
            yield Diagnostic(written.line_of(field), "reference-unknown", message, nearest(name, by_id))
        elif field == "conflict" and not isinstance(by_id[name].block, Conflict):
            message = f'"{block.id}" names "{name}" as a conflict, but it is a {by_id[name].block.kind}'
            yield Diagnostic(written.line_of(field), "reference-unknown", message)
        elif field == "counts" and not isinstance(by_id[name].block, ParticipantGroup):
            message = f'"{block.id}" counts "{name}", which is no participant_group but a {by_id[name].block.kind}'
            yield Diagnostic(written.line_of(field), "reference-unknown", message)


def _check_strength(written: Written, drawn: Drawn, strength: str, rules: WordingRules) -> Iterator[Diagnostic]:
    place = written.line_of("strength")
    if rules.level(strength) is None:
        message = f'the strength "{strength}" of "{drawn.id}" has no phrase of the report\'s table of levels'
        yield Diagnostic(place, "strength-unknown", message, nearest(strength, rules.strengths))
    elif not any(plain(strength).lower() in plain(extract.text).lower() for extract in drawn.all_extracts()):
        message = f'the strength "{strength}" of "{drawn.id}" is not in the passage that it points at'
        yield Diagnostic(place, "strength-not-found", message, "keep the report's own quantifier, or point at it")
