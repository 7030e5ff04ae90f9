"""A logo as all formats print it."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Literal, TypeAlias

MediaType: TypeAlias = Literal["image/png", "image/svg+xml"]


@dataclass(frozen=True, slots=True)
class LogoPicture:
    """A picture that is safe to print: its content, its media type, and its printed size in mm.

    A PNG also has the number of its rows of pixels; an SVG has none, and is flat unless it has gradients or masks.
    """

    content: bytes
    media_type: MediaType
    width: float
    height: float
    rows: int = 0
    is_flat: bool = True

    @property
    def is_svg(self) -> bool:
        """Whether it is drawn in lines, and not in pixels."""
        return self.media_type == "image/svg+xml"

    @property
    def resolution(self) -> float:
        """Its pixels to the inch as printed; 0 if it has none."""
        return self.rows * 25.4 / self.height

    @property
    def address(self) -> str:
        """The picture itself as an address (RFC 2397), for files that load nothing."""
        return f"data:{self.media_type};base64,{base64.b64encode(self.content).decode()}"
