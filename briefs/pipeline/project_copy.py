"""A copy of a project in a temporary folder, in which what is proposed can be tried without touching the project."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from briefs.model.diagnostics import BriefsError
from briefs.pipeline.order import Copied, Project


class ProjectCopy:
    """The report and the templates of a project, copied; `project` is the copy, `original` the root of the project."""

    def __init__(self, original: Project, root: Path) -> None:
        """Copy what `original` is made of into `root`, an empty folder. Raises BriefsError and UnknownName."""
        seed = original.seed()
        self.project = Project(root, seed.name, copied=Copied(original.root))
        self.original, self._changed = original.root, set[str]()
        hidden = shutil.ignore_patterns(".*")
        try:
            shutil.copytree(seed, self.project.seeds / seed.name, ignore=hidden)
            if original.templates.is_dir():
                shutil.copytree(original.templates, self.project.templates, ignore=hidden)
        except (OSError, shutil.Error) as error:
            raise BriefsError(f"{original.root} cannot be copied for checking: {error}") from error

    def change(self, contents: Mapping[str, bytes]) -> None:
        """Let files, by path in the project, have other contents; all others are as in the original again."""
        for path in self._changed - contents.keys():
            if (self.original / path).is_file():
                (self.project.root / path).write_bytes((self.original / path).read_bytes())
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
