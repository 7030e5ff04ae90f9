from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from tests.compose.builders import composed, refused


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            '{% for x in ["a"] %}{{ x }}{% endfor %}',
            'templates/captains.md:13: error: a template prints "a", which does not come from a block '
            "[untraced-prose]\n"
            '  hint: only calls and the wording of {{ block("…") }} can be printed',
        ),
        (
            '\n{% for x in ["fact.bicycles"] %}{{ block(x).short }}{% endfor %}',
            'templates/captains.md:14: error: "fact.bicycles" has no form "short" [form-missing]\n'
            "  hint: write one in seeds/harbour/blocks/fact.yaml:8, or print another form",
        ),
    ],
)
def test_only_what_blocks_say_can_be_printed(tmp_path: Path, body: str, expected: str) -> None:
    assert refused(tmp_path, body) == expected


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("paragraph['_' ~ '_globals__'] == 1", '"__globals__" cannot be used there'),
        ("block ~ '' == ''", "it prints a call that has no brackets"),
        ("2 ** 99", "a number in it is too large: the highest power is 64"),
    ],
)
def test_a_template_reaches_nothing_of_the_program(tmp_path: Path, condition: str, message: str) -> None:
    body = f'## Issue\n\n{{% if {condition} %}}\n{{% endif %}}\n{{{{ paragraph("rec.tides") }}}}\n'
    with pytest.raises(DocumentError) as caught:
        composed(tmp_path, body)
    assert str(caught.value) == f"templates/captains.md:14: error: cannot be rendered: {message} [template-syntax]"
