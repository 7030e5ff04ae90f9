from __future__ import annotations

from briefs.compose.template.tokens import Tokens
from briefs.model.document import Paragraph
from briefs.model.inline import Text
from tests.builders import forms


def test_a_token_stands_for_what_was_added_with_it() -> None:
    tokens, content = Tokens(), (Paragraph((Text("a"),)),)
    first, second = tokens.add_content(content), tokens.add_span((Text("b"),), forms("fact.a/short"), "must")
    assert (first, second) == ("\ue0000\ue001", "\ue0001\ue001")
    assert (tokens.content(0), tokens.span(0)) == (content, None)
    span = tokens.span(1)
    assert span is not None
    assert (span.inlines, span.forms, span.weight) == ((Text("b"),), forms("fact.a/short"), "must")
    assert tokens.content(1) is None


def test_content_is_alone_where_nothing_but_its_token_stands() -> None:
    tokens, content = Tokens(), (Paragraph((Text("a"),)),)
    token, span = tokens.add_content(content), tokens.add_span((), ())
    assert tokens.content_alone(f"  {token} ") == content
    assert [tokens.content_alone(text) for text in ("", "a", span, f"{token} a", f"{token}{token}")] == [None] * 5
