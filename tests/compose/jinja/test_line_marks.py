from __future__ import annotations

from jinja2 import Environment

from briefs.compose.jinja.line_marks import line_behind, mark_lines, unmarked

ENVIRONMENT = Environment(trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)


SOURCE = """a
{% if there %}
b {{ there }}
{% endif %}
{% for x in [1, 2] %}
c
{% endfor %}
d"""


def test_each_line_that_is_rendered_knows_its_line_of_the_template() -> None:
    tree = ENVIRONMENT.parse(SOURCE)
    mark_lines(tree)
    assert unmarked(ENVIRONMENT.from_string(tree).render(there="x")) == ("a\nb x\nc\nc\nd", (1, 3, 6, 6, 8))


def test_the_line_behind_a_rendered_line_is_found_by_rendering_again() -> None:
    template, context = ENVIRONMENT.from_string(SOURCE), {"there": ""}
    rendered = template.render(context)
    assert [line_behind(template, SOURCE, context, rendered, line) for line in (1, 2, 3, 99)] == [1, 6, 6, 8]


def test_lines_of_a_template_that_looks_at_what_it_prints_are_not_known() -> None:
    source = "{% set x %}\na{% endset %}\n{{ x|length }}"
    template = ENVIRONMENT.from_string(source)
    assert line_behind(template, source, {}, template.render(), 1) == 0
