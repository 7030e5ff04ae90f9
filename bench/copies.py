"""How long personal copies take: 1,000 as PDF and as Word files, against other programs; and 44,000 as PDF.

Run it with `make bench`. Peers are Typst and docxtpl, warm, with the same brief ready-made; they are installed beside
the project, in `.venv/bench` (see `peers.lock`). Where that is not possible, they are WeasyPrint and python-docx. Peers
write fewer copies, since they take long; what one copy takes counts. Only ratios within one run are meaningful. Most of
what our copies take is the disk's; some file systems are ten times slower for minutes after many files were removed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.building import PEERS
from bench.ready_briefs import parts
from briefs import pipeline
from briefs.cli.printing import say
from briefs.cli.tables import table
from briefs.model.archive import kept_edition
from briefs.pipeline.inputs import layout_of
from briefs.render.html.page import print_html
from briefs.render.pdf.page_style import page_css
from scripts.setup import LOCKED_ONLY

COPIES, MANY, OF_PEERS = 1_000, 44_000, 40
LOCK = Path(__file__).with_name("peers.lock")
COPY_PEERS = PEERS.with_name("copy_peers.py")


def main(root: Path, installed: Path) -> None:
    """Print what copies take, and the ratios to the peers."""
    names = ("typst", "docxtpl") if install(installed) else ("weasyprint", "python-docx")
    with tempfile.TemporaryDirectory(dir=root) as name:  # on the disk on which copies will be
        folder = Path(name)
        edition = prepare(root, folder)
        rows: list[tuple[str, ...]] = []
        ratios = []
        for format, peer in zip(("pdf", "docx"), names, strict=True):
            own = own_copies(root, folder, edition, format, COPIES)
            other = peer_copies(root, folder, installed, format, peer)
            whole = (own["prepare"] + own["write"]) / COPIES
            rows.append(row(f"{COPIES:,} {format}", own))
            rows.append(
                (f"{peer}, {OF_PEERS} {format}", "", f"{other * OF_PEERS:.2f}", f"{other * 1e6:,.0f}", "", "", "")
            )
            only = own["write"] / COPIES / other
            ratios.append(f"{format}: {only:.4f} of {peer}, {whole / other:.4f} with what is prepared once")
        rows.append(row(f"{MANY:,} pdf", own_copies(root, folder, edition, "pdf", MANY)))
    say(
        *table(
            ("copies", "prepare s", "write s", "us a copy", "without disk", "bytes", "peak MiB"),
            rows,
            right=(1, 2, 3, 4, 5, 6),
        )
    )
    print("\nwhat a copy takes, to what it takes with the peer")
    say(*ratios)


def row(name: str, own: dict[str, float]) -> tuple[str, ...]:
    """A row of the table for copies of our own."""
    number = int(name.split()[0].replace(",", ""))
    each, compute = own["write"] / number * 1e6, own["compute"] * 1e6
    taken = (f"{own['prepare']:.2f}", f"{own['write']:.2f}", f"{each:,.0f}", f"{compute:,.0f}")
    return (name, *taken, f"{own['bytes']:,}", f"{own['peak']:.0f}")


def install(folder: Path) -> bool:
    """Whether the peers are in `folder`; if not, they are installed there, and it is said if they cannot be."""
    stamp = folder / "installed"
    if stamp.exists() and stamp.read_text() == LOCK.read_text():
        return True
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--upgrade"]
    done = subprocess.run([*pip, "--target", str(folder), *LOCKED_ONLY, "--requirement", str(LOCK)], check=False)
    if done.returncode:
        print("Typst and docxtpl cannot be installed; WeasyPrint and python-docx stand in for them\n")
        return False
    stamp.write_text(LOCK.read_text())
    return True


def prepare(root: Path, folder: Path) -> Path:
    """Write into `folder` what the peers need, and a kept edition with room for whom a copy is for; returns that."""
    project = pipeline.Project(root)
    layout = layout_of(pipeline.prepare(project).value)
    document = pipeline.build(pipeline.Order(project, formats=("html",), status="cleared")).briefs[0].document
    printed = print_html(document, layout)
    style = f"<style>{layout.print_css}{page_css(document, layout)}</style>"
    source = printed.replace("</head>", f"{style}</head>", 1).replace("<main>", "<p>[[line]]</p><main>", 1)
    (folder / "weasyprint").write_text(source, encoding="utf-8")
    for peer in ("typst", "docxtpl", "python-docx"):
        (folder / peer).write_text(json.dumps(list(parts(printed))), encoding="utf-8")
    personal = replace(document, furniture=replace(document.furniture, is_personal=True))
    (folder / "edition").write_bytes(kept_edition("bench", personal))
    return folder / "edition"


def own_copies(root: Path, folder: Path, edition: Path, format: str, number: int) -> dict[str, Any]:
    """What `own_copies.py` says of so many copies."""
    made: dict[str, Any] = json.loads(
        run([sys.executable, "-m", "bench.own_copies", format, str(edition), str(root)], folder, number, {})
    )
    return made


def peer_copies(root: Path, folder: Path, installed: Path, format: str, peer: str) -> float:
    """The seconds that a peer takes for a copy."""
    command = [sys.executable, str(COPY_PEERS), peer, str(folder / peer)]
    fonts = str(root / "templates" / "layout" / "fonts")
    return float(run(command, folder, OF_PEERS, {"PYTHONPATH": str(installed)}, fonts)) / OF_PEERS


def run(command: list[str], folder: Path, number: int, more: dict[str, str], *last: str) -> str:
    """What a process prints that writes so many copies into a new folder."""
    with tempfile.TemporaryDirectory(dir=folder) as target:
        whole = [*command, target, str(number), *last]
        return subprocess.run(whole, env={**os.environ, **more}, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path()
    main(root.resolve(), Path(sys.argv[2]) if len(sys.argv) > 2 else root.resolve() / ".venv" / "bench")
