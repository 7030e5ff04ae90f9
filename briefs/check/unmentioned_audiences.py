"""An audience that no block mentions: everything is `could` for it, so that nothing says what its brief needs most."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.subjects import AudienceToCheck
from briefs.model.diagnostics import Diagnostic, Fault


def check_mentioned(audience: AudienceToCheck) -> Iterator[Diagnostic]:
    """A warning for an audience that no block names, if blocks name others.

    A block that cannot be read, or that names an audience which does not exist, may have meant this one.
    """
    named = {name for drawn in audience.library.blocks.values() for name in drawn.block.audiences}
    if not named or audience.name in named or audience.library.unreadable or named - audience.audiences:
        return
    message = f'no block says how much "{audience.name}" needs it, so all of them are `could`'
    hint = (
        "say in the blocks that matter most what they are for it: must, should, could or never\n"
        f"    audiences: {{{audience.name}: must}}"
    )
    yield Fault("audience-unmentioned", message, hint).at(audience.template.place_of("audience"))
