"""Calls that ask for all blocks of a kind: `{{ statements(kind="summary_point") }}` prints whatever there is of it.

Such a call is filled in before anything else looks at the template: ids take the place of `kind`, and what has nothing
to print is left out with its heading. No line of the template moves, so places stay right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes

from briefs.compose.looks.block_template import BlockTemplate
from briefs.files.edit import Edit, edited
from briefs.files.template_calls import ids_of, jinja_spans, literals, with_id
from briefs.model.block import KINDS, Date
from briefs.model.diagnostics import Fault, nearest
from briefs.model.library import Drawn, Library

KIND = "kind"
"""The option of every call of a block template that asks for all blocks of one or more kinds."""
_VALUE = r"kind\s*=\s*(?:\"[^\"]*\"|'[^']*')"
_OPTION = re.compile(rf",\s*{_VALUE}|\b{_VALUE}\s*,?\s*")
_HEADING = re.compile(r"(#{1,6})\s")


def kinds_in(value: str) -> tuple[str, ...]:
    """The kinds that the value of the option names, with commas between them: `"recommendation, proposal"`."""
    return tuple(dict.fromkeys(one for part in value.split(",") if (one := part.strip())))


def kind_faults(call: nodes.Call, template: BlockTemplate) -> Iterator[Fault]:
    """What is wrong with the option `kind` of a call of `template`, if it has one."""
    for keyword in call.kwargs:
        if keyword.key != KIND:
            continue
        value = keyword.value.value if isinstance(keyword.value, nodes.Const) else None
        kinds = kinds_in(value) if isinstance(value, str) else ()
        if not kinds:
            message = f"{KIND} of {template.name}(…) is not the name of a kind of block in quotation marks"
            yield Fault("option-value", message, f'write a kind, as in {KIND}="recommendation"')
        for kind in kinds:
            if kind not in KINDS:
                yield Fault("kind-unknown", f'unknown kind "{kind}"', nearest(kind, KINDS))
            elif not template.accepts(kind):
                prints = "words" if template.front.prints == "any" else ", ".join(template.front.prints)
                yield Fault("block-kind", f"{template.name}(…) prints {prints}, and no {kind}", _able(kind))


def _able(kind: str) -> str:
    return "" if kind == "figure" else f'write: {{{{ statements({KIND}="{kind}") }}}}'


@dataclass(frozen=True, slots=True)
class _Asking:
    """A call that asks for kinds of block: where it stands, and with which ids it is written in full."""

    start: int
    end: int
    text: str
    ids: tuple[str, ...]


def filled_body(
    body: str,
    audience: str,
    block_templates: Mapping[str, BlockTemplate],
    library: Library,
    environment: Environment,
) -> str:
    """The `body` of a template with the ids of blocks in place of the kinds that its calls ask for.

    A call gets all blocks of its kinds, kind by kind and in the order of their files, dates by when they are,
    except those that the template names anywhere else, those that an earlier call got, and those that are never for
    `audience`. A call that gets none is left out, with its heading and what introduces it if nothing else stands there.
    Calls that are wrong stay as they are.
    """
    if KIND not in body:
        return body
    named = {body[start + 1 : end - 1] for start, end in literals(body)}
    asking: list[_Asking] = []
    for start, end in jinja_spans(body):
        kinds = _kinds_asked_for(body[start:end], block_templates, environment)
        if kinds:
            found = tuple(
                drawn.id
                for kind in kinds
                for drawn in _of_kind(kind, library)
                if drawn.id not in named and not _is_excluded(drawn.block, audience)
            )
            named.update(found)
            asking.append(_Asking(start, end, body[start:end], found))
    filled = edited(body, [Edit(one.start, one.end, _written(one.text, one.ids)) for one in asking])
    return _without_gaps(filled, [body.count("\n", 0, one.start) for one in asking if not _prints(one)])


def _of_kind(kind: str, library: Library) -> list[Drawn]:
    """The blocks of a kind in the order in which they are printed."""
    found = [drawn for drawn in library.blocks.values() if drawn.block.kind == kind]
    return sorted(found, key=_date) if kind == "date" else found


def _date(drawn: Drawn) -> tuple[bool, str]:
    """What dates are sorted by: those that are not known come last."""
    when = drawn.block.sort if isinstance(drawn.block, Date) else ""
    return when == "undated", when


def _is_excluded(block: object, audience: str) -> bool:
    return getattr(block, "audiences", {}).get(audience) == "never"


def _prints(one: _Asking) -> bool:
    return bool(one.ids or ids_of(one.text))


def _kinds_asked_for(
    text: str, block_templates: Mapping[str, BlockTemplate], environment: Environment
) -> tuple[str, ...]:
    """The kinds that a call asks for; none if it does not ask for kinds, or cannot be read as it is."""
    if not text.startswith("{{") or KIND not in text:
        return ()
    try:
        tree = environment.parse(text)
    except (TemplateSyntaxError, RecursionError):
        return ()
    output = tree.body[0] if tree.body else None
    call = output.nodes[0] if isinstance(output, nodes.Output) else None
    if not isinstance(call, nodes.Call) or not isinstance(call.node, nodes.Name):
        return ()
    template = block_templates.get(call.node.name)
    if template is None or next(kind_faults(call, template), None) is not None:
        return ()
    values = (keyword.value for keyword in call.kwargs if keyword.key == KIND)
    return tuple(kind for value in values if isinstance(value, nodes.Const) for kind in kinds_in(value.value))


def _written(call: str, ids: tuple[str, ...]) -> str:
    """`call` with `ids` behind those that it names, in place of the kinds that it asks for; as many lines as before."""
    left = _OPTION.sub("", call, count=1)
    named = ids_of(left)
    if not named and not ids:
        return "\n" * call.count("\n")
    if not named:
        at = left.index("(") + 1
        more = "" if left[at:].lstrip().startswith(")") else ", "
        left, named, ids = f'{left[:at]}"{ids[0]}"{more}{left[at:]}', [ids[0]], ids[1:]
    for after, one in zip((named[-1], *ids), ids, strict=False):
        left = with_id(left, one, after)
    return left[:-2] + "\n" * (call.count("\n") - left.count("\n")) + left[-2:]


def _without_gaps(body: str, empty: list[int]) -> str:
    """`body` without the headings and introductions that have nothing to print below them; `empty` are the lines
    (from 0) of calls that were left out. Lines become blank, except statements."""
    if not empty:
        return body
    lines = body.split("\n")
    gone: set[int] = set()
    levels = [len(found[1]) if (found := _HEADING.match(line)) else 0 for line in lines]
    for number in empty:
        before = next((at for at in range(number - 1, -1, -1) if lines[at].strip()), None)
        if before is not None and lines[before].rstrip().endswith(":") and "{{" not in lines[before]:
            gone.add(before)
    for start, level in enumerate(levels):
        if not level:
            continue
        end = next((at for at in range(start + 1, len(lines)) if 0 < levels[at] <= level), len(lines))
        if any(start < one < end for one in empty) and not any("{{" in line for line in lines[start:end]):
            gone.update(range(start, end))
    return "\n".join("" if number in gone and "{%" not in line else line for number, line in enumerate(lines))
