"""Every block template of the repository prints with every combination of its options."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from briefs.compose.looks.block_template import BlockTemplate
from briefs.compose.template.block_use import use_faults
from briefs.compose.template_files import read_block_templates
from briefs.model.document import Content
from briefs.model.edition import Template
from briefs.model.versions import Status
from briefs.pipeline import Inputs, Order
from tests.builders import REPOSITORY
from tests.projects import inputs_of
from tests.sampling import every

TEMPLATES = read_block_templates(REPOSITORY / "templates/blocks", REPOSITORY).or_raise()
FORMS = {"form": ("text",), "role": ("body", "small")}
"""Words that choose something in place of being printed."""
MOST_BLOCKS = 4


@cache
def inputs() -> Inputs:
    return inputs_of(REPOSITORY)


def values(template: BlockTemplate, option: str, some_block: str) -> tuple[object, ...]:
    default = template.front.options[option]
    if option in FORMS:
        return FORMS[option]
    if option in ("against", "notes") and not isinstance(default, int):
        return (default, some_block) if option == "against" else (default,)
    if isinstance(default, bool):
        return (False, True)
    if isinstance(default, int):
        return (0, default or 1, template.front.most.get(option, 99))
    return (default, "Other words")


def calls(name: str, ids: list[str]) -> Iterator[str]:
    """The call of a block template with every combination of its options."""
    template = TEMPLATES[name]
    options = list(template.front.options)
    for chosen in product(*(values(template, option, "ben.states") for option in options)):
        written = [
            f"{option}={json.dumps(value)}" for option, value in zip(options, chosen, strict=True) if value != {}
        ]
        yield f"{{{{ {name}({', '.join([*map(json.dumps, ids), *written])}) }}}}"


@pytest.mark.parametrize("status", every(2, ["draft", "cleared"]))
@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_every_combination_of_options_prints(name: str, status: Status) -> None:
    made, (first, *_) = inputs(), inputs().templates.values()
    blocks = made.library.blocks
    audience = first.front.audience
    fit = [
        drawn.id for drawn in blocks.values() if not list(use_faults(drawn, audience, name, TEMPLATES, made.library))
    ]
    assert fit, f"no block of the report can be printed with {name}"
    if name in ("asks", "paragraph", "statements"):
        fit = [one for one in fit if blocks[one].block.kind == "recommendation"]
    written = list(calls(name, fit[:MOST_BLOCKS] if not TEMPLATES[name].front.draws else fit[:1]))
    body = "".join(f"## Section {at}\n\n{call}\n\n" for at, call in enumerate(written))
    template = Template("templates/all.md", first.front, body, 1)
    document = made.composer.compose(template, Order(made.project).edition(made.house, status))
    printed: list[tuple[Content, ...]] = [section.content for section in document.sections]
    assert len(printed) == len(written)
    assert all(printed)


def test_paths_are_those_of_the_repository() -> None:
    assert all(Path(REPOSITORY, template.path).is_file() for template in TEMPLATES.values())
