"""What YAML does not mind, and files written by hand must not have."""

from __future__ import annotations

import yaml


class GivenTwice(yaml.constructor.ConstructorError):
    """A field is given twice: its name, the line (from 0) where it stands first, and the other one."""

    def __init__(self, key: object, first: int, mark: yaml.Mark) -> None:
        super().__init__(None, None, "given twice", mark)
        self.key, self.first, self.line = str(key), first, mark.line


class TooMuch(yaml.MarkedYAMLError):
    """A file has more values, or more levels of them, than are read: the line (from 0), and what to say of it."""

    def __init__(self, message: str, hint: str, line: int) -> None:
        super().__init__(problem=message)
        self.message, self.hint, self.line = message, hint, line
