from __future__ import annotations

from pathlib import Path

import pytest

from briefs.compose.jinja.mending import LONGEST_MENDED, mended
from briefs.compose.letters.letter_names import VALUES
from briefs.compose.looks.block_environment import block_environment
from briefs.compose.template.brief_environment import brief_environment
from briefs.model.limits import MOST_CALLS
from tests.builders import REPOSITORY
from tests.compose.builders import harbour_composer, linted, look

ONE_LINE = [
    (
        "{{ block(“fact.timetable”) }}",
        "curly quotation marks (“”) in place of straight ones",
        '{{ block("fact.timetable") }}',
    ),
    (
        "{{ block(‘fact.timetable’) }}",
        "curly quotation marks (‘’) in place of straight ones",
        '{{ block("fact.timetable") }}',
    ),
    (
        "{{ block(«fact.timetable») }}",
        "curly quotation marks («») in place of straight ones",
        '{{ block("fact.timetable") }}',
    ),
    (
        "{{ block(„fact.timetable“) }}",
        "curly quotation marks („“) in place of straight ones",
        '{{ block("fact.timetable") }}',
    ),
    (
        '{{ block("fact.timetable”) }}',
        'curly quotation marks ("”) in place of straight ones',
        '{{ block("fact.timetable") }}',
    ),
    (
        '{{ block(“fact.timetable") }}',
        'curly quotation marks (“") in place of straight ones',
        '{{ block("fact.timetable") }}',
    ),
    ("{{ block(`fact.timetable`) }}", "the wrong quotation marks (``)", '{{ block("fact.timetable") }}'),
    ("{{ block(\"fact.timetable') }}", "two different quotation marks (\"')", '{{ block("fact.timetable") }}'),
    (
        "{{ list(“fact.timetable”, “fact.bicycles”) }}",
        "curly quotation marks (“”) in place of straight ones",
        '{{ list("fact.timetable", "fact.bicycles") }}',
    ),
    (
        "- {{ block(“fact.timetable”) }} and {{ block(“fact.bicycles”) }}",
        "curly quotation marks (“”) in place of straight ones",
        '- {{ block("fact.timetable") }} and {{ block("fact.bicycles") }}',
    ),
    (
        '{{ table("rec.tides", caption=“What’s “new” here”) }}',
        "curly quotation marks (“”) in place of straight ones",
        '{{ table("rec.tides", caption="What’s “new” here") }}',
    ),
    (
        '{{ table("rec.tides", caption="What "new" here") }}',
        "straight quotation marks inside a text, where curly ones are needed",
        '{{ table("rec.tides", caption="What “new” here") }}',
    ),
    (
        "{{ table(\"rec.tides\", caption='The board's wish') }}",
        "straight quotation marks inside a text, where curly ones are needed",
        '{{ table("rec.tides", caption="The board’s wish") }}',
    ),
    ("{{ block(&quot;fact.timetable&quot;) }}", "&quot;, which is HTML", '{{ block("fact.timetable") }}'),
    ('{{ block(\\"fact.timetable\\") }}', "backslashes before quotation marks", '{{ block("fact.timetable") }}'),
    (
        '{{ block("fact.timetable) }}',
        "the quotation mark after fact.timetable is missing",
        '{{ block("fact.timetable") }}',
    ),
    (
        '{{ block(fact.timetable") }}',
        "the quotation mark before fact.timetable is missing",
        '{{ block("fact.timetable") }}',
    ),
    ("{{ block(fact.timetable) }}", "fact.timetable has no quotation marks", '{{ block("fact.timetable") }}'),
    (
        '{{ list("fact.timetable, "fact.bicycles") }}',
        "the quotation mark after fact.timetable is missing",
        '{{ list("fact.timetable", "fact.bicycles") }}',
    ),
    (
        '{{ list("fact.timetable," "fact.bicycles") }}',
        "a quotation mark is missing after fact.timetable; a quotation mark after fact.timetable is too much",
        '{{ list("fact.timetable", "fact.bicycles") }}',
    ),
    (
        '{{ list("fact.timetable", "fact.bicycles) }}',
        "the quotation mark after fact.bicycles is missing",
        '{{ list("fact.timetable", "fact.bicycles") }}',
    ),
    (
        '{{ list("fact.timetable)", "fact.bicycles" }}',
        '")" after fact.timetable is too much; ")" is missing after fact.bicycles',
        '{{ list("fact.timetable", "fact.bicycles") }}',
    ),
    (
        '{{ paragraph("fact.timetable", weight=“must) }}',
        "the quotation mark after must is missing",
        '{{ paragraph("fact.timetable", weight="must") }}',
    ),
    (
        '{{ paragraph("fact.timetable", form="verbatim, weight="must") }}',
        "the quotation mark after verbatim is missing",
        '{{ paragraph("fact.timetable", form="verbatim", weight="must") }}',
    ),
    (
        '{{ table("rec.tides", caption=What the board said") }}',
        "the quotation mark before What the board said is missing",
        '{{ table("rec.tides", caption="What the board said") }}',
    ),
    (
        '{{ table("rec.tides", caption="What the board said) }}',
        "the quotation mark after What the board said is missing",
        '{{ table("rec.tides", caption="What the board said") }}',
    ),
    (
        "{{ fact.timetable }}",
        '"fact.timetable" is the id of a block, and a call is missing around it',
        '{{ block("fact.timetable") }}',
    ),
    (
        '{{ "fact.timetable" }}',
        '"fact.timetable" is the id of a block, and a call is missing around it',
        '{{ block("fact.timetable") }}',
    ),
    (
        "{{ fact.timetable.short }}",
        '"fact.timetable" is the id of a block, and a call is missing around it',
        '{{ block("fact.timetable").short }}',
    ),
    (
        "See {fact.timetable}",
        'a call begins with "{{", not "{"; "fact.timetable" is the id of a block, and a call is missing around it; '
        'it ends with "}}", not "}"',
        'See {{ block("fact.timetable") }}',
    ),
    ('{{ block "fact.timetable" }}', '"(" is missing after block; ")" is missing', '{{ block("fact.timetable") }}'),
    (
        '{{ block: "fact.timetable" }}',
        '":" in place of "("; ")" is missing after fact.timetable',
        '{{ block("fact.timetable") }}',
    ),
    ('{{ block("fact.timetable" }}', '")" is missing', '{{ block("fact.timetable") }}'),
    ('{{ block "fact.timetable") }}', '"(" is missing after block', '{{ block("fact.timetable") }}'),
    ('{{ block("fact.timetable")) }}', 'one ")" too many', '{{ block("fact.timetable") }}'),
    ('{{ block["fact.timetable"] }}', '"[" in place of "("', '{{ block("fact.timetable") }}'),
    ('{{ block("fact.timetable"] }}', '"]" in place of ")"', '{{ block("fact.timetable") }}'),
    ('{{ block("fact.timetable").short) }}', 'one ")" too many', '{{ block("fact.timetable").short }}'),
    (
        '{{ block("fact.timetable".short }}',
        '")" is missing after "fact.timetable"',
        '{{ block("fact.timetable").short }}',
    ),
    (
        '{{ block("fact.timetable") short }}',
        '"." is missing after fact.timetable',
        '{{ block("fact.timetable").short }}',
    ),
    ('{{ block("fact.timetable"); }}', 'one ";" too many', '{{ block("fact.timetable") }}'),
    (
        '{{ list(["fact.timetable", "fact.bicycles"]) }}',
        '"[" after list is too much; "]" after fact.bicycles is too much',
        '{{ list("fact.timetable", "fact.bicycles") }}',
    ),
    (
        '{{ list("fact.timetable" "fact.bicycles") }}',
        'a comma is missing between "fact.timetable" and "fact.bicycles"',
        '{{ list("fact.timetable", "fact.bicycles") }}',
    ),
    (
        '{{ list("fact.timetable"; "fact.bicycles") }}',
        '";" in place of ","',
        '{{ list("fact.timetable", "fact.bicycles") }}',
    ),
    (
        '{{ list("fact.timetable",, "fact.bicycles") }}',
        "one comma too many",
        '{{ list("fact.timetable", "fact.bicycles") }}',
    ),
    (
        '{{ list("fact.timetable"/"fact.bicycles") }}',
        '"/" in place of ","',
        '{{ list("fact.timetable", "fact.bicycles") }}',
    ),
    (
        '{{ list("fact.timetable" and "fact.bicycles") }}',
        '"and" in place of ","',
        '{{ list("fact.timetable", "fact.bicycles") }}',
    ),
    (
        '{{ paragraph("fact.timetable" form="short") }}',
        'a comma is missing between "fact.timetable" and form',
        '{{ paragraph("fact.timetable", form="short") }}',
    ),
    (
        '{{ paragraph("fact.timetable", form "short") }}',
        '"=" is missing between form and "short"',
        '{{ paragraph("fact.timetable", form="short") }}',
    ),
    (
        '{{ paragraph("fact.timetable", form:"short") }}',
        '":" in place of "=" after form',
        '{{ paragraph("fact.timetable", form="short") }}',
    ),
    (
        '{{ paragraph("fact.timetable", form=="short") }}',
        '"==" in place of "=" after form',
        '{{ paragraph("fact.timetable", form="short") }}',
    ),
    (
        '{{ paragraph("fact.timetable", fo rm="short") }}',
        "a space in the wrong place",
        '{{ paragraph("fact.timetable", form="short") }}',
    ),
    (
        '{{ paragraph("fact.timetable", weight:must) }}',
        '":" in place of "=" after weight; must has no quotation marks',
        '{{ paragraph("fact.timetable", weight="must") }}',
    ),
    ('{{ block("fact.timetable") }', 'a call ends with "}}", not "}"', '{{ block("fact.timetable") }}'),
    ('{ block("fact.timetable") }}', 'a call begins with "{{", not "{"', '{{ block("fact.timetable") }}'),
    (
        '{ block("fact.timetable") }',
        'a call begins with "{{", not "{"; it ends with "}}", not "}"',
        '{{ block("fact.timetable") }}',
    ),
    ('{{ block("fact.timetable")', '"}}" is missing after the call', '{{ block("fact.timetable") }}'),
    ('block("fact.timetable") }}', '"{{" is missing before the call', '{{ block("fact.timetable") }}'),
    (
        'block("fact.timetable")',
        '"{{" is missing before the call; "}}" is missing after it',
        '{{ block("fact.timetable") }}',
    ),
    (
        '{{{ block("fact.timetable") }}}',
        'a call begins with "{{", not "{{{"; it ends with "}}", not "}}}"',
        '{{ block("fact.timetable") }}',
    ),
    (
        '{ { block("fact.timetable") } }',
        'a call begins with "{{", not "{ {"; it ends with "}}", not "} }"',
        '{{ block("fact.timetable") }}',
    ),
    (
        '{{ block("fact.timetable") )',
        '"}}" is missing after the call; one ")" too many',
        '{{ block("fact.timetable") }}',
    ),
    (
        '[[ block("fact.timetable") ]]',
        'a call begins with "{{", not "[["; it ends with "}}", not "]]"',
        '{{ block("fact.timetable") }}',
    ),
    (
        '{% block("fact.timetable") %}',
        'a call begins with "{{", not "{%"; it ends with "}}", not "%}"',
        '{{ block("fact.timetable") }}',
    ),
    (
        '{{ block("fact.timetable") and {{ block("fact.bicycles") }}',
        '"}}" is missing after the call',
        '{{ block("fact.timetable") }} and {{ block("fact.bicycles") }}',
    ),
    (
        '{{ paragraph("fact.timetable"，form="short"）}}',
        'a fullwidth comma (U+FF0C) in place of ","; a fullwidth right parenthesis (U+FF09) in place of ")"',
        '{{ paragraph("fact.timetable",form="short") }}',
    ),
    (
        '｛｛ block("fact.timetable") ｝｝',
        'a call begins with "{{", not "｛｛"; it ends with "}}", not "｝｝"',
        '{{ block("fact.timetable") }}',
    ),
    (
        '{{\u200b block("fact.timetable") }}',
        "a zero width space (U+200B), which cannot be seen",
        '{{ block("fact.timetable") }}',
    ),
]
"""What is typed on one line, what is wrong with it, and the line as it should be."""

