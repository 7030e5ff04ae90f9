"""Style sheets in which nothing was found that must not be there, remembered in the user's cache by all of their text.

To look through those of a project takes 30 ms, and they seldom change. A style sheet with faults is not remembered.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from briefs.files.program_state import program_state
from briefs.files.user_cache import cached, keep

if TYPE_CHECKING:
    from briefs.render.style.style_limits import Medium

_FOLDER, _MOST = "styles", 64
_SOUND = b"sound"


def is_known_as_sound(css: str, medium: Medium) -> bool:
    """Whether this program has found nothing wrong with the style sheet `css` before."""
    return cached(_FOLDER, _name(css, medium)) == _SOUND


def keep_as_sound(css: str, medium: Medium) -> None:
    """Remember that nothing is wrong with the style sheet `css`."""
    keep(_FOLDER, _name(css, medium), _SOUND, _MOST)


def _name(css: str, medium: Medium) -> str:
    told = f"{_SOUND!r}\0{medium}\0{program_state()}\0{css}"
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
