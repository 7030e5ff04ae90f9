from __future__ import annotations

from tests.report.html.builders import pieces

WORD = """<body><p class=MsoTitle>Water</p><p class=MsoSubtitle>A study</p>
<p class=MsoToc1>Findings<span>\t2</span></p><h1>Findings</h1>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>
&nbsp;&nbsp; </span></span><![endif]>One</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>a)<span> </span></span>Under</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.</span>Two</p>
<p class=MsoQuote>Said</p><p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Bold</b> word</p></body>"""

GOOGLE = """<style>.c1{font-weight:700}.c2{font-style:italic}.c3{font-weight:400}</style><body>
<p class="c3 title">Water</p><p class="c3"><span class="c1">Bold</span><span class="c3"> and </span>
<span class="c2">slanted</span></p><ol class="lst-kix_x1-0 start" start="1"><li>One</li></ol>
<ol class="lst-kix_x1-1 start" start="1"><li>Under</li></ol>
<ol class="lst-kix_x1-0" start="2"><li>Two</li></ol></body>"""


def test_what_word_saves_as_a_page_has_its_styles() -> None:
    assert pieces(WORD) == [
        "title: Water",
        "title: A study",
        "contents: Findings 2",
        "h1: Findings",
        "l0-0 depth 0: 1. | One",
        "l0-1 depth 1: a) | Under",
        "l0-0 depth 0: 2. | Two",
        "block quotation: Said",
        "p: *Bold* word",
    ]


def test_what_google_docs_saves_as_a_page_has_its_classes() -> None:
    assert pieces(GOOGLE) == [
        "title: Water",
        "p: *Bold* and *slanted*",
        "lst-kix_x1-0 depth 0: 1. | One",
        "lst-kix_x1-1 depth 1: 1. | Under",
        "lst-kix_x1-0 depth 0: 2. | Two",
    ]
