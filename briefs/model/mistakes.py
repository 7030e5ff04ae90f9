"""Values that a field cannot have: what is wrong with one in words, and the value as it was probably meant."""

from __future__ import annotations


class Mistake(ValueError):
    """A wrong value. `hint` says what to do; `meant` is the value as it should be written in the file, if known."""

    def __init__(self, message: str, hint: str = "", meant: str = "") -> None:
        super().__init__(message)
        self.message, self.hint, self.meant = message, hint, meant
