"""How long builds take, compared with plain processes that print the same briefs with WeasyPrint and python-docx.

Run it with `make bench`. It times whole processes, from start to end, in turn; only ratios within one run are
meaningful. The peers get each brief ready-made, as HTML with its style sheet and as a list of paragraphs and tables;
builds also read, fit, trace and check it, and make it accessible and archivable.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from lxml import etree

from briefs import pipeline
from briefs.cli.printing import say
from briefs.cli.tables import table
from briefs.model.brief_key import BriefKey
from briefs.pipeline.inputs import layout_of
from briefs.render.html.page import print_html
from briefs.render.pdf.page_style import page_css

ROUNDS = 5
PEERS = Path(__file__).with_name("peers.py")


def main(root: Path) -> None:
    """Print the medians and the ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        keys = prepare(root, folder)
        environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        environment["XDG_CACHE_HOME"] = str(folder / "cache")

        def run(case: str, *command: str) -> float:
            if case.startswith("cold"):
                forget_calls(folder / "cache" / "briefs")
            if case == "cold, all, fitted anew":
                shutil.rmtree(folder / "anew", ignore_errors=True)
            start = time.perf_counter()
            subprocess.run(command, cwd=root.resolve(), env=environment, check=True, capture_output=True)
            return time.perf_counter() - start

        def build(output: str, *options: str) -> tuple[str, ...]:
            command = (sys.executable, "-m", "briefs", "build", "--status", "cleared", "--output", str(folder / output))
            return (*command, *options)

        first, two = keys[0], ("--format", "pdf", "--format", "docx")
        cases: dict[str, tuple[str, ...]] = {"python -c pass": (sys.executable, "-c", "pass")}
        for key in keys:
            for kind, source in (("pdf", "html"), ("docx", "json")):
                target = folder / f"{key.file_part}.{kind}"
                prepared = folder / f"{key.file_part}.{source}"
                cases[f"plain {kind}, {key}"] = (sys.executable, str(PEERS), kind, str(prepared), str(target))
        cases["cold, one"] = build("one", "--audience", first.audience, "--product", first.product, *two)
        cases["cold, all, fitted anew"] = build("anew")
        cases["cold, all"] = build("all")
        cases["unchanged, all"] = cases["cold, all"]
        for case, command in cases.items():
            run(case, *command)
        times = {case: list[float]() for case in cases}
        for _ in range(ROUNDS):
            for case, command in cases.items():
                times[case].append(run(case, *command))
    rows = [(case, f"{statistics.median(one) * 1000:.0f}", f"{min(one) * 1000:.0f}") for case, one in times.items()]
    say(*table(("whole process", "median ms", "least ms"), rows, right=(1, 2)))
    plain = [case for case in cases if case.startswith("plain")]
    own = [case for case in plain if case.endswith(f", {first}")]
    print("\nratios of medians (of least)")
    print(f"one brief, PDF and Word, to {len(own)} plain processes: {ratio(times, 'cold, one', own)}")
    print(f"all, PDF, Word and HTML, to {len(plain)} plain processes: {ratio(times, 'cold, all', plain)}")
    print(f"the same, fitted anew: {ratio(times, 'cold, all, fitted anew', plain)}")
    print(f"nothing changed, to python -c pass: {ratio(times, 'unchanged, all', ['python -c pass'])}")


def forget_calls(cache: Path) -> None:
    """Remove the records of calls from the cache, but not the parts of fonts, which a machine makes only once."""
    for record in cache.glob("*"):
        if record.is_file():
            record.unlink()


def ratio(times: Mapping[str, Sequence[float]], case: str, others: Sequence[str]) -> str:
    """The times of `case` divided by the sum of those of `others`."""
    medians = statistics.median(times[case]) / sum(statistics.median(times[other]) for other in others)
    return f"{medians:.2f} ({min(times[case]) / sum(min(times[other]) for other in others):.2f})"


def prepare(root: Path, folder: Path) -> list[BriefKey]:
    """Write what the peers need into `folder`; returns the briefs."""
    project = pipeline.Project(root)
    inputs = pipeline.prepare(project).value
    layout = layout_of(inputs)
    for brief in pipeline.build(pipeline.Order(project, formats=("html",), status="cleared")).briefs:
        document = brief.document
        printed = print_html(document, layout)
        style = f"<style>{layout.print_css}{page_css(document, layout)}</style>"
        source = printed.replace("</head>", f"{style}</head>", 1)
        (folder / f"{document.key.file_part}.html").write_text(source, encoding="utf-8")
        (folder / f"{document.key.file_part}.json").write_text(json.dumps(list(parts(printed))), encoding="utf-8")
    return list(inputs.templates)


def parts(source: str) -> list[tuple[str, object]]:
    """Headings, paragraphs and tables of `source`, in order, as text."""
    found: list[tuple[str, object]] = []
    for element in etree.fromstring(source, etree.HTMLParser()).iter("h1", "h2", "h3", "p", "li", "table"):
        if element.tag == "table":
            rows = [[text(cell) for cell in row.iter("td", "th")] for row in element.iter("tr")]
            found.append(("table", rows))
        elif not any(ancestor.tag in ("table", "li") for ancestor in element.iterancestors()):
            kind = "heading" if element.tag in ("h1", "h2", "h3") else "paragraph"
            found.append((kind, text(element)))
    return found


def text(element: etree._Element) -> str:
    """All text in `element`."""
    return "".join(map(str, element.itertext()))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path())
