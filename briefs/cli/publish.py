"""`briefs publish`: cleared editions as a static folder to put on any web server."""

from __future__ import annotations

from briefs.cli.printing import Progress, say
from briefs.cli.usage import Options
from briefs.pipeline.publishing import Publication, PublicationOrder, publish


def run_publish(options: Options) -> int:
    """Publish, and print what is new in the folder. Returns the exit code."""
    order = PublicationOrder(
        options.build or options.project / "build",
        options.output,
        tuple(dict.fromkeys(options.audience or ())),
        tuple(dict.fromkeys(options.product or ())),
        options.report,
        " ".join(options.title.split()),
        options.url or "",
        options.project if (options.project / "seeds").is_dir() else None,
    )
    progress = Progress(verbose=False, quiet=False)
    try:
        done = publish(order, progress)
    finally:
        progress.clear()
    say(*_lines(done, order))
    return 0


def _lines(done: Publication, order: PublicationOrder) -> list[str]:
    count = len(done.editions)
    briefs = f"{count} brief{'s' if count != 1 else ''} in {order.output}"
    if not done.written and not done.removed:
        return [f"nothing has changed: {briefs}"]
    lines = [f"published {briefs}; open {order.output / 'index.html'}"]
    for edition in done.editions:
        lines.append(f"  {edition.page}: {edition.document.title}")
    if done.removed:
        lines.append(f"removed what is published no more: {', '.join(done.removed)}")
    return lines