MORE_LINES = [
    (
        '{{ list("fact.timetable",\n        \u201cfact.bicycles\u201d) }}',
        2,
        "curly quotation marks (“”) in place of straight ones",
        '"fact.bicycles") }}',
    ),
    (
        '{{ list("fact.timetable"\n        "fact.bicycles") }}',
        1,
        'a comma is missing between "fact.timetable" and "fact.bicycles"',
        '{{ list("fact.timetable",',
    ),
    (
        '{{ list(\n  "fact.timetable",\n  "fact.bicycles"\n\n## Next\n\n{{ block("fact.timetable") }}',
        3,
        '"}}" is missing after the call; ")" is missing',
        '"fact.bicycles") }}',
    ),
    (
        '{{ list("fact.timetable")\n\n## Next\n\n{{ block("fact.timetable") }}',
        1,
        '"}}" is missing after the call',
        '{{ list("fact.timetable") }}',
    ),
    (
        '{{ list("fact.timetable")\n{% if status %}\n{{ list("fact.timetable") }}\n{% endif %}',
        1,
        '"}}" is missing after the call',
        '{{ list("fact.timetable") }}',
    ),
    (
        '{{ list("fact.timetable, "fact.bicycles") }}\n\n## Next\n\n{{ block("fact.timetable") }}\n\n{# end #}',
        1,
        "the quotation mark after fact.timetable is missing",
        '{{ list("fact.timetable", "fact.bicycles") }}',
    ),
    (
        '{# a comment\n\n{{ list("fact.timetable") }}\n\n{# another #}',
        1,
        '"{#" begins a comment that is not closed with "#}"',
        "{# a comment #}",
    ),
    (
        '{# a comment\n\n{{ list("fact.timetable") }}',
        1,
        '"{#" begins a comment that is not closed with "#}"',
        "{# a comment #}",
    ),
    ("{ # a comment # }", 1, 'a comment begins with "{#" and ends with "#}"', "{# a comment #}"),
    (
        '## Why {#why}\n\n{{ list("fact.timetable") }}',
        1,
        '"{#" begins a comment; an id in a heading is written id=NAME',
        "## Why {id=why}",
    ),
    (
        '{% if status == \u201cdraft\u201d %}\n{{ list("fact.timetable") }}\n{% endif %}',
        1,
        "curly quotation marks (“”) in place of straight ones",
        '{% if status == "draft" %}',
    ),
    (
        '{% if status = "draft" %}\n{{ list("fact.timetable") }}\n{% endif %}',
        1,
        '"=" in place of "==", which compares',
        '{% if status == "draft" %}',
    ),
    (
        '{% if status is "draft" %}\n{{ list("fact.timetable") }}\n{% endif %}',
        1,
        '"is" in place of "==", which compares',
        '{% if status == "draft" %}',
    ),
    (
        '{% if status == "draft" }\n{{ list("fact.timetable") }}\n{% endif %}',
        1,
        'a statement ends with "%}", not "}"',
        '{% if status == "draft" %}',
    ),
    (
        '{% if status == "draft" }}\n{{ list("fact.timetable") }}\n{% endif %}',
        1,
        'a statement ends with "%}", not "}}"',
        '{% if status == "draft" %}',
    ),
    (
        '% if status == "draft" %}\n{{ list("fact.timetable") }}\n{% endif %}',
        1,
        'a statement begins with "{%", not "%"',
        '{% if status == "draft" %}',
    ),
    (
        '{{% if status == "draft" %}}\n{{ list("fact.timetable") }}\n{% endif %}',
        1,
        'a statement begins with "{%", not "{{%"; it ends with "%}", not "%}}"',
        '{% if status == "draft" %}',
    ),
    (
        '<% if status == "draft" %>\n{{ list("fact.timetable") }}\n{% endif %}',
        1,
        'a statement begins with "{%", not "<%"; it ends with "%}", not "%>"',
        '{% if status == "draft" %}',
    ),
    (
        '{{ if status == "draft" }}\n{{ list("fact.timetable") }}\n{% endif %}',
        1,
        'a statement begins with "{%", not "{{"; it ends with "%}", not "}}"',
        '{% if status == "draft" %}',
    ),
    (
        '{% fi status == "draft" %}\n{{ list("fact.timetable") }}\n{% endif %}',
        1,
        "there is no statement {% fi %}",
        '{% if status == "draft" %}',
    ),
    (
        '{% if status == "draft" %}\n{{ list("fact.timetable") }}\n{% endif\n\n## Next\n\n{{ list("fact.timetable") }}',
        3,
        '"%}" is missing after the statement',
        "{% endif %}",
    ),
    (
        '{% if status == "draft" %}\n{{ list("fact.timetable") }}\n{% end if %}',
        3,
        "there is no statement {% end if %}",
        "{% endif %}",
    ),
    (
        '{% if status == "draft" %}\n{{ list("fact.timetable") }}\n{% endfi %}',
        3,
        "there is no statement {% endfi %}",
        "{% endif %}",
    ),
    (
        '{% if status == "draft" %}\n{{ list("fact.timetable") }}\n{% end %}',
        3,
        "there is no statement {% end %}",
        "{% endif %}",
    ),
    (
        '{% if status == "draft" %}\n{{ list("fact.timetable") }}\n{% else if status %}\n{% endif %}',
        3,
        "there is no statement {% else if %}",
        "{% elif status %}",
    ),
    (
        '{% for x in ["fact.timetable" "fact.bicycles"] %}\n{{ paragraph(x) }}\n{% endfor %}',
        1,
        'a comma is missing between "fact.timetable" and "fact.bicycles"',
        '{% for x in ["fact.timetable", "fact.bicycles"] %}',
    ),
]
"""What is typed, the line that is wrong, what is wrong with it, and that line as it should be."""

