"""`briefs redline`: what changed since an edition."""

from __future__ import annotations

from briefs.cli.printing import Progress, diagnostic_json, print_diagnostics, print_json, say, tell
from briefs.cli.redline_summary import redline_json, redline_lines
from briefs.cli.styles import styled
from briefs.cli.usage import Options
from briefs.model.formats import FORMATS
from briefs.pipeline.order import Project
from briefs.pipeline.redline_editions import Choice
from briefs.pipeline.redline_files import FOLDER
from briefs.pipeline.redlining import RedlineOrder, make_redline


def run_redline(options: Options) -> int:
    """Write a redline, and say what changed. Raises BriefsError, UnknownName and DocumentError, having written
    nothing."""
    build = options.build or options.project / "build"
    order = RedlineOrder(
        project=Project(options.project, options.report),
        build=build,
        output=options.output or build / FOLDER,
        old=options.old,
        new=options.new,
        choice=Choice(options.report, tuple(options.audience or ()), tuple(options.product or ())),
        formats=tuple(name for name in FORMATS if not options.format or name in options.format),
        status=options.status,
        keeps_marks=options.keep_marks,
        moves=options.moves,
    )
    progress = Progress(verbose=False, quiet=options.json)
    try:
        made = make_redline(order, progress)
    finally:
        progress.clear()
    if options.json:
        warnings = [diagnostic_json(warning) for warning in made.warnings]
        print_json({**redline_json(made), "left": list(made.left), "warnings": warnings})
        return 0
    print_diagnostics(made.warnings, named=options.named)
    say(*redline_lines(made))
    tell(*(f"{styled('warning:', 'warning')} {line}" for line in made.left))
    return 0
