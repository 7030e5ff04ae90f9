"""`briefs report`: the report as it was read."""

from __future__ import annotations

from briefs import pipeline
from briefs.cli.printing import print_json, say
from briefs.cli.usage import Options, usage_error
from briefs.report.json_tree import report_json
from briefs.report.numbered_lines import numbered_lines
from briefs.report.outline import outline_lines
from briefs.report.readers import read_report


def run_report(options: Options) -> int:
    """Print the outline of the report, its text with the numbers of lines, its whole tree as JSON, or how it has
    changed. Returns the exit code."""
    if options.diff is not None:
        if options.text:
            usage_error(options, "--diff and --text do not go together")
        from briefs.cli.report_diff import run_report_diff  # needs what draws blocks

        return run_report_diff(options)
    project = pipeline.Project(options.project, options.report)
    report = read_report(project.seed(), project.root).or_raise().report
    if options.json:
        print_json(report_json(report))
    elif options.text:
        say(*numbered_lines(report))
    else:
        say(*map(options.named, outline_lines(report)))
    return 0
