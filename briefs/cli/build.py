"""`briefs build`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefs import pipeline
from briefs.cli.arguments import PAPERS
from briefs.cli.call_records import save_record
from briefs.cli.printing import Progress, captured_output, print_diagnostics, print_json, say, tell
from briefs.cli.project_folder import between
from briefs.cli.summary import print_summary, result_json
from briefs.cli.unchanged import Call, hashes
from briefs.cli.usage import Options
from briefs.model.formats import FORMATS
from briefs.model.sheet import Sheet
from briefs.output.manifest import NAME
from briefs.pipeline.kept_builds import keep_work

ONCE = {"output-edited", "old-build-left"}
"""Warnings of what a build found in its folder: if nothing changes, the next build does not repeat them."""


def run_build(options: Options) -> int:
    """Build briefs and write them. Raises DocumentError when --strict is given and there are warnings."""
    progress = Progress(options.verbose, options.quiet or options.json)
    call: Call | None = None if options.no_cache else options.call
    folders = [str(options.project / name) for name in ("seeds", "templates", "reviews")] if call else []
    made_from = hashes(folders, between(options.project) if call and options.is_found else ())
    order = _order(options, made_from if call else None)
    before = _state(order)
    try:
        built = _built(options, order, progress)
    except KeyboardInterrupt as stop:
        if _state(order) != before:
            vars(stop)["outcome"] = f"{order.output} has the new build all the same"
        raise
    finally:
        progress.clear()
    with captured_output() as printed:
        _say(built, options, order)
    if call is not None and made_from is not None:
        note = "nothing has changed since the last build\n" if progress.verbose or progress.live else ""
        _remember(call, built, order, folders, made_from, (printed.stdout, note + printed.stderr))
    return 0


def _remember(
    call: Call,
    built: pipeline.Built,
    order: pipeline.Order,
    folders: Sequence[str],
    made_from: Mapping[str, str],
    printed: tuple[str, str],
) -> None:
    """Keep what was built, and the record of the call, unless something has changed since it was `made_from`."""
    elsewhere = [path for path in map(str, built.made_from) if path not in made_from]  # reference documents
    redlines = [path for one in built.redlines for path in one.files]
    beside, written = hashes((), elsewhere), hashes((), map(str, (*built.written, *built.stale, *redlines)))
    if beside is None or written is None:  # nobody would see that one of them has changed
        return
    made_from = {**made_from, **beside}
    if hashes(folders, made_from) != made_from:
        return
    if not built.was_kept:
        keep_work(order, built.work)
    if ONCE.isdisjoint(warning.code for warning in built.warnings):
        save_record(call, folders, made_from, written, printed, built.work.libraries)


def _built(options: Options, order: pipeline.Order, progress: Progress) -> pipeline.Built:
    """What is built, and compared if that was asked for."""
    if options.since is None:
        return pipeline.build(order, progress)
    from briefs.pipeline.redlining import build_since

    return build_since(order, options.since, progress)


def _state(order: pipeline.Order) -> tuple[int, int] | None:
    """What changes as soon as the folder of `order` has another build; None if it has none."""
    assert order.output is not None
    try:
        found = (order.output / NAME).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def _order(options: Options, hashed: Mapping[str, str] | None) -> pipeline.Order:
    """The order that the options of a call describe."""
    return pipeline.Order(
        project=pipeline.Project(options.project, options.report),
        audiences=tuple(dict.fromkeys(options.audience or ())),
        products=tuple(dict.fromkeys(options.product or ())),
        formats=tuple(name for name in FORMATS if not options.format or name in options.format),
        status=options.status,
        version=options.version,
        date=options.date,
        sheet=Sheet.of(PAPERS[options.paper], options.large_print),
        output=options.output or options.project / "build",
        strict=options.strict,
        prunes=options.prune,
        in_parallel=options.call is not None,
        uses_cache=options.call is not None and not options.no_cache,
        hashed=hashed,
    )


def _say_changes(built: pipeline.Built) -> None:
    if built.redlines:
        from briefs.cli.redline_summary import redline_lines

        say(*(line for made in built.redlines for line in redline_lines(made)))


def _say(built: pipeline.Built, options: Options, order: pipeline.Order) -> None:
    """Print warnings, and what was built."""
    assert order.output is not None
    if options.json:
        print_json(result_json(built, order.output))
        return
    print_diagnostics(built.warnings, named=options.named)
    if not options.quiet:
        print_summary(built, order.output, options.verbose)
        _say_changes(built)
    tell(*built.without_redline)
