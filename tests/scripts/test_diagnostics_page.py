"""The page that explains codes is generated from them."""

from __future__ import annotations

import re

from briefs.model.codes import STAGES
from scripts.diagnostics_page import PAGE, diagnostics_page


def test_the_committed_page_is_what_the_generator_makes() -> None:
    assert PAGE.read_text(encoding="utf-8") == diagnostics_page(), "run make docs"


def test_every_code_is_explained_under_the_heading_of_its_stage() -> None:
    page = diagnostics_page()
    for heading, codes in STAGES.items():
        section = page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
        assert re.findall(r"^### (.+)$", section, re.MULTILINE) == list(codes)
        for code in codes.values():
            warning = " (A warning.)" if code.severity == "warning" else ""
            example = f"**For example:** {code.example}\n\n" if code.example else ""
            assert f"\n\n{code.meaning}{warning}\n\n{example}**What to do:** {code.remedy}\n" in section
