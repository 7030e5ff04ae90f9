from __future__ import annotations

from pathlib import Path

import pytest

from tests.compose.builders import harbour_composer, look


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<p>{{ blokcs }}</p>",
            '5: error: unknown name "blokcs" [template-name]\n  hint: did you mean "blocks"?',
        ),
        (
            "<p>\n{{ blocks[0] | uper }}{{ size | chronologcal }}</p>",
            '6: error: unknown filter "uper" [template-filter]\n  hint: did you mean "upper"?\n'
            'templates/blocks/look.html:6: error: unknown filter "chronologcal" [template-filter]\n'
            '  hint: did you mean "chronological"?',
        ),
        (
            "{% for b in blocks %}",
            "5: error: {% for b in blocks %} is not closed [template-syntax]\n"
            "  hint: write {% endfor %} on a line of its own where its part ends",
        ),
        (
            "<p>{% include 'x' %}</p>",
            "5: error: a block template cannot use {% include %} [template-syntax]\n"
            "  hint: write everything that it prints into this file",
        ),
        (
            "<p>{{ lipsum() }}{{ blocks|random }}</p>",
            '5: error: unknown name "lipsum" [template-name]\n'
            "  hint: known: audience, blocks, cycler, dict, joiner, loop, namespace, note, range, size, status\n"
            'templates/blocks/look.html:5: error: unknown filter "random" [template-filter]\n'
            "  hint: the same inputs always give the same brief",
        ),
        (
            "<p>\n{% from 'x' import y %}</p>",
            "6: error: a block template cannot use {% from %} [template-syntax]\n"
            "  hint: write everything that it prints into this file",
        ),
        (
            f"<p>{{{{ {'(' * 600}1{')' * 600} }}}}</p>",
            "5: error: brackets or statements are nested too deeply [template-syntax]\n"
            "  hint: nest fewer brackets, {% if %} or {% for %}",
        ),
        (
            "<p>{{ dict(a=1, a=2) }}</p>",
            '5: error: the option "a" is given twice [template-syntax]\n  hint: keep one of them',
        ),
        (
            "<p>\n{{ dict(a=1 b=2) }}</p>",
            "6: error: a comma is missing between 1 and b [template-syntax]\n  hint: write: {{ dict(a=1, b=2) }}</p>",
        ),
        (
            f"<p>{'{% for b in blocks %}' * 21}{'{% endfor %}' * 21}</p>",
            "5: error: cannot be rendered: too many statically nested blocks [template-syntax]",
        ),
        (
            f"<p>{{{{ blocks[{'9' * 5000}] }}}}{{{{ 1e999 }}}}</p>",
            f'5: error: "blocks[{"9" * 53}" cannot be read: a number in it is too large [template-syntax]\n'
            '  hint: a call looks like {{ statements("es.02", "es.03", weight="must") }}\n'
            'templates/blocks/look.html:5: error: "1e999" cannot be read: a number in it is too large '
            "[template-syntax]\n"
            '  hint: a call looks like {{ statements("es.02", "es.03", weight="must") }}',
        ),
        (
            "<p>\n{{ ''.__class__ }}{{ 'a'.center(10 ** 9) }}{{ 'a' | center(10 ** 9) }}</p>",
            '6: error: there is no field "__class__" [template-name]\n'
            "  hint: fields have names without _ at the beginning\n"
            "templates/blocks/look.html:6: error: there is no .center(…) [template-name]\n"
            "  hint: say how it looks in the style sheets\n"
            'templates/blocks/look.html:6: error: unknown filter "center" [template-filter]\n'
            "  hint: say how it looks in the style sheets",
        ),
        (
            f"<p>\n{{{{ 1{' + 1' * 60} }}}}</p>",
            "6: error: brackets or statements are nested too deeply [template-syntax]\n"
            "  hint: nest fewer brackets, {% if %} or {% for %}",
        ),
        (
            "\n" + "{{ blocks }}\n" * 2001,
            "2006: error: it has 2,001 calls, statements and remarks, and a template has 2,000 at most "
            "[template-limit]\n"
            "  hint: name several blocks in one call, or divide the template into several",
        ),
    ],
)
def test_a_mistake_in_a_block_template_is_reported_with_its_line(tmp_path: Path, html: str, expected: str) -> None:
    assert harbour_composer(tmp_path, look(html))[1] == f"templates/blocks/look.html:{expected}"
