"""Jinja's filters and tests as templates have them: each takes the steps that it costs, and gives only what is there.

What would make a large text of small ones takes the steps for it first. What Jinja gives bit by bit is a list here, so
that nobody sees a generator, and its length counts.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, cast

from jinja2 import Environment, TemplateRuntimeError, pass_context
from jinja2.runtime import Context

from briefs.compose.jinja.language import FILTERS, LARGEST_NUMBER, TESTS, is_too_large
from briefs.compose.jinja.running_budget import COMPARISONS_PER_STEP, SIGNS_PER_STEP, budget_now, weigh
from briefs.model.limits import MOST_PRINTED

FAILING = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
"""What operators, filters and methods raise about operands that they are not for."""
LARGEST_ARGUMENT = 1_000
"""The largest number that a filter can be given for the pieces, rows or digits that it makes."""
_WIDE = frozenset({"batch", "round", "slice"})
"""Filters that make as much as a number says, whatever they get."""
_OF_TEXT = FILTERS & {
    *("capitalize", "e", "escape", "forceescape", "lower", "replace", "safe"),
    *("string", "title", "trim", "truncate", "upper", "wordcount"),
}
"""Filters that make a text of whatever they get."""
_SEARCHING = frozenset({"replace", "trim"})
"""Filters that look for one text in another."""


def unfit(message: str) -> TemplateRuntimeError:
    """The error of an expression that is refused as it runs, for the reason that `message` names."""
    return TemplateRuntimeError(message)


def checked(value: Any) -> Any:
    """`value`, if it is no number that is too large, and no text that is too long. Raises TemplateRuntimeError."""
    if isinstance(value, str):
        check_length(len(value))
    if isinstance(value, int | float) and is_too_large(value):
        raise unfit(f"a number in it is too large: write one below {LARGEST_NUMBER:,}")
    return value


def check_length(characters: int) -> None:
    """Raise TooMuch if a text of so many `characters` is longer than what can be printed: no template needs one.

    A text takes steps by the hundred characters, and a list of its characters one for each: so the text is bounded too.
    """
    if characters > MOST_PRINTED:
        budget_now().end(f"a text in it has more than {MOST_PRINTED:,} characters")


def printable(value: Any) -> Any:
    """`value`, if it is words or a number. Raises TemplateRuntimeError for what has no text of its own, such as lists.

    As Python shows such things, they may have an address in memory, or the names of what this program is made of.
    """
    if isinstance(value, str | int | float) or value is None:
        return checked(value)
    has_words = any(name in vars(kind) for kind in type(value).__mro__[:-1] for name in ("__str__", "__html__"))
    if not has_words or isinstance(value, list | tuple | Mapping | set):
        raise unfit(f"it prints {_named(value)}")
    return value


def _named(value: object) -> str:
    match value:
        case Mapping():
            return "pairs of names and values, and not words"
        case list() | tuple() | range() | set():
            return "a list, and not its items"
        case _:
            return "a call that has no brackets" if callable(value) else "something that has no words"


def filters_of(environment: Environment) -> dict[str, Callable[..., Any]]:
    """The filters that templates can use, made from those of `environment`."""
    jinjas: dict[str, Callable[..., Any]] = {
        **environment.filters,
        "sum": _sum,
        "join": _join(environment.filters["join"]),
    }
    return {name: _bounded(name, jinjas[name], environment) for name in FILTERS}


def tests_of(environment: Environment) -> dict[str, Callable[..., bool]]:
    """The tests that templates can use, made from those of `environment`."""
    jinjas = cast("Mapping[str, Callable[..., Any]]", environment.tests)
    return {name: _bounded(name, jinjas[name], environment) for name in TESTS}


def bounded_filter(function: Callable[..., Any], environment: Environment) -> Callable[..., Any]:
    """A filter of this program, bounded as Jinja's are."""
    return _bounded("", function, environment)


def _bounded(name: str, function: Callable[..., Any], environment: Environment) -> Callable[..., Any]:
    passed = getattr(getattr(function, "jinja_pass_arg", None), "name", "")

    @pass_context  # without it Jinja may run the filter when it compiles, where nobody counts
    def run(context: Context, value: Any, *arguments: Any, **options: Any) -> Any:
        weigh((value, arguments, options))
        if name in _WIDE:
            _check_widths(name, (*arguments, *options.values()))
        if name in _OF_TEXT:
            printable(value)
        if name in _SEARCHING:
            weigh_searched(value, *arguments, *options.values())
        if name == "replace":
            weigh_replaced(str(value), *arguments, **options)
        given = {"context": context, "eval_context": context.eval_ctx, "environment": environment}
        try:
            made = function(*[one for name, one in given.items() if name == passed], value, *arguments, **options)
            made = list(made) if isinstance(made, Iterator) else made
        except FAILING as error:
            raise unfit(str(error)) from error
        weigh(made)
        return checked(made)

    return run


