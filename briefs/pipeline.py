"""The program as its data flow. The only module that knows all the stages; see README, "How it works".

1. read     the report as received and its hints → Report
2. draw     blocks/<kind>.yaml, anchored in the Report → Library
3. compose  the audience's template → Document
4. fit      the page budget, on the cleared layout; then number → resolve → collect
5. render   one Document → HTML, PDF, DOCX
6. check    blocks, briefs, files; everything wrong is collected
7. write    build/ and its manifest, in one step
"""

from __future__ import annotations

import datetime
import hashlib
import importlib.metadata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from briefs import __version__
from briefs.blocks.drawing import draw
from briefs.check.brief import check_brief, full_text
from briefs.check.wording import check_wording
from briefs.compose.composing import Composer, composer, inlines_of
from briefs.compose.files import read_house, read_templates, read_views
from briefs.fit.collecting import collect
from briefs.fit.cutting import Composed, Selection, composed, translated
from briefs.fit.expanding import expand
from briefs.fit.fates import fates
from briefs.fit.fitting import Fitted, fit, heights_of
from briefs.fit.numbering import number
from briefs.fit.tracing import trace
from briefs.model.diagnostics import BriefsError, Diagnostic, DocumentError, Place
from briefs.model.document import Document
from briefs.model.drawn import Library
from briefs.model.edition import Edition, House, Status, Template
from briefs.model.fit import Fate, Fit
from briefs.model.reading import unit_texts, unit_words
from briefs.model.rendition import FORMATS, Format, Paper, Rendition
from briefs.model.report import Report
from briefs.model.rules import WordingRules
from briefs.output.folder import read_manifest, write_build
from briefs.output.manifest import inputs_digest, new_manifest
from briefs.render.docx import read_references, reference_path, render_docx
from briefs.render.fonts import missing_glyphs
from briefs.render.html import render_html
from briefs.render.layout import Layout
from briefs.render.libraries import library_versions
from briefs.render.measure import text_measure
from briefs.render.pdf import LaidOut, lay_out, write_pdf
from briefs.render.pictures import coloured
from briefs.render.rasterize import rasterize
from briefs.report.hints import ReportHints
from briefs.report.readers import inspect_report
from briefs.report.wording import wording_rules

SHAPING = (
    "weasyprint",
    "pydyf",
    "python-docx",
    "pikepdf",
    "jinja2",
    "markdown-it-py",
    "lxml",
    "fonttools",
    "pypdfium2",
)
"""Libraries that shape the output."""

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Project:
    """Where things lie: `root` holds `seeds/` and `templates/`; `report` names the folder in `seeds/`."""

    root: Path
    report: str | None = None

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    def seed(self) -> Path:
        """The folder of the report. Raises BriefsError when it is not clear which."""
        seeds = self.root / "seeds"
        folders = sorted(path.parent for path in seeds.glob("*/report.yaml"))
        if self.report is not None:
            return seeds / self.report
        if len(folders) == 1:
            return folders[0]
        if not folders:
            raise BriefsError(
                f"no report in {seeds}", "a project has seeds/<report>/report.yaml; name it with --project"
            )
        names = ", ".join(folder.name for folder in folders)
        raise BriefsError(f"{seeds} has several reports: {names}", "choose one with --report")


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that was read, and everything that is wrong with it."""

    project: Project
    seed: Path
    report: Report
    hints: ReportHints
    rules: WordingRules
    library: Library
    templates: Mapping[str, Template]
    house: House
    composer: Composer
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built. `paper` and `large_print` are for PDF and Word: HTML follows the reader's window."""

    audiences: tuple[str, ...] = ()
    formats: tuple[Format, ...] = FORMATS
    status: Status = "draft"
    version: str | None = None
    date: datetime.date | None = None
    paper: Paper = "A4"
    large_print: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """What was built, in memory: renditions, how each brief fits, and warnings."""

    renditions: tuple[Rendition, ...]
    fits: tuple[Fit, ...]
    diagnostics: tuple[Diagnostic, ...] = field(default=())


