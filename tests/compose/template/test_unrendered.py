from __future__ import annotations

from briefs.compose.template.brief_environment import brief_environment
from briefs.compose.template.unrendered import UnrenderedMarkdown, unrendered_markdown
from briefs.model.document import FormRef


def unrendered(body: str) -> UnrenderedMarkdown:
    return unrendered_markdown(body, {"paragraph"}, brief_environment())


def test_a_token_stands_for_every_call_and_says_what_kind_of_thing_it_prints() -> None:
    markdown = unrendered('{{ paragraph("a") }}\n\nb {{ block("c") }}{{ note("d") }}\n')
    assert markdown.text == "\ue0000\ue001\n\nb \ue0001\ue001\ue0002\ue001\n"
    assert markdown.tokens.content(0) is not None
    span, note = markdown.tokens.span(1), markdown.tokens.span(2)
    assert span is not None
    assert note is not None
    assert (span.forms, note.forms) == ((FormRef("sample", "text"),), ())


def test_statements_and_comments_are_left_out_and_both_branches_are_in_it() -> None:
    markdown = unrendered(
        "{# a\n#}\n{% if status %}\nb\n{% else %}\nc\n{% endif %}\n{% for x in y %}\nd\n{% endfor %}\n"
    )
    assert markdown.text == "b\nc\nd\n"


def test_every_line_knows_the_line_of_the_template() -> None:
    markdown = unrendered('a\n{% if status %}\n\nb {{ block("c",\n  weight="must") }}\nd\n{% endif %}\ne\n')
    assert list(zip(markdown.text.split("\n"), markdown.lines, strict=True)) == [
        ("a", 1),
        ("", 3),
        ("b \ue0000\ue001", 4),
        ("d", 6),
        ("e", 8),
        ("", 9),
    ]