def _check_widths(name: str, arguments: Iterable[Any]) -> None:
    if any(isinstance(one, int | float) and abs(one) > LARGEST_ARGUMENT for one in arguments):
        raise unfit(f"{name} takes no number above {LARGEST_ARGUMENT:,}")


def weigh_searched(text: Any, *sought: Any) -> None:
    """Take the steps for looking for all of `sought` at each place of `text`. Raises TooMuch.

    Python looks for texts faster than that, but not for all signs at the end of one, nor from its end.
    """
    signs = sum(len(one) for one in sought if isinstance(one, str))
    budget_now().spend(len(str(text)) * signs // COMPARISONS_PER_STEP)


def weigh_replaced(text: str, old: Any = "", new: Any = "", count: Any = None, **_: Any) -> None:
    """Take the steps for `text` with `new` in place of each `old`, before it is made. Raises TooMuch."""
    found = text.count(str(old)) if isinstance(old, str) else 0
    if isinstance(count, int) and count >= 0:
        found = min(found, count)
    check_length(len(text) + found * (len(str(new)) - len(str(old))))
    budget_now().spend(found * len(str(new)) // SIGNS_PER_STEP)


@pass_context
def _sum(context: Context, values: Iterable[Any], attribute: Any = None, start: Any = 0) -> Any:
    """The sum of numbers; lists are not added up, which takes as long as they are long, each time."""
    if attribute is not None:
        values = context.environment.call_filter("map", values, [], {"attribute": attribute}, context)
    total = start
    for value in values:
        if not isinstance(value, int | float) or not isinstance(total, int | float):
            raise unfit("sum adds numbers up, and nothing else")
        total = checked(total + value)
    return total


def _join(join: Callable[..., Any]) -> Callable[..., Any]:
    """Jinja's `join`, after the steps for the text that it makes have been taken."""

    @pass_context
    def joined(context: Context, values: Iterable[Any], d: Any = "", attribute: Any = None) -> Any:
        if attribute is not None:
            values = context.environment.call_filter("map", values, [], {"attribute": attribute}, context)
        parts = [printable(one) for one in values]
        length = sum(len(str(one)) for one in parts) + len(parts) * len(str(printable(d)))
        check_length(length)
        budget_now().spend(length // SIGNS_PER_STEP)
        return join(context.eval_ctx, parts, d)

    return joined


def computed(symbol: str, left: Any, right: Any) -> Any:
    """What an operator makes of two operands. Raises TemplateRuntimeError, and TooMuch before it takes too long.

    Numbers stay below LARGEST_NUMBER, so that none has more digits than can be printed. Texts and lists can be put
    together and repeated; `%` does not put values into texts, since it can make them as wide as a number says.
    """
    numbers = isinstance(left, int | float) and isinstance(right, int | float)
    if symbol == "**" and numbers and abs(right) > 64:
        raise unfit("a number in it is too large: the highest power is 64")
    if symbol == "*" and not numbers:
        _weigh_repeated(left, right)
    if symbol == "%" and isinstance(left, str):
        raise unfit("% cannot put values into a text: put texts together with ~")
    budget_now().spend(1)
    if symbol == "+" and not numbers:
        weigh((left, right))
    try:
        return checked(_OPERATORS[symbol](left, right))
    except FAILING as error:
        raise unfit(str(error)) from error


def _weigh_repeated(left: Any, right: Any) -> None:
    """Take the steps for a text or list that is repeated, and refuse to if that makes too much."""
    one, times = (left, right) if isinstance(right, int) else (right, left)
    if isinstance(times, int) and isinstance(one, str | list | tuple) and times > 0:
        if isinstance(one, str):
            check_length(len(one) * times)
        budget_now().spend(1 + len(one) * times // (SIGNS_PER_STEP if isinstance(one, str) else 1))


_OPERATORS: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "**": operator.pow,
    "%": operator.mod,
}
OPERATORS = frozenset(_OPERATORS)
"""The operators of expressions that compute."""