def read_inputs(project: Project) -> Inputs:
    """Stages 1 and 2, templates and house; diagnostics collected. Raises DocumentError when nothing can go on."""
    seed = project.seed()
    reading = inspect_report(seed, project.root)
    problems = list(reading.diagnostics)
    found: Sequence[Diagnostic]
    templates, found = read_templates(project.templates, project.root)
    problems += found
    views, found = read_views(project.templates / "blocks", project.root)
    problems += found
    house: House | None = None
    try:
        house = read_house(project.templates / "house.yaml", project.root)
    except DocumentError as error:
        problems += error.diagnostics
    if reading.report is None or reading.hints is None:
        raise DocumentError(problems)
    rules = wording_rules(reading.report, reading.hints)
    library, found = draw(reading.report, seed / "blocks", project.root, rules, frozenset(templates))
    problems += found
    if house is None:
        raise DocumentError(problems)
    measure = text_measure(project.templates / "layout" / "fonts")
    made, found = composer(
        library, views, house, reading.hints.title, reading.hints.source_line or reading.hints.citation, measure
    )
    problems += found
    if not found:
        for template in templates.values():
            problems += made.lint(template)
    problems += check_wording(library, rules)
    return Inputs(project, seed, reading.report, reading.hints, rules, library, templates, house, made, tuple(problems))


def build(
    inputs: Inputs,
    order: Order,
    progress: Progress = lambda message: None,
    remembered: Mapping[str, Selection] | None = None,
) -> Built:
    """Stages 3 to 6 for what `order` asks, in memory. Raises DocumentError with all that is wrong.

    `remembered` are the selections, by audience, of a build from the same inputs: see `remember`.
    """
    problems = list(inputs.diagnostics)
    if any(problem.severity == "error" for problem in problems):
        raise DocumentError(problems)
    layout = read_layout(inputs)
    ordered = replace(layout, paper=order.paper, size=14 if order.large_print else 11)
    audiences = order.audiences or tuple(inputs.templates)
    references: Mapping[str, bytes] = {}
    if "docx" in order.formats:
        wanted = [inputs.templates[audience] for audience in audiences]
        references, found = read_references(wanted, inputs.project.templates / "layout", inputs.project.root)
        problems += found
    renditions: list[Rendition] = []
    fits: list[Fit] = []
    for audience in audiences:
        template = inputs.templates[audience]
        try:
            progress(f"{audience}: composing")
            brief = composed_brief(inputs, template, edition(inputs.house, order, "cleared"))
            if found := list(_glyphs(finished(inputs, brief.full), template, layout)):
                problems += found
                continue
            progress(f"{audience}: fitting {template.front.pages} pages")
            fitted = fit_brief(inputs, brief, template, layout, (remembered or {}).get(audience))
            document = fitted.document
            laid_out: LaidOut | None = fitted.laid_out if ordered == layout else None
            how = fit_of(brief, fitted, template)
            if order.status == "draft":
                laid_out = None
                draft = composed_brief(inputs, template, edition(inputs.house, order, "draft"))
                selection = translated(fitted.selection, brief.full, draft.full)
                document = finished(inputs, draft.cut(selection), how.fates)
        except DocumentError as error:
            problems += error.diagnostics
            continue
        fits.append(how)
        left_out = {block for fate in how.left_out for block in fate.blocks}
        problems += fitted.diagnostics
        problems += check_brief(fitted.document, template, inputs.library, inputs.rules, left_out)
        if not any(problem.severity == "error" for problem in problems):
            reference = references.get(audience, b"")
            document = trace(document, inputs.library)
            made = render(inputs, document, template, ordered, reference, order.formats, progress, laid_out)
            renditions += (replace(rendition, fit=how) for rendition in made)
    if any(problem.severity == "error" for problem in problems):
        raise DocumentError(problems)
    return Built(tuple(renditions), tuple(fits), tuple(problems))


