"""Values of a recipient can be printed or asked for, and nothing else."""

from __future__ import annotations

import pytest
from jinja2 import nodes

from briefs.compose.letters.letter_names import PER_RECIPIENT, VALUES, value_faults
from briefs.compose.template.brief_environment import brief_environment


def messages(body: str) -> list[str]:
    return [fault.message for _, fault in value_faults(brief_environment().parse(body))[1]]


@pytest.mark.parametrize("name", sorted(f"{name}.{field}" for name in VALUES for field in VALUES[name]))
def test_every_value_can_be_printed_and_asked_for(name: str) -> None:
    assert messages(f"{{{{ {name} }}}}{{% if not {name} and ({name} or {name}) %}}{{% endif %}}") == []
    assert messages(f'{{{{ {name} if {name} else {name} }}}}{{{{ {name} or block("x.y") }}}}') == []


@pytest.mark.parametrize(
    "used",
    [
        "{{ NAME ~ '!' }}",
        "{{ NAME[0] }}",
        "{{ NAME.upper() }}",
        "{{ NAME|length }}",
        "{% if NAME is defined %}{% endif %}",
        "{% if NAME in ['x'] %}{% endif %}",
        "{% for x in NAME %}{% endfor %}",
        "{{ statements(NAME) }}",
    ],
)
def test_nothing_is_made_of_a_value(used: str) -> None:
    assert messages(used.replace("NAME", "recipient.name")) == [
        "a letter prints a value as it is, or asks whether there is one"
    ]


def test_no_value_is_left_for_other_checks() -> None:
    tree, _ = value_faults(
        brief_environment().parse("{{ recipient.nmae }}{% if copy %}{{ copy.number|upper }}{% endif %}")
    )
    assert not any(name.name in VALUES for name in tree.find_all(nodes.Name))


def test_values_that_differ_between_recipients_are_those_of_recipients_and_copies() -> None:
    assert {name.split(".")[0] for name in PER_RECIPIENT} == {"recipient", "copy"}
