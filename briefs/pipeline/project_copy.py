"""A copy of a project in a temporary folder, in which what is proposed can be tried without touching the project."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from briefs.files.bounded_reading import read_file
from briefs.files.file_walk import walk_files
from briefs.model.diagnostics import BriefsError
from briefs.pipeline.order import Copied, Project


class ProjectCopy:
    """The report and the templates of a project, copied; `project` is the copy, `original` the root of the project."""

    def __init__(self, original: Project, root: Path) -> None:
        """Copy what `original` is made of into `root`, an empty folder. Raises BriefsError, UnknownName, and
        DocumentError for what is not read."""
        seed = original.seed()
        self.project = Project(root, seed.name, copied=Copied(original.root))
        self.original, self._changed = original.root, set[str]()
        try:
            for folder in (seed, original.templates):
                if folder.is_dir():
                    (root / folder.relative_to(original.root)).mkdir(parents=True)
                for file in walk_files(folder, original.root).or_raise():
                    copy = root / file.path.relative_to(original.root)
                    copy.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy2(file.path, copy)
        except OSError as error:
            raise BriefsError(f"{original.root} cannot be copied for checking: {error}") from error

    def change(self, contents: Mapping[str, bytes]) -> None:
        """Let files, by path in the project, have other contents; all others are as in the original again."""
        for path in self._changed - contents.keys():
            if (self.original / path).is_file():
                (self.project.root / path).write_bytes(read_file(self.original / path))
            else:
                (self.project.root / path).unlink()
        for path, content in contents.items():
            (self.project.root / path).write_bytes(content)
        self._changed = set(contents)


@contextmanager
def project_copy(project: Project) -> Iterator[ProjectCopy]:
    """A copy of `project`, which is gone afterwards. Raises BriefsError and UnknownName."""
    with TemporaryDirectory(prefix="briefs-") as folder:
        yield ProjectCopy(project, Path(folder).resolve())
