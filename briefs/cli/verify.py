"""`briefs verify`: what files that turn up are, and whether they are as they were sent."""

from __future__ import annotations

from briefs.cli.printing import Progress, print_json, say, tell
from briefs.cli.styles import styled
from briefs.cli.usage import Options
from briefs.pipeline.verifying import VerificationOrder, verify
from briefs.verification.told_verdict import paragraph
from briefs.verification.verdict import verdict_json


def run_verify(options: Options) -> int:
    """Print what is known of each file. Returns the exit code: 1 unless all are unchanged."""
    build = options.build or options.project / "build"
    order = VerificationOrder(
        tuple(options.files),
        build if options.build is not None or build.is_dir() else None,
        tuple(options.register or ()),
        options.project if (options.project / "templates").is_dir() else None,
    )
    progress = Progress(verbose=False, quiet=options.json)
    try:
        done = verify(order, progress)
    finally:
        progress.clear()
    if options.json:
        print_json({"files": [verdict_json(verdict) for verdict in done.verdicts], "warnings": list(done.warnings)})
    else:
        say(*map(paragraph, done.verdicts))
        tell(*(f"{styled('warning:', 'warning')} {warning}" for warning in done.warnings))
    return 0 if done.all_unchanged else 1
