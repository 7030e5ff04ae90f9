"""Replacing words of a template: only their characters change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, nodes

from briefs.files.template_calls import literal_atoms, literals
from briefs.files.template_splice import spliced_template
from briefs.model.diagnostics import BriefsError
from tests.builders import REPOSITORY

TEMPLATE = """---
title: Steps
---

## Steps to take {cut=5}

Some keepers asked for
bicycles, and for "tides".

{{ benefits("ben.one", 'ben.two',
            column="A \\"timetable\\" brings", caption="Steps") }}

- One more {{ block("st.one").short }} and one more

Last words"""


def spliced(line: int, before: str, after: str, template: str = TEMPLATE) -> str:
    return spliced_template(template.encode(), "a.md", line, before, after).decode()


@pytest.mark.parametrize(
    ("line", "before", "after", "old", "new"),
    [
        (5, "Steps to take", "Steps now", "Steps to take", "Steps now"),
        (7, 'Some keepers asked for bicycles, and for "tides".', 'Most keepers asked for bicycles, and for "tides".',
         "Some keepers", "Most keepers"),
        (10, 'A "timetable" brings', 'A "plan" may bring', '\\"timetable\\" brings', '\\"plan\\" may bring'),
        (11, "Steps", "Terms", 'caption="Steps"', 'caption="Terms"'),
        (10, "Steps", 'A "term" \\ more', 'caption="Steps"', 'caption="A \\"term\\" \\\\ more"'),
        (10, "ben.two", "ben.three", "'ben.two'", "'ben.three'"),
        (15, "Last words", "The end", "Last words", "The end"),
        (13, '{{ block("st.one").short }}', '{{ block("st.two").short }}', "st.one", "st.two"),
        (13, '{{ block("st.one").short }} ', "", '{{ block("st.one").short }} ', ""),
    ],
)  # fmt: skip
def test_only_the_words_change(line: int, before: str, after: str, old: str, new: str) -> None:
    assert spliced(line, before, after) == TEMPLATE.replace(old, new)


def test_line_ends_and_the_mark_at_the_beginning_stay() -> None:
    template = "\ufeff" + TEMPLATE.replace("\n", "\r\n")
    assert spliced(5, "Steps to take", "Steps", template) == template.replace("Steps to take", "Steps")


def test_a_line_of_which_nothing_is_left_goes_with_the_blank_one_below() -> None:
    call = TEMPLATE[TEMPLATE.index("{{ benefits") : TEMPLATE.index("\n\n- One")]
    assert spliced(10, call, "") == TEMPLATE.replace(call + "\n\n", "")


@pytest.mark.parametrize(
    ("line", "before", "after", "message"),
    [
        (7, "Steps", "Terms", "no longer stands there"),
        (40, "Steps", "Terms", "no longer stands there"),
        (13, "ne more", "x", "more than once"),
        (5, "Steps to take", "{{ statements() }}", "would be read as a call"),
        (15, "Last words", "Last {# words", "would be read"),
        (5, "Steps to take", "\ud800", "cannot be written"),
        (5, "Steps to take", "Steps [here](http://x)", "read as more than words"),
        (5, "Steps to take", "Steps <b>now</b>", "read as more than words"),
        (5, "Steps to take", "Steps &lt; 3", "read as more than words"),
        (5, "Steps to take", "Steps {id=x}", "read as more than words"),
        (5, "Steps to take", "Steps `now`", "read as more than words"),
        (5, "Steps to take", "Steps _now_", "read as more than words"),
        (5, "Steps to take", "Steps \\*", "read as more than words"),
        (15, "Last words", "# Last words", "read as more than words"),
        (15, "Last words", "1. Last words", "read as more than words"),
        (15, "Last words", "- Last words", "read as more than words"),
    ],
)
def test_what_cannot_be_done_is_refused(line: int, before: str, after: str, message: str) -> None:
    if "{#" in after:
        after = "Last {# words #}"
    with pytest.raises(BriefsError, match=f"^a.md:{line}: .*{message}"):
        spliced(line, before, after)


@pytest.mark.parametrize("after", ["Last: R&D, 1. of [all] – a_b > c & d \\ e", "-5 °C", "#1"])
def test_signs_that_mean_nothing_there_are_words(after: str) -> None:
    assert spliced(15, "Last words", after).endswith(f"\n{after}")


@given(st.text(st.sampled_from("ab \"'\\{}%#\né“x")), st.text(st.sampled_from("ab \"'\\{}%#\né“n"), min_size=1))
def test_whatever_a_call_says_it_says_what_was_to_be_said(before: str, after: str) -> None:
    written = before.replace("\\", "\\\\").replace('"', '\\"')
    template = f'x\n{{{{ statements("Q", caption="{written}") }}}} y "{{{{ "Z" }}}}\n'
    if not before:
        return
    new = spliced(2, before, after, template)
    calls = list(Environment(autoescape=False).parse(new).find_all(nodes.Call))
    assert [keyword.value.as_const() for call in calls for keyword in call.kwargs] == [after]
    assert new.startswith('x\n{{ statements("Q", caption="')
    assert new.endswith('") }} y "{{ "Z" }}\n')


def shipped_words() -> Iterator[tuple[str, bytes, int, str]]:
    """The headings, and the texts between quotation marks, of all templates of the project, each once on its line."""
    for path in sorted(REPOSITORY.glob("templates/*.md")):
        content = path.read_bytes()
        text = content.decode()
        places = [
            (found.start(1), found[1]) for found in re.finditer(r"^##? (.*?)(?: \{[^{}]*\})?$", text, re.MULTILINE)
        ]
        places += [(low, "".join(atom.text for atom in literal_atoms(text, low, high))) for low, high in literals(text)]
        lines = Counter((text.count("\n", 0, at) + 1, words) for at, words in places)
        yield from ((path.name, content, line, words) for (line, words), count in lines.items() if count == 1)


def test_words_of_the_shipped_templates_are_replaced_and_put_back() -> None:
    count = 0
    for name, content, line, words in shipped_words():
        for other in (f"{words} once more", 'A "word" \\ or two', "é"):
            changed = spliced_template(content, name, line, words, other)
            assert changed != content
            assert spliced_template(changed, name, line, other, words) == content, (name, line, words)
            count += 1
    assert count > 500
