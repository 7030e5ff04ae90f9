"""A build: what an order asks for, as it was finished before or is now, and written in one step."""

from __future__ import annotations

from dataclasses import replace

from briefs.pipeline.built import Built
from briefs.pipeline.kept_builds import kept_work
from briefs.pipeline.order import Order, Progress, silent
from briefs.pipeline.writing import check_output, write


def build(order: Order, progress: Progress = silent) -> Built:
    """Build what `order` asks for and write it to the order's folder, or write nothing.

    Raises DocumentError with all errors (and warnings, if `order` is strict), UnknownName, or BriefsError.
    """
    check_output(order)
    if (kept := kept_work(order)) is not None:
        for message in kept.told:
            progress(message)
        return replace(write(kept, order, progress), was_kept=True)
    from briefs.pipeline.stages import changes_since, finish_work  # all the stages: they take long to load

    work, reports = finish_work(order, progress)  # stages 1 to 6
    return write(work, order, progress, lambda: changes_since(reports))  # 7. write
