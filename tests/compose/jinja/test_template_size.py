from __future__ import annotations

import pytest

from briefs.compose.jinja.template_size import size_faults, too_large
from briefs.model.limits import LARGEST_CALL, LARGEST_TEMPLATE, LONGEST_LINE, MOST_BRACKETS, MOST_CALLS, MOST_LINES


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        (
            "x" * (LARGEST_TEMPLATE + 1),
            1,
            f"it has {LARGEST_TEMPLATE + 1:,} characters, and a template has {LARGEST_TEMPLATE:,} at most",
        ),
        (
            "{{ a }}\n" * (MOST_CALLS + 1),
            MOST_CALLS + 1,
            f"it has {MOST_CALLS + 1:,} calls, statements and remarks, and a template has {MOST_CALLS:,} at most",
        ),
        (
            "[" * MOST_BRACKETS + "\n![",
            2,
            f"it has {MOST_BRACKETS + 1:,} opening square brackets, and a template has {MOST_BRACKETS:,} at most",
        ),
        (
            "\n" * MOST_LINES,
            MOST_LINES + 1,
            f"it has {MOST_LINES + 1:,} lines, and a template has {MOST_LINES:,} at most",
        ),
        (
            "\n" + "x" * (LONGEST_LINE + 1),
            2,
            f"a line has {LONGEST_LINE + 1:,} characters, and a line of a template has {LONGEST_LINE:,} at most",
        ),
        (
            "\n{{ [" + ("1," * 4000 + "\n") * 3 + "] }}",
            2,
            f"a call or statement has more than {LARGEST_CALL:,} characters",
        ),
        (
            "\n{% if" + " " * 9000 + "\n" + " " * 9000 + "\n" + " " * 9000,
            2,
            f"a call or statement has more than {LARGEST_CALL:,} characters",
        ),
    ],
)
def test_a_template_that_is_too_large_is_not_read(body: str, line: int, message: str) -> None:
    assert [(at, fault.message) for at, fault in size_faults(body)] == [(line, message)]


def test_remarks_and_text_may_be_long() -> None:
    long = "x" * (LONGEST_LINE - 10)
    body = f"{{# {long}\n{long}\n{long} #}}\n{long}\n{long}\n{long}{{{{ a }}}}\n{long}\n{long}{{{{ b }}}}"
    assert too_large(body, "templates/a.md", 12) == []


def test_the_line_is_that_of_the_file() -> None:
    (problem,) = too_large("\n{{ a" + (" " * 9000 + "\n") * 3, "templates/a.md", 12)
    assert str(problem).startswith("templates/a.md:13: error: a call or statement has more than 20,000 characters")