def edition(house: House, order: Order, status: Status) -> Edition:
    """The edition of `order`, what it leaves open taken from the house."""
    return Edition(status, order.version or house.version, order.date or house.date)


def composed_brief(inputs: Inputs, template: Template, of: Edition) -> Composed:
    """Stage 3: all that the template asks for. Raises DocumentError."""
    return composed(lambda shortened: inputs.composer.compose(template, of, shortened), inputs.library.blocks)


def fit_brief(
    inputs: Inputs, brief: Composed, template: Template, layout: Layout, remembered: Selection | None = None
) -> Fitted[LaidOut]:
    """Stage 4 for the cleared edition: as much of `brief` as its pages hold, on the papers of both sides of the ocean.

    US Letter is the shorter of two papers with one measure, so it is what a brief is fitted on. Large print is not
    fitted: it has what the others have, on as many pages as that takes.
    """
    papers = {
        "Letter": lambda document: lay_out(document, replace(layout, paper="letter")),
        "A4": lambda document: lay_out(document, replace(layout, paper="A4")),
    }
    return fit(brief, template, lambda document: finished(inputs, document), papers, remembered)


def try_fit(
    inputs: Inputs, audience: str, pages: int | None = None, words: int | None = None
) -> tuple[Fit, tuple[Diagnostic, ...]]:
    """How the brief for `audience` would fit so many pages and words, and what does not. Raises DocumentError.

    All of it is laid out once, so that the size of what is left out is known too.
    """
    template = inputs.templates[audience]
    asked = {name: value for name, value in (("pages", pages), ("words", words)) if value is not None}
    template = replace(template, front=template.front.model_copy(update=asked))
    layout = read_layout(inputs)
    brief = composed_brief(inputs, template, edition(inputs.house, Order(), "cleared"))
    whole = finished(inputs, brief.full)
    fitted = fit_brief(inputs, brief, template, layout)
    heights = {**heights_of(whole, lay_out(whole, layout)), **fitted.heights}
    return fit_of(brief, replace(fitted, heights=heights), template), fitted.diagnostics


def finished(inputs: Inputs, document: Document, cut: Sequence[Fate] = ()) -> Document:
    """The second half of stage 4: numbered and collected; a draft lists what was `cut`."""
    citation = inlines_of(inputs.hints.citation)
    blocks = inputs.library.blocks
    return collect(number(expand(document, blocks)), blocks, inputs.house, citation, cut)


def fit_of(brief: Composed, fitted: Fitted[LaidOut], template: Template) -> Fit:
    """How a brief was fitted, for reports and the manifest."""
    return Fit(
        audience=template.front.audience,
        pages=fitted.laid_out.pages,
        budget=template.front.pages,
        fill=fitted.laid_out.fill,
        words=unit_words(fitted.document),
        units=sum(1 for _ in fitted.document.units()),
        rooms=fitted.rooms,
        fates=fates(brief, fitted.selection, fitted.document, fitted.heights),
        layouts=fitted.layouts,
    )


def read_layout(inputs: Inputs) -> Layout:
    """The look of all briefs, from `templates/layout/`. Raises BriefsError when a part of it is missing."""
    folder = inputs.project.templates / "layout"
    try:
        return Layout(
            print_css=(folder / "print.css").read_text(encoding="utf-8"),
            screen_css=(folder / "screen.css").read_text(encoding="utf-8"),
            fonts=folder / "fonts",
            accents={name: template.front.accent for name, template in inputs.templates.items()},
        )
    except OSError as error:
        raise BriefsError(
            f"cannot read {error.filename}: {error.strerror}", "templates/layout/ holds the look"
        ) from error


