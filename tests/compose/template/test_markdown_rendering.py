from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from tests.compose.builders import DRAFT, harbour_composer, refused, template


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{% if 1/0 %}{% endif %}", "13: error: cannot be rendered: division by zero [template-syntax]"),
        (
            "\n{% for x in 5 %}{% endfor %}",
            "14: error: cannot be rendered: 'int' object is not iterable [template-syntax]",
        ),
    ],
)
def test_an_expression_that_cannot_be_evaluated_is_a_mistake_of_the_template(
    tmp_path: Path, body: str, expected: str
) -> None:
    assert refused(tmp_path, body) == f"templates/captains.md:{expected}"


def test_what_calls_could_not_print_is_reported_with_what_ended_the_rendering(tmp_path: Path) -> None:
    composer, _ = harbour_composer(tmp_path)
    body = '## A\n\n{{ paragraph("fact.bicycles", form="ask") }}\n\n{{ block("rec.tidse") }}\n'
    with pytest.raises(DocumentError) as caught:
        composer.compose(template(tmp_path, body), DRAFT)
    assert [(problem.place.line, problem.code) for problem in caught.value.diagnostics] == [
        (14, "form-missing"),
        (16, "block-unknown"),
    ]
