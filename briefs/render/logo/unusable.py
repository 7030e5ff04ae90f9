"""What is wrong with a picture that cannot be a logo."""

from __future__ import annotations


class UnusableLogo(Exception):
    """A picture cannot be printed as a logo: why, and what to do about it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint
