"""The Jinja environment of block templates, and compiling them, which finds all mistakes that show before they run.

In a block template, fields print themselves with the name of their form. The environment is a sandbox: a block template
has no access to the program or the machine.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial

import jinja2
from jinja2 import Environment, TemplateSyntaxError, nodes

from briefs.compose.jinja.bounded_environment import BoundedEnvironment, print_words
from briefs.compose.jinja.failures import failure_fault
from briefs.compose.jinja.language import deep_line, filter_faults, language_faults
from briefs.compose.jinja.mending import mended
from briefs.compose.jinja.syntax import MIXED_UP, TOO_DEEP, repeated_options, statement_word
from briefs.compose.looks.block_template import NOTE, VARIABLES, BlockTemplate
from briefs.compose.looks.figure_filters import as_bars, chronological
from briefs.compose.looks.printed_block import PrintedBlock
from briefs.model.diagnostics import Checked, Diagnostic, Fault, nearest
from briefs.model.memory import FORGETFUL, Memory


@dataclass(frozen=True, slots=True)
class CompiledBlockTemplate:
    """A block template, and the `code` that Jinja compiled from it, marshalled: so it can be kept."""

    template: BlockTemplate
    code: bytes

    @property
    def jinja(self) -> jinja2.Template:
        """The block template, ready to be run."""
        return _runnable(self.code)


@lru_cache(maxsize=512)  # of the templates of a project, few are run
def _runnable(code: bytes) -> jinja2.Template:
    environment = block_environment()
    return environment.template_class.from_code(environment, marshal.loads(code), environment.globals)


@cache
def block_environment() -> BoundedEnvironment:
    """The environment of block templates: escapes HTML, allows nothing undefined, and has filters for figures."""
    filters: dict[str, Callable[..., object]] = {"chronological": chronological, "as_bars": as_bars}
    return BoundedEnvironment({PrintedBlock: ("form",)}, filters, autoescape=True, finalize=print_words)


def compile_block_templates(
    templates: Mapping[str, BlockTemplate], memory: Memory = FORGETFUL
) -> Checked[dict[str, CompiledBlockTemplate]]:
    """The compiled block templates by name, without those that have mistakes, and all mistakes.

    Those that are as `memory` knows them are not compiled again.
    """
    environment = block_environment()
    compiled: dict[str, CompiledBlockTemplate] = {}
    problems: list[Diagnostic] = []
    for name, template in templates.items():
        made_from = (template, repr(template.front))  # also the order of its options
        made = memory.recall(("compiled", template.path), made_from, partial(_compiled, template, environment))
        problems += made.problems
        if made.value is not None:
            compiled[name] = made.value
    return Checked(compiled, tuple(problems))


def _compiled(template: BlockTemplate, environment: Environment) -> Checked[CompiledBlockTemplate | None]:
    """A compiled block template; None with all its mistakes if it has any."""
    try:
        mend = mended(template.source, environment)
        tree = environment.parse(mend.source)
        if found := [*mend.faults, *_mistakes(template, tree, environment, not mend.faults)]:
            return Checked(None, tuple(dict.fromkeys(fault.at(template.place(line)) for line, fault in found)))
        return Checked(CompiledBlockTemplate(template, marshal.dumps(environment.compile(tree))))
    except TemplateSyntaxError as error:
        faults = mend.faults or ((error.lineno, MIXED_UP),)
        return Checked(None, tuple(fault.at(template.place(line)) for line, fault in faults))
    except (SyntaxError, ValueError) as error:  # in the code that Jinja generates, or a number too long for it
        return Checked(None, (failure_fault(error).at(template.place(1)),))
    except RecursionError as error:
        return Checked(None, (TOO_DEEP.at(template.place(deep_line(error))),))


def _mistakes(
    template: BlockTemplate, tree: nodes.Template, environment: Environment, is_whole: bool
) -> Iterator[tuple[int, Fault]]:
    """Mistakes that the syntax tree of a block template shows, with their lines in its source.

    Names may be set by what cannot be read, so they are checked only if it `is_whole`.
    """
    names = list(tree.find_all(nodes.Name))
    known = {"blocks", NOTE, *VARIABLES, "loop", *template.front.options, *environment.globals}
    known |= {name.name for name in names if name.ctx != "load"} | {macro.name for macro in tree.find_all(nodes.Macro)}
    for name in names:
        if is_whole and name.name not in known:
            yield name.lineno, Fault("template-name", f'unknown name "{name.name}"', nearest(name.name, known))
    for loading in tree.find_all((nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport)):
        message = f"a block template cannot use {{% {statement_word(loading)} %}}"
        yield loading.lineno, Fault("template-syntax", message, "write everything that it prints into this file")
    for call in tree.find_all((nodes.Call, nodes.Filter, nodes.Test)):
        assert isinstance(call, nodes.Call | nodes.Filter | nodes.Test)
        for option in repeated_options(call):
            yield call.lineno, Fault("template-syntax", f'the option "{option}" is given twice', "keep one of them")
    yield from language_faults(tree)
    yield from filter_faults(tree, environment)
