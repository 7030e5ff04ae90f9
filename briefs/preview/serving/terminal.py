"""What the server tells the terminal in which it runs; the command line prints it."""

from __future__ import annotations

from typing import Protocol

from briefs.preview.messages import Finished


class Terminal(Protocol):
    """Tells people at the terminal what the server has to say."""

    def ready(self, address: str, wanted: int | None) -> None:
        """The preview can be opened at `address`; the port `wanted` was taken, if there is one."""

    def finished(self, round_of_building: Finished) -> None:
        """Everything was brought up to date."""

    def mistaken(self, during: str, traceback: str) -> None:
        """Something failed by our fault, and the preview goes on."""

    def warned(self, what: str) -> None:
        """Something happened that the user should know of, and the preview goes on."""
