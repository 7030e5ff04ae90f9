"""Words that YAML reads in another way than they were meant, without a complaint; looked for if there are signs of it.

A text is cut where " #" begins a remark; curly quotation marks become part of a text; a list item or a field that
begins too far to the right is joined to the text above it; a field without a space after its colon becomes a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from briefs.files.rereading import Rereading
from briefs.files.written_line import CLOSING, OPENING, indent_of, quoted, shown, split_line, unwrapped
from briefs.model.diagnostics import Fault
from briefs.model.folding import HIDDEN, described
from briefs.model.priority import PRIORITIES

_PRIORITY = "|".join(PRIORITIES)
_SUSPECT = tuple(
    re.compile(pattern, re.MULTILINE | re.VERBOSE)
    for pattern in (
        r"\#(?<=[ \t]\#)(?:[^\s\#!]|[ ]\d)",  # a remark without a space, or one that begins with a number
        rf"\[[{OPENING}]",
        r"[{,][ ]*[\w-]+[ ]?=[ ]?[^=,}\n]+[,}]",  # an equals sign in place of a colon
        r"[{,][ ]*[\w-]+:[^\s,}/]",  # no space after a colon
        rf"\{{[^\n{{}}]*\w[ =]+(?:{_PRIORITY})[ ]*[,}}]",
        r"""\n[ ]*(?:
            [A-Za-z_]+:[^\s/]                       # no space after a colon
            | -[A-Za-z_]+:[ ]                       # no space after a hyphen
            | (?:-[ ])?[a-z_]+:[ ](?:[^"'\s\#>|{\[][^"\n]*"[ ]*$     # a text that ends with a quotation mark
                | [ ]*\#)                           # a remark in place of a text
        )""",
    )
)
"""What makes it worth looking. Each begins with a character or two, so that it is found fast."""
_CURLY_TO_END = re.compile(rf"[{OPENING}](?<=[:-][ ].)[^\n]*")
_CURLY_IN_BRACKETS = re.compile(rf"[{OPENING}](?<=[\[,:][ \[“].)([^\n\]}},]*)([\]}},]?)")
_IN_BRACES = re.compile(r"\{[^\n\[\]\"]*")
_BETWEEN_COMMAS = re.compile(r",[^:,}]*[,}]")
_FROM_HIDDEN = re.compile(rf"[{HIDDEN}][^\n]*")
"""Others, each taken to the end of its line or brackets at once: a pattern that went there from each sign on the line
would take the square of the time."""
_MOST_LINES = 100
"""So many lines are told of."""
_MOST_REREAD = 2_000_000
"""So many characters are read again to mend several slips on one line."""
_LONGEST_LINE = 4_000
"""Lines with more characters are not looked at: what stands on them was not written by hand."""
_ITEM = re.compile(r"\n([ ]+)-[ ]")
_BELOW_TEXT = re.compile(r"[>|](?<=:[ ].)[+-]?[ ]*\n+([ ]*)\S")
_NAMES = (
    "term name question point attribution expansion caveat note says_more printed signatures endings columns "
    "column section never_print known_names aliases wording short_names keywords outline quotations tables names "
    "heading supports basis group"
)
_ENDS = tuple(CLOSING + '“"')
_IN_QUOTES = frozenset(_NAMES.split())
"""Fields that can be a name or words of the report, and so may well be in quotation marks."""
_WORDING = ("short", "ask", "lead")
"""Fields that may be empty, but hardly with a remark in place of their text."""
_REMARK = re.compile(r"[ \t]+#(?=[^\s#])|[ \t]#(?=[ ]\d)")


def swallowed(text: str, node: yaml.Node) -> list[tuple[int, Fault]]:
    """What of `text`, which YAML reads as `node`, it reads in another way than meant, with the lines (from 1).

    Code: `yaml-syntax`.
    """
    if not _is_suspect(f"\n{text}"):
        return []
    found: dict[int, list[Fault]] = {}
    for line, fault in _below(text.split("\n"), node, ()):
        if line not in found and len(found) == _MOST_LINES:
            break
        if fault not in found.setdefault(line, []):
            found[line].append(fault)
    rereading = Rereading(_MOST_REREAD)
    told: list[tuple[int, Fault]] = []
    for line, faults in found.items():
        is_one = len(faults) == 1 or rereading.is_over
        told.append((line, faults[0] if is_one else _together(text, line, faults, rereading)))
    return told


def _together(text: str, line: int, faults: Sequence[Fault], rereading: Rereading) -> Fault:
    """The `faults` of one line (from 1) as one, with the line as it should be: mended for one after the other."""
    lines, hint = text.split("\n"), faults[0].hint
    message = "; ".join(dict.fromkeys(fault.message for fault in faults))
    for _ in faults:
        made = hint.rpartition("\n    ")[2]
        lines[line - 1] = " " * indent_of(lines[line - 1]) + made
        rereading.read(text)
        try:
            root = yaml.compose("\n".join(lines), Loader=yaml.CSafeLoader)
        except yaml.YAMLError:
            break
        left = [] if root is None else [fault for at, fault in _below(lines, root, ()) if at == line]
        if not left:
            return Fault("yaml-syntax", message, faults[0].hint.rpartition("\n    ")[0] + shown(made))
        hint = left[0].hint
    return Fault("yaml-syntax", message, faults[0].hint)


def _is_suspect(text: str) -> bool:
    """Whether `text`, which begins with the end of a line, has signs of what is looked for."""
    if any(sign.search(text) for sign in _SUSPECT) or _has_curly_marks(text) or _has_comma_in_braces(text):
        return True
    if any(":" in found[0] for found in _FROM_HIDDEN.finditer(text)):  # what cannot be seen, perhaps in a name
        return True
    for found in _ITEM.finditer(text):  # an item that begins further to the right than a text above it
        above = text[text.rfind("\n", 0, found.start()) + 1 : found.start()].rstrip()
        if (
            above[-1:] not in ("", ":", ">", "|", "-", "+")
            and indent_of(above) < len(found[1])
            and above.lstrip()[0] != "#"
        ):
            return True
    for found in _BELOW_TEXT.finditer(text):  # a text that begins no further to the right than its field
        if len(found[1]) <= split_line(text[text.rfind("\n", 0, found.start()) + 1 : found.start()]).column:
            return True
    return False


def _has_curly_marks(text: str) -> bool:
    """Whether curly quotation marks stand around a text, in a line of its own or in brackets."""
    if any(found[0][1:].rstrip(" ")[-1:] in _ENDS for found in _CURLY_TO_END.finditer(text)):
        return True
    found_inside = _CURLY_IN_BRACKETS.finditer(text)
    return any(found[2] and found[1] and found[1][-1] in CLOSING + "“" for found in found_inside)


def _has_comma_in_braces(text: str) -> bool:
    """Whether a text with a comma may stand in braces: behind a colon, without one after the comma."""
    inside = (found[0] for found in _IN_BRACES.finditer(text))
    return any(":" in one and _BETWEEN_COMMAS.search(one, one.index(":")) for one in inside)


def _below(lines: list[str], node: yaml.Node, path: tuple[str, ...]) -> Iterator[tuple[int, Fault]]:
    if isinstance(node, yaml.MappingNode):
        before: yaml.Node | None = None
        for key, value in node.value:
            is_short = len(lines[key.start_mark.line]) <= _LONGEST_LINE
            in_braces = bool(node.flow_style)
            fault = _key_fault(lines, key, value, before if in_braces else None, in_braces) if is_short else None
            if fault is not None:
                yield key.start_mark.line + 1, fault
                continue
            before = value
            yield from _below(lines, value, (*path, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _below(lines, item, path)
    elif isinstance(node, yaml.ScalarNode) and not node.style and len(lines[node.start_mark.line]) <= _LONGEST_LINE:
        yield from _text_faults(lines, node, path)
    elif isinstance(node, yaml.ScalarNode) and node.style in (">", "|") and not node.value:
        at = next((at for at in range(node.start_mark.line + 1, len(lines)) if lines[at].strip()), -1)
        if at > 0 and (column := split_line(lines[node.start_mark.line]).column) >= indent_of(lines[at]):
            message = f'the text of "{path[-1] if path else ""}" must begin further to the right than its name'
            made = " " * (column + 2) + lines[at].strip()
            yield at + 1, Fault("yaml-syntax", message, f"begin its lines after {column + 2} spaces{shown(made)}")


def _key_fault(
    lines: list[str], key: yaml.Node, value: yaml.Node, before: yaml.Node | None, in_braces: bool
) -> Fault | None:
    """What is wrong with a name; in braces, `before` is the value before it."""
    name = str(key.value)
    if found := re.search(f"[{HIDDEN}]", name):
        clean = re.sub(f"[{HIDDEN}]", "", name)
        message = f'the name "{clean}" contains a character that cannot be seen, {described(found[0])}'
        return Fault("yaml-syntax", message, "delete the name and the space before it, and type them again")
    if re.match(r"-[A-Za-z_]", name):
        made = f"- {name[1:]}: {_rest(lines, key)}".rstrip()
        return Fault("yaml-syntax", f'there is no space after the hyphen before "{name[1:]}"', f"write{shown(made)}")
    if not isinstance(value, yaml.ScalarNode) or value.value or value.style:
        return None
    line = lines[key.start_mark.line]
    begin, end = line[: key.start_mark.column], line[key.end_mark.column :]
    if found := re.match(r"([\w-]+):([^\s/].*)", name):
        message = f'there is no space after the colon of "{found[1]}"'
        made = re.sub(r"(?<=[{,])(\s*)([\w-]+):(?=[^\s,}/])", r"\1\2: ", line)
        return Fault("yaml-syntax", message, f"write{shown(made if made != line else f'{found[1]}: {found[2]}')}")
    if before is not None and name in PRIORITIES and isinstance(before, yaml.ScalarNode):
        message = f'two values stand here, "{before.value}" and "{name}"'
        return Fault("yaml-syntax", message, f"keep one of them{shown(line[: before.end_mark.column] + end)}")
    if in_braces and (found := re.fullmatch(rf"([\w-]+)(?:[ =]+({_PRIORITY})| ?= ?([^=]+))", name)):
        message = f'there is no colon after "{found[1]}"'
        return Fault("yaml-syntax", message, f"write{shown(f'{begin}{found[1]}: {found[2] or found[3]}{end}')}")
    if isinstance(before, yaml.ScalarNode) and before.start_mark.line == key.start_mark.line and before.value:
        text = quoted(unwrapped(line[before.start_mark.column : key.end_mark.column]))
        message = f'a comma ends a text in braces, so "{_short(name)}" is taken for the name of a field'
        made = line[: before.start_mark.column] + text + end
        return Fault("yaml-syntax", message, f"put the text in quotation marks{shown(made)}")
    return None


def _rest(lines: list[str], key: yaml.Node) -> str:
    return lines[key.start_mark.line][key.end_mark.column :].lstrip(" :")


def _text_faults(lines: list[str], node: yaml.ScalarNode, path: tuple[str, ...]) -> Iterator[tuple[int, Fault]]:
    """What is wrong with a text without quotation marks."""
    start, end = node.start_mark, node.end_mark
    text, line = str(node.value), lines[start.line]
    parts, before = split_line(line), line[: start.column] or " "
    before = before if before[-1] in " [{" else f"{before} "
    after = line[end.column :] if end.line == start.line else ""
    if end.line < len(lines) and (found := _REMARK.match(lines[end.line], end.column)):
        rest = lines[end.line][found.end() :].strip()
        if text and not re.fullmatch(r"-?\d+|true|false|null|~", text):
            message = f'the text is cut at " #": for YAML, "#{_short(rest)}" is a remark'
            hint = "put the text in quotation marks; if it is a remark, write a space after #"
            yield start.line + 1, Fault("yaml-syntax", message, hint + shown(before + quoted(f"{text} #{rest}")))
        elif not text:
            yield start.line + 1, _empty(path, f"#{rest}", before)
        return
    if not text and path and path[-1] in _WORDING and (found := re.match(r"\s*(# .+)", line[end.column :])):
        yield start.line + 1, _empty(path, found[1], before)
        return
    if _is_wrapped(text) and not _IN_QUOTES.intersection(path):
        message = f"YAML takes the quotation marks {text[0]} {text[-1]} as part of the text; it needs straight ones"
        hint = "write straight ones, with curly ones inside them only if these should be printed"
        hint += shown(before + quoted(unwrapped(text)) + after)
        yield start.line + 1, Fault("yaml-syntax", message, hint)
    elif text.endswith('"') and text.count('"') == 1 and not re.search(r'\d"$', text):
        message = 'the text ends with " but does not begin with it, so it would be printed'
        hint = f"take it out, or write it at both ends{shown(before + quoted(text[:-1]) + after)}"
        yield start.line + 1, Fault("yaml-syntax", message, hint)
    for number in range(start.line + 1, min(end.line + 1, len(lines))):
        if fault := _joined(lines[number], parts.column, len(parts.indent), bool(parts.dash)):
            yield number + 1, fault


def _empty(path: tuple[str, ...], remark: str, before: str) -> Fault:
    field = f'"{path[-1]}" is empty' if path else "this is empty"
    message = f'{field}: for YAML, "{_short(remark)}" is a remark'
    return Fault("yaml-syntax", message, f"put it in quotation marks{shown(before + quoted(remark))}")


def _joined(line: str, column: int, dash: int, is_item: bool) -> Fault | None:
    """What is wrong with a line that YAML joins to the text above, which begins in `column`, its hyphen in `dash`."""
    words = line.strip()
    if re.match(r"- \S", words):
        where = dash if is_item else column
        message = "YAML joins this item to the text above it, since it begins further to the right"
        return Fault("yaml-syntax", message, f"begin it below the hyphen of the item above{shown(' ' * where + words)}")
    if found := re.match(r"([a-z_][a-z_-]*):([^\s/].*)", words):
        message = f'there is no space after the colon of "{found[1]}", so YAML joins it to the text above'
        return Fault("yaml-syntax", message, f"write{shown(f'{found[1]}: {found[2]}')}")
    return None


def _is_wrapped(text: str) -> bool:
    """Whether one pair of curly quotation marks is around the whole text."""
    return len(text) > 2 and text[0] in OPENING and text[-1] in CLOSING + '"' and unwrapped(text) == text[1:-1].strip()


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40].rstrip() + "…"
