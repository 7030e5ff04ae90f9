"""Draw `docs/preview.png`, the picture of the preview in the README: `python -m scripts.preview_picture`.

A preview of the shipped project runs for it, in a copy, and Debian's Chromium shows it. Browsers draw text with the
fonts of the machine, so no test compares the picture: draw it anew when the page looks different, and look at it.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

REPOSITORY = Path(__file__).parents[1]
PICTURE = REPOSITORY / "docs" / "preview.png"
CHROMIUM = Path("/usr/bin/chromium")
SHOWN = "brief=connecting-the-dots/ministers/brief&unit=u5"
"""The brief, and its unit that is chosen, as the address of the page names them."""
WIDTH, HEIGHT = 1280, 800
LARGEST = 250_000
"""Bytes of the file."""
PATIENCE = 300_000
"""Milliseconds within which all briefs of the shipped project are built."""
LINK = re.compile(r"http://127\.0\.0\.1:\d+/\S+")


def main() -> int:
    """Draw the picture, and say how large it is; 1 if it is too large."""
    with TemporaryDirectory() as folder, served(Path(folder) / "icmc-briefs") as link, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", reduced_motion="reduce"
        )
        page.set_default_timeout(PATIENCE)
        drawn = picture_of(page, link)
        browser.close()
    image = Image.open(io.BytesIO(drawn)).convert("RGB")
    image.save(PICTURE, optimize=True)
    size = PICTURE.stat().st_size
    print(f"{PICTURE.relative_to(REPOSITORY)}: {size:,} bytes, {LARGEST:,} are allowed")
    return 0 if size <= LARGEST else 1


@contextmanager
def served(project: Path) -> Iterator[str]:
    """A preview of a copy of the shipped project in the folder `project`, as the link that opens it."""
    for name in ("seeds", "templates"):
        copytree(REPOSITORY / name, project / name)
    command = [sys.executable, "-m", "briefs", "preview", "--no-open", "--port", "0", "--project", str(project)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as preview:
        try:
            assert preview.stdout is not None
            yield next(found[0] for line in preview.stdout if (found := LINK.search(line)))
        finally:
            preview.terminate()


def picture_of(page: Page, link: str) -> bytes:
    """The page with a paragraph chosen and its passage marked, when everything is built."""
    page.goto(link)
    expect(page.locator("#standing")).to_have_text("Up to date", timeout=PATIENCE)
    page.goto(f"{page.url.partition('#')[0]}#{SHOWN}")
    page.reload()
    page.locator("#report-body mark.now").wait_for()
    page.wait_for_timeout(3000)  # what is looked at now is built first, and drawn when it comes near
    expect(page.locator("#standing")).to_have_text("Up to date", timeout=PATIENCE)
    return page.screenshot()


if __name__ == "__main__":
    sys.exit(main())
