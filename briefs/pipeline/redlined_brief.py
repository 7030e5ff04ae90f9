"""What a redline of a brief gives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import Diagnostic
from briefs.model.redlined import Difference, Redline
from briefs.redline.listed_changes import listed_changes, unlisted_sections
from briefs.redline.same_numbers import seen_changes


@dataclass(frozen=True, slots=True)
class Redlined:
    """A redline and the files that it was written to. `since` names its old edition; `left` are lines that say which
    changes of reviewers cannot be shown as marks."""

    report: str
    redline: Redline
    since: str
    files: tuple[Path, ...]
    warnings: tuple[Diagnostic, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def changes(self) -> tuple[Difference, ...]:
        """What readers see changed."""
        return seen_changes(self.redline.changes)

    @property
    def listed(self) -> tuple[Difference, ...]:
        """Those that are listed: without what follows from others, such as lists of sources."""
        return listed_changes(self.redline.changes)

    @property
    def unlisted(self) -> tuple[str, ...]:
        """The headings of the sections in which something changed that is not listed."""
        return unlisted_sections(self.redline.changes)

    @property
    def key(self) -> BriefKey:
        """The brief that it is about."""
        return self.redline.new.key
