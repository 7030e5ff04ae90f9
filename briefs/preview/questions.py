"""The questions that the page can ask, and the function that answers each. It gets what is held, the settings, and the
arguments that came with the question, which are those of the page: `question_arguments.py` checks them."""

from __future__ import annotations

import os
from collections.abc import Mapping

from briefs.model.versions import Status
from briefs.preview.answering import Answering, NotFound
from briefs.preview.answers.editor_links import Links, editor_template
from briefs.preview.answers.present_state import present_state
from briefs.preview.settings import PreviewSettings
from briefs.preview.shown.state_views import State
from briefs.preview.workshop.held import Held, HeldBrief
from briefs.preview.workshop.variants import html_of


def _brief(held: Held, brief: str) -> HeldBrief:
    if brief not in held.briefs:
        raise NotFound("this brief is not there, or was never built")
    return held.briefs[brief]


def _frame(held: Held, settings: PreviewSettings, brief: str, status: Status = "draft") -> str:
    return html_of(_brief(held, brief), status)


def state_of(held: Held, settings: PreviewSettings) -> State:
    """The state that pages get."""
    return present_state(held, _links(settings))


def _links(settings: PreviewSettings) -> Links:
    """Links to files of the project, in the editor that is set; within Windows, its name of this Linux is needed."""
    return Links(settings.root, editor_template(settings.editor, os.environ.get("WSL_DISTRO_NAME", "")))


QUESTIONS: Mapping[str, Answering] = {
    "frame": Answering(_frame),
}