def render(
    inputs: Inputs,
    document: Document,
    template: Template,
    layout: Layout,
    reference: bytes,
    formats: Sequence[Format],
    progress: Progress = lambda message: None,
    laid_out: LaidOut | None = None,
) -> Iterator[Rendition]:
    """Stage 5: `document` in each of `formats`; `reference` has the look of Word files; `laid_out` if it is already."""
    printed_pages = 1
    large_print = layout.size > 11
    budget = None if large_print else template.front.pages
    for name in formats:
        progress(f"{document.audience}: writing {name}")
        pages: int | None = None
        match name:
            case "pdf":
                laid_out = laid_out or lay_out(document, layout)
                pages = printed_pages = laid_out.pages
                content = write_pdf(laid_out, document)
            case "docx":
                accent = layout.accent(document.audience)
                content = render_docx(
                    coloured(document, accent, layout.size),
                    reference,
                    accent=accent.removeprefix("#"),
                    pages=printed_pages,
                    paper=layout.paper,
                    size=layout.size,
                    rasterize=partial(rasterize, fonts=layout.fonts),
                )
            case "html":
                content = render_html(document, layout).encode()
        path = file_name(inputs, document, name, layout)
        rendition = Rendition(document, name, path, content, pages, unit_words(document))
        if name != "html":
            rendition = replace(rendition, paper=layout.paper, large_print=large_print, budget=budget)
        yield rendition


def file_name(inputs: Inputs, document: Document, format: Format, layout: Layout) -> str:
    """A name that can be mailed as it is: report, audience, version, status, and paper and size if not the usual."""
    properties = document.properties
    name = f"{inputs.seed.name}_brief-{document.audience}_v{properties.version}_{properties.status}"
    if format != "html":
        name += f"_{layout.paper}" if layout.paper != "A4" else ""
        name += "_large-print" if layout.size > 11 else ""
    return f"{name}.{format}"


def _glyphs(document: Document, template: Template, layout: Layout) -> Iterator[Diagnostic]:
    furniture = document.furniture
    text = full_text(document) + "".join(str(getattr(furniture, name)) for name in furniture.__slots__)
    for character in sorted(missing_glyphs(text, layout.fonts)):
        owner = next((f" (from {', '.join(u.blocks)})" for u, t in unit_texts(document) if character in t), "")
        yield Diagnostic(
            Place(template.path),
            "glyph-missing",
            f'no font of the briefs has "{character}" (U+{ord(character):04X}){owner}',
            "write it otherwise, or add a font that has it to templates/layout/fonts",
        )


def remember(inputs: Inputs, order: Order, folder: Path) -> dict[str, Selection]:
    """The selections, by audience, of the last build in `folder`, as far as it was made of the same inputs.

    A selection is a function of the inputs, so fitting anew would give the same.
    """
    digest = inputs_digest(input_hashes(inputs), versions())
    of = edition(inputs.house, order, "cleared")
    return {
        entry["audience"]: Selection(
            frozenset(fate["unit"] for fate in entry["fit"]["left_out"]),
            frozenset(fate["unit"] for fate in entry["fit"]["shortened"]),
        )
        for entry in read_manifest(folder).get("files", ())
        if (entry["inputs"], entry["version"], entry["date"]) == (digest, of.version, of.date.isoformat())
        and entry.get("fit")
    }


def write(inputs: Inputs, built: Built, folder: Path) -> None:
    """Stage 7: `folder` holds what was built and its manifest, in one step. Raises BriefsError."""
    old = read_manifest(folder)
    manifest = new_manifest(built.renditions, input_hashes(inputs), versions(), old)
    write_build(folder, {r.name: r.content for r in built.renditions}, manifest, old)


def input_hashes(inputs: Inputs) -> dict[str, str]:
    """SHA-256 of every file that a build is made from, by path in the project."""
    root = inputs.project.root
    files = [
        path
        for folder in (inputs.seed, inputs.project.templates)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    ]
    layout = inputs.project.templates / "layout"
    files += filter(None, (reference_path(template, layout, root) for template in inputs.templates.values()))
    return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def versions() -> dict[str, str]:
    """Versions of this program and of the libraries, its own and the system's, that shape its output."""
    packages = {name: importlib.metadata.version(name) for name in SHAPING}
    return {"briefs": __version__, **packages, **library_versions()}
