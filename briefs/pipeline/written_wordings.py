"""Where the words of a brief are written: values of block files, lines of templates, fields of the house."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from briefs.compose.looks.look_words import PRINTED, look_words
from briefs.files.bounded_reading import read_file
from briefs.files.encoding import decode, plain_line_ends
from briefs.files.front_matter import FRONT_MATTER
from briefs.files.template_calls import call_at, name_of
from briefs.files.yaml import Lines, load_yaml, parse_yaml
from briefs.model.diagnostics import BriefsError, DocumentError, Place, relative
from briefs.model.document import FormRef
from briefs.model.edition import Template
from briefs.model.library import ABOUT
from briefs.model.own_words import OwnWords
from briefs.pipeline.inputs import Inputs

_REPORT_FIELDS = ("title", "subtitle", "issuer", "citation", ABOUT)
"""The fields of `report.yaml` that briefs print as they are."""
_TEXT = "text"


@dataclass(frozen=True, slots=True)
class Written:
    """Words as written: a value of a YAML file at `location`, or, without one, words on a line of a template."""

    path: str
    location: tuple[str | int, ...]
    line: int
    text: str

    @property
    def place(self) -> Place:
        """The file and the line."""
        return Place(self.path, self.line)


@dataclass
class WrittenWordings:
    """What is written in the files that one brief is made from; each file is read once."""

    inputs: Inputs
    template: Template | None
    _yaml: dict[str, tuple[object, Lines] | None] = field(default_factory=dict)

    def of_form(self, form: FormRef) -> Written | None:
        """The value that `form` prints; None if the report's own words are printed, or if there is no such value."""
        if form.block == ABOUT:
            return self._at(relative(self.inputs.seed / "report.yaml", self._root), (ABOUT,))
        drawn = self.inputs.library.find(form.block)
        if drawn is None or form.is_verbatim:
            return None
        blocks = self._blocks(drawn.place.path)
        index = next((at for at, name in blocks if name == form.block), None)
        return None if index is None else self._at(drawn.place.path, ("blocks", index, *form.field.split(".")))

    def of_block(self, block: str) -> Iterator[Written]:
        """All words that a block file says of a block: forms, labels and names; no anchors and no remarks."""
        drawn = self.inputs.library.blocks.get(block)
        for index, name in self._blocks(drawn.place.path) if drawn else ():
            if name == block and drawn is not None:
                for one in self._values(drawn.place.path):
                    inside = one.location[2:] if one.location[:2] == ("blocks", index) else ()
                    if inside and not {"anchor", "note", "id", "says_more", "absent"} & set(inside):
                        yield one

    def of_template(self, line: int, blocks: Iterable[str] = ()) -> Iterator[Written]:
        """The own words of the template, those nearest to `line` first; then those of the block template that is called
        there."""
        if self.template is None:
            return
        own = [one for one in self.inputs.composer.own_words(self.template) if one.place.line]
        own.sort(key=lambda one: abs(one.place.line - line))
        yield from (found for one in own for found in self._own(one))
        looks = self.inputs.composer.block_templates
        call = call_at(self.text_of(self.template.path), line, next(iter(blocks), ""))
        if (name := name_of(call)) in looks:
            yield from (found for one in look_words(looks[name]) for found in self._own(one))

    def of_furniture(self) -> Iterator[Written]:
        """What mastheads and last lines are made of: front matter, the house, and fields of `report.yaml`."""
        root, inputs = self._root, self.inputs
        if self.template is not None:
            yield from self._values(self.template.path)
        for path in (inputs.seed / "house.yaml", inputs.project.templates / "house.yaml"):
            if path.is_file():
                yield from self._values(relative(path, root))
        for one in self._values(relative(inputs.seed / "report.yaml", root)):
            if one.location and one.location[0] in _REPORT_FIELDS and "anchor" not in one.location:
                yield one

    def text_of(self, path: str) -> str:
        """The text of a file, by its path in the project, with plain line ends; empty if it cannot be read."""
        try:
            return plain_line_ends(decode(read_file(self._root / path), path))
        except (OSError, DocumentError):
            return ""

    @property
    def _root(self) -> Path:
        return self.inputs.project.root

    def _own(self, own: OwnWords) -> Iterator[Written]:
        """Where own words are written: a value of front matter, or the pieces of a line between what calls print."""
        for one in self._values(own.place.path):
            if one.line == own.place.line and one.text == own.text:
                yield one
                return
        for piece in own.text.split(PRINTED):
            if any(map(str.isalnum, piece)):
                yield Written(own.place.path, (), own.place.line, piece.strip())

    def _at(self, path: str, location: tuple[str | int, ...]) -> Written | None:
        """The text at `location`, or that of the form there."""
        found = {one.location: one for one in self._values(path)}
        return found.get(location) or found.get((*location, _TEXT)) or found.get((*location, "short"))

    def _blocks(self, path: str) -> list[tuple[int, str]]:
        """The ids of the blocks in a file, each with its index."""
        read = self._read(path)
        value = read[0] if read else None
        blocks = value.get("blocks") if isinstance(value, dict) else None
        listed = blocks if isinstance(blocks, list) else []
        return [(at, str(one["id"])) for at, one in enumerate(listed) if isinstance(one, dict) and "id" in one]

    def _values(self, path: str) -> Iterator[Written]:
        """All texts in a YAML file, or in the front matter of a template."""
        read = self._read(path)
        if read is None:
            return
        value, lines = read
        for location, line in lines.by_location.items():
            part = value
            for key in location:
                part = part[key]  # type: ignore[index]  # a key of what is there
            if isinstance(part, str):
                yield Written(path, location, line, part)  # type: ignore[arg-type]  # keys are words and numbers

    def _read(self, path: str) -> tuple[object, Lines] | None:
        if path not in self._yaml:
            self._yaml[path] = self._loaded(path)
        return self._yaml[path]

    def _loaded(self, path: str) -> tuple[object, Lines] | None:
        try:
            if path.endswith(".yaml"):
                return load_yaml(self._root / path, path)
            found = FRONT_MATTER.match(self.text_of(path))
            return parse_yaml(found[1], path, first_line=2) if found else None
        except (DocumentError, BriefsError):
            return None
