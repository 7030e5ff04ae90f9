"""What `briefs draw` prints of candidates: how many of each kind, what can be done with them, and what was done."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from briefs.candidates.candidate import Candidate, PassageAnchor
from briefs.candidates.found import Open
from briefs.cli.printing import print_diagnostics, print_json, say
from briefs.cli.styles import cut, styled
from briefs.cli.tables import table, terminal_width
from briefs.cli.usage import Options, usage_error, with_choice
from briefs.model.block import KINDS
from briefs.model.block_fields import Anchor
from briefs.pipeline.accepting_candidates import Moved, accept_candidates, reject_candidates
from briefs.pipeline.drawing_candidates import MOST, DrawnCandidates, draw_candidates
from briefs.pipeline.order import Project


def show_candidates(project: Project, options: Options) -> int:
    """Propose blocks and list how many of each kind. Returns the exit code: 1 if the report may be read wrongly."""
    drawn = draw_candidates(project, tuple(options.kind or ()), options.at, write=not options.dry_run)
    if options.json:
        print_json(_json(drawn))
    else:
        say(*_lines(drawn, options))
    print_diagnostics(drawn.problems, named=options.named)
    return 1 if drawn.problems else 0


def decide_on_candidates(project: Project, named: Sequence[str], options: Options) -> int:
    """Accept or reject candidates, and say what is open in those accepted. Returns the exit code: 0."""
    kinds = tuple(options.kind or ())
    if not named and not kinds:
        usage_error(options, f"name the candidates: briefs draw --{'accept' if options.accept else 'reject'} ID")
    if options.at or options.dry_run:
        usage_error(
            options, f"--{'at' if options.at else 'dry-run'} goes with proposing, not with --accept or --reject"
        )
    done = (accept_candidates if options.accept else reject_candidates)(project, named, kinds)
    if options.json:
        print_json(_moved_json(done, options.accept))
    else:
        say(*_moved_lines(done, options.accept))
        print_diagnostics(done.open, named=options.named)
    return 0


def _lines(drawn: DrawnCandidates, options: Options) -> Iterator[str]:
    """A line for each kind, and what to do next."""
    proposed, most, is_trial = drawn.proposed, terminal_width(sys.stdout), options.dry_run
    by_kind: dict[str, list[Candidate]] = {}
    for one in proposed.candidates:
        by_kind.setdefault(one.kind, []).append(one)
    added = frozenset(proposed.added)
    rows = [
        (kind, str(len(ones)), str(sum(one.id in added for one in ones)), ones[0].label, ones[0].words)
        for kind, ones in sorted(by_kind.items(), key=lambda pair: list(KINDS).index(pair[0]))
    ]
    if rows:
        head = ("kind", "candidates", "new", "first at", "words")
        yield from (cut(line, most or _USUAL_WIDTH) for line in table(head, rows, right=(1, 2)))
    yield _summary(drawn, is_trial)
    if drawn.left_out:
        yield (
            f"{drawn.left_out:,} less certain ones are left out, since at most {MOST:,} are proposed in one run:"
            " look for one kind with --kind, or in one place with --at"
        )
    for passage in (one.found.passage for one in proposed.nameless):
        yield f"no anchor names this passage, which recurs in {passage.leaf.label}: {passage.words}"
    if drawn.without_words:
        yield f"no rules have words in the language {drawn.language} for {', '.join(drawn.without_words)}"
    yield from drawn.written
    if proposed.candidates and not is_trial:
        listing, draw = with_choice(options, "briefs blocks"), with_choice(options, "briefs draw")
        yield styled(f"read them in these files or with {listing} --proposed, then accept those that you want:", "hint")
        first = next(iter(by_kind[rows[0][0]]))
        yield styled(f"{draw} --accept {first.id}, or all of a kind: --accept --kind {first.kind}", "hint")


_USUAL_WIDTH = 120
"""The width of lines where there is no terminal: passages may be as long as a page."""


def _summary(drawn: DrawnCandidates, is_trial: bool) -> str:
    """How many candidates there are, and what became of them."""
    proposed = drawn.proposed
    count = len(proposed.candidates)
    parts = [f"{count} candidate{'' if count == 1 else 's'}", f"{len(proposed.added)} new"]
    if proposed.changed:
        parts.append(f"{len(proposed.changed)} kept as you changed them")
    if proposed.gone:
        parts.append(f"{len(proposed.gone)} gone, since the report or a block has their passage otherwise")
    return "; ".join(parts) + ("; nothing was written" if is_trial else "")


def _moved_lines(done: Moved, is_accepted: bool) -> Iterator[str]:
    for name, place in done.places.items():
        yield f"accepted: {name} is now in {place}" if is_accepted else f"rejected: {name}"
    yield from done.written
    if done.left:
        yield f"left among the candidates, since they lack what a block needs: {', '.join(done.left)}"
    if done.open:
        yield "what is still open in these blocks, to be written at these lines:"


def _moved_json(done: Moved, is_accepted: bool) -> dict[str, Any]:
    return {
        "accepted" if is_accepted else "rejected": [
            {"id": name, "path": place.path, "line": place.line} for name, place in done.places.items()
        ],
        "open": [
            {"path": one.place.path, "line": one.place.line, "code": one.code, "message": one.message, "hint": one.hint}
            for one in done.open
        ],
        "files": list(done.written),
    }


def _json(drawn: DrawnCandidates) -> dict[str, Any]:
    proposed = drawn.proposed
    added, changed = frozenset(proposed.added), frozenset(proposed.changed)
    return {
        "language": drawn.language,
        "candidates": [_candidate(one, one.id in added, one.id in changed) for one in proposed.candidates],
        "gone": list(proposed.gone),
        "left_out": drawn.left_out,
        "without_anchor": [one.found.passage.words for one in proposed.nameless],
        "without_words": list(drawn.without_words),
        "files": list(drawn.written),
    }


def _candidate(one: Candidate, is_new: bool, is_changed: bool) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind,
        "new": is_new,
        "changed": is_changed,
        "source": one.label,
        "page": one.page,
        "lines": list(one.found.passage.leaf.lines),
        "words": one.words,
        "anchor": _anchor(one.anchor),
        "rule": one.found.rule,
        "evidence": one.found.evidence,
        "certainty": one.found.certainty,
        "also": list(one.also),
        "strength": one.strength or None,
        "short": one.short or None,
        "fields": {name: _field(value) for name, value in one.fields.items()},
    }


def _field(value: object) -> object:
    if isinstance(value, Open):
        return {"open": value.hint, "guess": value.guess or None}
    return {"anchor": _anchor(value.anchor)} if isinstance(value, PassageAnchor) else value


def _anchor(anchor: Anchor) -> object:
    return anchor.text if anchor.scope is None else {"text": anchor.text, "in": anchor.scope}
