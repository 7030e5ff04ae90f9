from __future__ import annotations

import pytest

from tests.report.html.builders import aside, pieces

AROUND = "part of the page around the report"
LONG = "<p>" + "Words of the report. " * 60 + "</p>"
SAID = "p: " + ("Words of the report. " * 60).strip()


@pytest.mark.parametrize(
    ("page", "left"),
    [
        (f"<div>Site</div><main>{LONG}</main>", [(AROUND, "Site")]),
        (f"<div>Site</div><div role=main>{LONG}</div><p>Foot</p>", [(AROUND, "Site"), (AROUND, "Foot")]),
        (f"<div>Site</div><article>{LONG}</article>", [(AROUND, "Site")]),
        (f"<nav><a href=/>Home</a></nav>{LONG}", [(AROUND, "Home")]),
        (
            f"<header>Site <a href=/>Home page</a></header>{LONG}<footer>Foot</footer>",
            [(AROUND, "Site Home page"), (AROUND, "Foot")],
        ),
        (f"<main>{LONG}<nav><a href=/>Next</a></nav></main>", [(AROUND, "Next")]),
        (f"<main>{LONG}<aside><a href=/>Related</a></aside></main>", [(AROUND, "Related")]),
        (f"<main>{LONG}<ul class='social share'><li>Tell it</li></ul></main>", [(AROUND, "Tell it")]),
        (f"<div id=cookie-banner>We bake</div>{LONG}", [(AROUND, "We bake")]),
        (f"<form>Search <input><button>Go</button></form>{LONG}", [("form", "Search Go")]),
        (
            f"<p hidden>a</p><p aria-hidden=true>b</p><p style='display: none'>c</p>{LONG}",
            [("hidden text", word) for word in "abc"],
        ),
        (f"<noscript>Switch it on</noscript>{LONG}", [("hidden text", "Switch it on")]),
        (f"<script>a</script><style>b</style><template>c</template><iframe>d</iframe>{LONG}", []),
        (f"<form action=x>{LONG}<input></form>", []),
    ],
)
def test_what_pages_have_around_a_report_is_left_aside(page: str, left: list[tuple[str, str]]) -> None:
    assert pieces(page) == [SAID]
    assert aside(page) == left


def test_what_looks_like_it_but_is_of_the_report_stays() -> None:
    assert pieces(f"<header><h1>Report</h1><p>Council</p></header><h2>One</h2>{LONG}") == [
        "title: Report",
        "p: Council",
        "h1: One",
        SAID,
    ]
    assert pieces(f"<main>{LONG}<aside>A box</aside><footer>As at May</footer></main>") == [
        SAID,
        "p: A box",
        "p: As at May",
    ]


def test_several_articles_are_all_of_the_body() -> None:
    assert pieces(f"<article>{LONG}</article><article>{LONG}</article>") == [SAID, SAID]


def test_a_small_main_element_is_not_taken_for_the_report() -> None:
    assert pieces(f"<main>Loading</main>{LONG}") == ["p: Loading", SAID]


def test_navigation_within_the_page_is_a_list_of_contents() -> None:
    links = "".join(f"<li><a href=#{name}>{name}</a> 1" for name in "abc")
    assert pieces(f"<main><nav><ol>{links}</ol></nav>{LONG}</main>")[:1] == ["contents: a 1"]
