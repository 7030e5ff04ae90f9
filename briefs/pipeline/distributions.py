"""Where distributions are, and how one is opened so that nobody else writes it meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from briefs.model.diagnostics import BriefsError
from briefs.model.register import NAME, Register
from briefs.model.unknown_name import UnknownName
from briefs.outbox.distribution_folder import check_parts, distribution_folders, failure, read_register
from briefs.output.lock import locked
from briefs.pipeline.order import Progress, silent


@dataclass(frozen=True, slots=True)
class Distributions:
    """Where distributions are: `output` has a folder for each; who writes there locks `build`.

    `progress` is told of a wait for another command that writes there.
    """

    build: Path
    output: Path
    progress: Progress = silent

    @classmethod
    def of(cls, build: Path, output: Path | None, progress: Progress = silent) -> Distributions:
        """Those in `output` or, if that is None, where distributions of `build` usually are."""
        return cls(build, output or build / "distribution", progress)

    def folders(self) -> list[Path]:
        """The folders of all distributions, in the order of their names."""
        return distribution_folders(self.output)

    def folder(self, name: str) -> Path:
        """The folder of the distribution called `name`, or at that path. Raises UnknownName if there is none."""
        known = {folder.name: folder for folder in self.folders()}
        if name.rstrip("/") in known:
            return known[name.rstrip("/")]
        if (Path(name) / NAME).is_file():
            return Path(name)
        raise UnknownName("edition", [name], list(known))

    def locking(self) -> AbstractContextManager[None]:
        """Keep others from writing there inside this `with` block."""
        return locked(self.build, self._waiting)

    @contextmanager
    def open(self, folder: Path) -> Iterator[Register]:
        """The register in `folder`, which nobody else writes inside this `with` block. Raises BriefsError."""
        with self.locking():
            register = existing_register(folder)
            check_parts(folder)
            try:
                yield register
            except OSError as error:
                raise failure(folder, error) from error

    @property
    def _waiting(self) -> Callable[[], None]:
        return lambda: self.progress(f"waiting until another command has written {self.build}")


def existing_register(folder: Path) -> Register:
    """The register in `folder`. Raises BriefsError if it is gone or cannot be read."""
    register = read_register(folder)
    if register is None:
        raise BriefsError(f"{folder} is gone", "look where it is")
    return register
