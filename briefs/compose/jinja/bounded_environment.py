"""The sandbox in which all templates run: they reach nothing but what they are given, and end within a budget.

Jinja's own sandbox keeps templates from the program and the machine; it sets no bounds to what they compute. Here
everything that can take long goes through a method that takes its steps first: operators, calls, fields, filters,
tests, the beginning of each round of a loop and of each call of a macro, and each piece that is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Mapping
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner

from briefs.compose.jinja.bounded_filters import (
    OPERATORS,
    bounded_filter,
    checked,
    computed,
    filters_of,
    printable,
    tests_of,
    weigh_replaced,
    weigh_searched,
)
from briefs.compose.jinja.charging import MADE, PUT_TOGETHER, ROUND, WEIGHED, charged
from briefs.compose.jinja.language import GLOBALS, MAPPING_METHODS, TEXT_METHODS, TOO_LARGE, check_tree, language_faults
from briefs.compose.jinja.running_budget import TooMuch, budget_now, weigh

CALL = 100
"""The steps of a call of this program, such as one that prints blocks, besides those that it takes itself."""
_METHODS: Mapping[type, Collection[str]] = {
    str: TEXT_METHODS,
    dict: MAPPING_METHODS,
    LoopContext: ("changed", "cycle"),
    Cycler: ("next", "reset"),
}


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """An environment whose templates are bounded. `methods` says what can be called on things of other types."""

    intercepted_binops = OPERATORS

    def __init__(
        self,
        methods: Mapping[type, Collection[str]],
        filters: Mapping[str, Callable[..., Any]],
        **options: Any,
    ) -> None:
        """With `filters` of this program besides Jinja's, and Jinja's own `options`."""
        super().__init__(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, optimized=False, **options)
        self._methods = {**_METHODS, **methods}
        tests = tests_of(self)
        own = {name: bounded_filter(function, self) for name, function in filters.items()}
        self.tests.clear()
        self.tests.update(tests)
        self.filters = {
            **filters_of(self),
            **own,
            ROUND: _begin,
            WEIGHED: _weighed,
            PUT_TOGETHER: _put_together,
            MADE: _made,
        }
        self.globals = {name: value for name, value in self.globals.items() if name in GLOBALS}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The syntax tree of a template. Raises TemplateSyntaxError, and RecursionError for one that is too deep."""
        try:
            tree = super()._parse(source, name, filename)
        except ValueError as error:  # a number of more digits than Python reads
            raise TemplateSyntaxError(TOO_LARGE, 1) from error
        check_tree(tree)
        return tree

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        """The code of a template, with what counts its steps. Raises TemplateSyntaxError for what none can use."""
        for line, fault in language_faults(source):
            raise TemplateSyntaxError(fault.message, line)
        return super()._generate(charged(source), name, filename, defer_init)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template can use this attribute: a field, or one of the few methods of its type."""
        if attr.startswith("_") or isinstance(obj, type | Macro) or callable(obj):
            return isinstance(obj, LoopContext) and (attr in _METHODS[LoopContext] or not callable(value))
        if not callable(value):
            return True
        return any(isinstance(obj, one) and attr in methods for one, methods in self._methods.items())

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """What stands for an attribute that a template cannot use: whoever does gets SecurityError."""
        return self.undefined(f'"{attribute}" cannot be used there', obj=obj, name=attribute, exc=SecurityError)

    def wrap_str_format(self, value: Any) -> None:
        """Nothing: `format` is no method of texts here, since it can make them as wide as a number says."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The field `attribute` of `obj`."""
        budget_now().spend(1)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """The item or field of `obj` that `argument` names."""
        weigh(argument)
        return super().getitem(obj, argument)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """What an operator makes of its operands."""
        return computed(operator, left, right)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """What a call returns."""
        owner = getattr(__obj, "__self__", None)
        is_method = isinstance(owner, str | dict | LoopContext)
        weigh((owner, args, kwargs) if is_method else (args, kwargs))
        if not is_method:
            budget_now().spend(1 if isinstance(__obj, Macro | Cycler | Joiner | type) else CALL)
        elif isinstance(owner, str):
            weigh_searched(owner, *args, *kwargs.values())
            if __obj.__name__ == "replace":
                weigh_replaced(owner, *args, **kwargs)
        made = super().call(__context, __obj, *args, **kwargs)
        budget_now().spend(0)  # what was printed inside may have taken all
        if is_method:
            made = made if isinstance(made, str | int) else list(made) if isinstance(owner, dict) else made
            weigh(checked(made))
        return made

    @staticmethod
    def concat(parts: Iterable[str]) -> str:
        """What a template, a macro or a `{% set %}` has printed, piece by piece."""
        budget, kept = budget_now(), []
        for part in parts:
            try:
                budget.print(len(part))
            except TooMuch as error:
                if isinstance(parts, Generator):
                    parts.throw(error)  # in the template, on the line that printed
                raise
            kept.append(part)
        return "".join(kept)


@pass_context  # so that nothing of this is done when Jinja compiles
def _begin(context: Context, value: Any, steps: int) -> Any:
    """`value`, after the `steps` of one round of a loop, or of one call of a macro, have been taken."""
    budget_now().spend(steps)
    return value


@pass_context
def _weighed(context: Context, value: Any) -> Any:
    """`value`, which is about to be compared or copied."""
    weigh(value)
    return value


@pass_context
def _put_together(context: Context, value: Any) -> Any:
    """`value`, which is about to become part of a text."""
    weigh(printable(value))
    return value


@pass_context
def _made(context: Context, value: Any) -> Any:
    """`value`, which has been put together."""
    return checked(value)


@pass_context
def print_words(context: Context, value: Any) -> Any:
    """`value`, which a template prints, if it has words; for `finalize` of an environment."""
    return printable(value)