UNREADABLE = [
    ("{{ }}", 1, "there is nothing between the braces", "call"),
    ("{% if %}\n{% endif %}", 1, '"if" cannot be read: something is missing at the end', "statement"),
    (
        '{{ list(weight="must", one) }}',
        1,
        '"list(weight="must", one)" cannot be read: an id stands behind an option',
        "",
    ),
]
"""What is typed and cannot be mended, the line, what is wrong with it, and whether the hint shows a call."""

RAW = ("expected", "unexpected", "end of print", "unknown tag", "Jinja", "_unreadable", "invalid syntax")
"""Words of the library that reads templates, and of the program."""


def said(what: str, line: int, should: str) -> str:
    return f"templates/captains.md:{12 + line}: error: {what} [template-syntax]\n  hint: write: {should}"


@pytest.mark.parametrize(("typed", "what", "should"), ONE_LINE)
def test_a_slip_in_a_call_is_said_once_with_the_line_as_it_should_be(
    tmp_path: Path, typed: str, what: str, should: str
) -> None:
    assert linted(tmp_path, f"{typed}\n") == said(what, 1, should)
    assert linted(tmp_path, f"{should}\n") == ""


@pytest.mark.parametrize(("typed", "line", "what", "should"), MORE_LINES)
def test_a_slip_is_said_on_the_line_where_its_author_made_it(
    tmp_path: Path, typed: str, line: int, what: str, should: str
) -> None:
    assert linted(tmp_path, f"{typed}\n") == said(what, line, should)


