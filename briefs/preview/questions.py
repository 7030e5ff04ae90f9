"""The questions that the page can ask, and the function that answers each. It gets what is held, the settings, and the
arguments that came with the question, which are those of the page and not to be trusted."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from briefs.preview.answers.editor_links import Links, editor_template
from briefs.preview.answers.present_state import present_state
from briefs.preview.messages import NotFound
from briefs.preview.settings import PreviewSettings
from briefs.preview.shown.state_views import State
from briefs.preview.workshop.held import Held, HeldBrief
from briefs.preview.workshop.variants import html_of


@dataclass(frozen=True, slots=True)
class Answering:
    """How a question is answered, and whether something is laid out for it, which only one thread may do."""

    answer: Callable[..., Any]
    lays_out: bool = False


def _brief(held: Held, brief: str) -> HeldBrief:
    if brief not in held.briefs:
        raise NotFound("this brief is not there, or was never built")
    return held.briefs[brief]


def _frame(held: Held, settings: PreviewSettings, brief: str, status: str = "draft") -> str:
    return html_of(_brief(held, brief), "cleared" if status == "cleared" else "draft")


def state_of(held: Held, settings: PreviewSettings, generation: int, building: str) -> State:
    """The state that pages get."""
    return present_state(held, _links(settings), generation, building)


def _links(settings: PreviewSettings) -> Links:
    """Links to files of the project, in the editor that is set; within Windows, its name of this Linux is needed."""
    return Links(settings.root, editor_template(settings.editor, os.environ.get("WSL_DISTRO_NAME", "")))


QUESTIONS: dict[str, Answering] = {
    "frame": Answering(_frame),
}
