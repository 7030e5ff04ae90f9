"""The values of a call's options: each is of the type of its default, and a number is neither below 0 nor too high."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import nodes

from briefs.compose.jinja.constant_values import constant, shortened
from briefs.compose.looks.block_template import BlockTemplate
from briefs.compose.looks.printed_block import FORMS
from briefs.model.diagnostics import Fault, nearest


def value_faults(call: nodes.Call, template: BlockTemplate) -> Iterator[Fault]:
    """What is wrong with the options of `call`, as far as the syntax tree shows their values."""
    for keyword in call.kwargs:
        try:
            value = constant(keyword.value)
        except nodes.Impossible:
            continue
        fault = value_fault(template, keyword.key, value)
        if fault is not None:
            yield fault


def given_faults(options: Mapping[str, object], template: BlockTemplate) -> Iterator[Fault]:
    """What is wrong with the values of `options`, which a call gives to `template`."""
    for name, value in options.items():
        fault = value_fault(template, name, value)
        if fault is not None:
            yield fault


def value_fault(template: BlockTemplate, option: str, value: object) -> Fault | None:
    """What is wrong with `value` for an option of a call of `template`, if anything.

    An option without a default, or that does not exist, can have any value. Only one whose default is empty can be so.
    """
    default, most = template.front.options.get(option), template.front.most.get(option)
    match default:
        case bool():
            fits, wanted, example = isinstance(value, bool), "true or false", "true"
        case int():
            fits = type(value) is int and 0 <= value <= (value if most is None else most)
            wanted = "a whole number from 0" + ("" if most is None else f" to {most}")
            example = str(default or most or 1)
        case str():
            fits = not isinstance(value, bool | int | float | list | tuple | dict)
            wanted, example = "words in quotation marks", '"…"'
        case _:
            return None
    if fits and default in FORMS and value not in FORMS:
        message = f'{option}="{shortened(value)}" of {template.name}(…) is not a form of a block'
        return Fault("option-value", message, nearest(str(value), FORMS))
    if fits and isinstance(default, str) and default.strip() and not str(value).strip():
        message = f'{option}="{shortened(value)}" of {template.name}(…) has no words'
        return Fault("option-value", message, f"write what it prints, or leave {option} out")
    if fits:
        return None
    shown = shortened(value)
    shown = f'"{shown}"' if isinstance(value, str) else shown.lower() if isinstance(value, bool) else shown
    message = f"{option}={shown} of {template.name}(…) is not {wanted}"
    return Fault("option-value", message, f"write {option}={example}, or leave it out")