@pytest.mark.parametrize(("typed", "line", "what", "kind"), UNREADABLE)
def test_what_cannot_be_mended_is_said_in_plain_words_and_has_no_other_faults(
    tmp_path: Path, typed: str, line: int, what: str, kind: str
) -> None:
    found = linted(tmp_path, f'{typed}\n\n{{{{ block("fact.timetable") }}}}\n')
    assert found.startswith(f"templates/captains.md:{12 + line}: error: {what} [template-syntax]\n  hint: ")
    assert found.count(": error: ") == 1
    assert f"a {kind} looks like" in found or not kind


def test_mistakes_of_their_own_are_said_beside_a_slip(tmp_path: Path) -> None:
    body = "{{ blok(“fact.timetable”) }}\n\n{{ block(“fact.timetabel”) }}\n\nKeepers want more.\n"
    assert [line for line in linted(tmp_path, body).splitlines() if ": error: " in line] == [
        "templates/captains.md:13: error: curly quotation marks (“”) in place of straight ones [template-syntax]",
        'templates/captains.md:13: error: unknown name "blok" [template-name]',
        "templates/captains.md:15: error: curly quotation marks (“”) in place of straight ones [template-syntax]",
        'templates/captains.md:15: error: there is no block "fact.timetabel" [block-unknown]',
        'templates/captains.md:17: error: "Keepers want more." says something that does not come from a block '
        "[untraced-prose]",
    ]


