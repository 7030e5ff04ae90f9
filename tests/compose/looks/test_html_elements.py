from __future__ import annotations

import pytest

from briefs.compose.looks.html_elements import HtmlError, fold, is_link, parse_html
from briefs.compose.looks.html_reader import read_content


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<p>a & b</p>", 'not well-formed: xmlParseEntityRef: no name; write "&amp;" for "&"'),
        ("<p>a < b</p>", 'not well-formed: StartTag: invalid element name; write "&lt;" for "<"'),
        ("<p>a</p></p>", "not well-formed: a closing tag has no opening tag"),
        ("<p>a&nbsp;b</p>", "not well-formed: Entity 'nbsp' not defined; write the character itself"),
        ("<p>a", "not well-formed: <p> is not closed"),
        ("<p>a\x07</p>", "the character U+0007 cannot be printed"),
        ("<p>a\ufffe</p>", "the character U+FFFE cannot be printed"),
        ("<ol><p>a</p></ol>", "<p> where <li> belongs"),
    ],
)
def test_html_that_is_not_well_formed_or_has_strange_attributes_is_an_error(html: str, message: str) -> None:
    with pytest.raises(HtmlError) as caught:
        read_content(html)
    assert caught.value.fault.message == message
    assert caught.value.fault.code == "not-representable"


def test_an_error_knows_its_line() -> None:
    with pytest.raises(HtmlError) as caught:
        read_content("<p>a</p>\n\n<p>\n<br/></p>")
    assert caught.value.line == 4


@pytest.mark.parametrize("html", ["<p>a</p>\n<p>\x07</p>", "<p>a</p>\n<p>b", "\n<p id='a'>b</p>", "\n<p>&x;</p>"])
def test_every_error_of_the_parser_knows_its_line(html: str) -> None:
    with pytest.raises(HtmlError) as caught:
        parse_html(html)
    assert caught.value.line == 2


@pytest.mark.parametrize(
    ("target", "is_external"),
    [
        ("https://x.org/?a=1", True),
        ("mailto:a@x.org", True),
        ("quay.html", False),
        ("javascript:a", False),
        ("https://x.org/%ee%80%800", False),
        ("https://x.org/a b", False),
    ],
)
def test_a_link_leads_to_an_external_address(target: str, is_external: bool) -> None:
    assert is_link(target) is is_external


def test_white_space_is_folded_but_no_break_spaces_are_kept() -> None:
    assert fold(" a\n\t b\u00a0\u00a0c ") == " a b\u00a0\u00a0c "
