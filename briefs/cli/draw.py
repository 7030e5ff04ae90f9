"""`briefs draw`: candidates for blocks, deciding on them, and accepting a new report."""

from __future__ import annotations

from briefs.cli.candidate_listing import decide_on_candidates, show_candidates
from briefs.cli.drawing_again import run_drawing_again
from briefs.cli.printing import print_json, say
from briefs.cli.report_diff import change_lines, changes_json
from briefs.cli.usage import Options, usage_error, with_choice
from briefs.pipeline.accepting import accept
from briefs.pipeline.order import Project
from briefs.pipeline.report_drift import Acceptance


def run_draw(options: Options) -> int:
    """Propose blocks, decide on what was proposed, or accept the report. Returns the exit code."""
    project = Project(options.project, options.report)
    named = tuple(dict.fromkeys(options.ids))
    if options.accept_report:
        return _accepted(accept(project, frozenset(named)), options)
    if options.again:
        return run_drawing_again(options)
    if options.accept or options.reject:
        return decide_on_candidates(project, named, options)
    if named:
        usage_error(options, "say what to do with these candidates: --accept or --reject")
    return show_candidates(project, options)


def _accepted(done: Acceptance, options: Options) -> int:
    """Say what was accepted, and what is left to be read again."""
    left = [one for one in done.drift.changes if one.must_be_accepted and one.drawn.id in done.left]
    if options.json:
        files = [str(path) for path in done.written]
        print_json(
            {"accepted": list(done.named), "left": list(done.left), "passages": changes_json(left), "files": files}
        )
        return 1 if done.left else 0
    say(*(str(path) for path in done.written))
    if done.drift.lock is None:
        say("the report is accepted as it is")
    else:
        say(done.drift.summary)
    say(*(f"accepted: {block}" for block in done.named))
    if done.left:
        say(*change_lines(left))
        lost = dict.fromkeys(one.drawn.id for one in left if not one.lines)
        if lost:
            say(f"mend the anchors that match nothing first: those of {', '.join(lost)}")
        if found := [block for block in done.left if block not in lost]:
            say("read these passages and what rests on them, then name the blocks whose wording still holds:")
            say(f"{with_choice(options, 'briefs draw')} --accept-report {' '.join(found)}")
    return 1 if done.left else 0