IN_BLOCKS = [
    ("<p>{{ blocks[0] }</p>", 5, 'a call ends with "}}", not "}"', "write: <p>{{ blocks[0] }}</p>"),
    (
        "<p>\n{% for b in blocks }\n{{ b }}{% endfor %}</p>",
        6,
        'a statement ends with "%}", not "}"',
        "write: {% for b in blocks %}",
    ),
    (
        "{# a comment\n<p>{{ blocks[0] }}</p>",
        5,
        '"{#" begins a comment that is not closed with "#}"',
        "write: {# a comment #}",
    ),
    (
        "<p>{% fr b in blocks %}{{ b }}{% endfor %}</p>",
        5,
        "there is no statement {% fr %}",
        "write: <p>{% for b in blocks %}{{ b }}{% endfor %}</p>",
    ),
    (
        "<p>{% do x = 1 %}{{ x }}{{ blocks[0] }}{% endif %}</p>",
        5,
        "there is no statement {% do %}",
        "known: {% if %}, {% elif %}, {% else %}, {% endif %}, {% for %}, {% endfor %}",
    ),
    (
        "<p>{{ blocks[0].form(“text”) }}</p>",
        5,
        "curly quotation marks (“”) in place of straight ones",
        'write: <p>{{ blocks[0].form("text") }}</p>',
    ),
]
"""What a block template holds, the line that is wrong, what is wrong with it, and the hint."""


