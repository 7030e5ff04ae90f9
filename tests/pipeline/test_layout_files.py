"""The look of all briefs, read from the files of the layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.pipeline.layout_files import read_layout
from briefs.render.figures.look import PROPERTIES
from tests.builders import write_project
from tests.projects import inputs_of


def test_a_wrong_property_of_figures_is_reported_with_the_line_of_the_style_sheet(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    style = root / "templates" / "layout" / "print.css"
    style.unlink()  # it may be a link to that of the repository
    style.write_text("h1 { color: red }\n:root { --figure-type: large; --figure-colour: red }\n", encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        read_layout(inputs_of(root))
    where = "templates/layout/print.css:2: error:"
    assert str(caught.value).splitlines() == [
        f'{where} "--figure-type" has a value that it cannot have [style-property]',
        "  hint: size of words: a length from 6pt to 24pt, as 9pt",
        f'{where} figures have no property "--figure-colour" [style-property]',
        f"  hint: known: {', '.join(PROPERTIES)}",
    ]