@pytest.mark.parametrize(("html", "line", "what", "hint"), IN_BLOCKS)
def test_a_slip_in_a_block_template_is_said_once(tmp_path: Path, html: str, line: int, what: str, hint: str) -> None:
    said = harbour_composer(tmp_path, look(html))[1]
    assert said == f"templates/blocks/look.html:{line}: error: {what} [template-syntax]\n  hint: {hint}"


def test_templates_without_mistakes_stay_as_they_are() -> None:
    for path in sorted((REPOSITORY / "templates").glob("**/*.md")):
        body = path.read_text(encoding="utf-8").partition("\n---\n")[2]
        values = VALUES if path.parent.name == "letters" else ()
        assert mended(body, brief_environment(), {"block": {"weight"}}, (), values).source == body
    for path in sorted((REPOSITORY / "templates/blocks").glob("*.html")):
        source = path.read_text(encoding="utf-8").partition("\n---\n")[2]
        assert mended(source, block_environment()).source == source


def test_no_sign_more_or_less_makes_the_library_speak(tmp_path: Path) -> None:
    body = '{% if status == "draft" %}\n{{ paragraph("fact.timetable", weight="must") }}\n{% endif %}\n'
    composer, _ = harbour_composer(tmp_path)
    for position in range(len(body)):
        for sign in ("", "“", "}", "(", "\u00a0"):
            typed = body[:position] + sign + body[position + (not sign) :]
            found = mended(typed, brief_environment(), {"paragraph": {"weight"}}, composer.library.blocks)
            assert found.source.count("\n") == typed.count("\n")
            assert not [fault for _, fault in found.faults if any(word in fault.message + fault.hint for word in RAW)]


def test_only_calls_of_a_length_that_people_write_are_mended() -> None:
    calls = {"block": {"weight"}}
    for length in (LONGEST_MENDED - 10, LONGEST_MENDED + 10):
        typed = f'{{{{ block("{"a" * (length - 10)}) }}}}'
        ((_, fault),) = mended(typed, brief_environment(), calls).faults
        assert ("cannot be read" in fault.message) is (length > LONGEST_MENDED)


def test_mending_ends_when_it_has_taken_its_effort(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefs.compose.jinja.mending.MOST_EFFORT", 3 * len(' block("a b) ') ** 3)
    found = mended('{{ block("a b) }}\n' * 5, brief_environment(), {"block": {"weight"}}).faults
    assert ["cannot be read" in fault.message for _, fault in found].count(True) == 2


def test_signs_of_calls_without_number_are_one_fault() -> None:
    source = "}}\n" * (MOST_CALLS + 1)
    found = mended(source, brief_environment())
    assert found.source == source
    assert [(line, fault.code) for line, fault in found.faults] == [(MOST_CALLS + 1, "template-limit")]
