"""Words that have broken programs before: numbers that are none, nesting without end, names of files and addresses."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Canary:
    """What must never be read or called: a file outside the project with `secret` in it, and an `address`."""

    file: str
    secret: str
    address: str


NUMBERS = ("", "0", "-1", "abc", "1e400", "NaN", "9" * 30, "9" * 5000, "1" + "0" * 400, "0x10", "٣", "1 2", "-0.0")
"""In the place of a number."""

ANYWHERE = (
    "\0",
    "\r",
    "\u2028",
    "\ufeff",
    "\u202e",
    "\u200b" * 500,
    "e" + "\u0301" * 5000,
    " " * 100_000,
    "a" * 100_000,
    "a " * 20_000,
    "\n" * 20_000,
    "(" * 3000,
    "[" * 3000,
    "> " * 1500,
    "*_" * 3000,
    "“" * 3000,
    "1." * 3000,
    "<div>" * 3000,
    "&" * 3000,
    "|" * 3000,
    "\ud800",
)
"""In any text."""

BY_ENDING = {
    ".yaml": (
        "&a [*a]",
        "!!python/object/apply:os.system ['true']",
        "{" * 1000,
        "- " * 1000,
        "? ",
        "<<: *a",
        "1_000",
        "2024-99-99",
        "|\n" * 1000,
        "x: " * 1000,
        "%YAML 9.9",
        "---\n---",
        "{file}",
        "'",
        '"',
        "\t",
    ),
    ".md": (
        "{{ 'a' * 10**9 }}",
        "{{ 9**9**9 }}",
        "{{ 'a'.center(10**9) }}",
        "{{ '%0999999999d' % 1 }}",
        "{{ '{:>999999999}'.format(1) }}",
        "{% for a in range(10**9) %}{% for b in range(10**9) %}x{% endfor %}{% endfor %}",
        "{% set a = 'a' * 1000 %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ [1] | batch(10**9) | list }}",
        "{{ {'a b': 1} | xmlattr }}",
        "{% include '{file}' %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ " + "(" * 2000,
        "{{ " + "-" * 2000 + "1 }}",
        "{{ " + "1" * 5000 + " }}",
        "{{ lipsum(n=10**6) }}",
        "{{ [" + "1," * 50_000 + "] }}",
        "{%",
        "{{",
        "{#",
        '<img src="{address}">',
        '<div style="background: url({address})">',
        "![picture]({address})",
        "[^1]: " * 500,
    ),
    ".css": (
        "@import '{address}';",
        "@import url({file});",
        "body { background: url({address}) }",
        "body { background: \\75rl('{address}') }",
        "body { background: URL({file}) }",
        "body { background-image: image-set('{address}' 1x) }",
        "@font-face { font-family: x; src: url({address}) }",
        ":root { --x: url({address}) }",
        "body { content: src('{address}') }",
        "</style><script src='{address}'></script>",
        "@media print {" * 500,
        "p { width: " + "calc(1 + " * 500,
        ":is(" * 500,
        "@page { size: 0 0 }",
        "@page { size: 1e9mm 1mm }",
        "p { height: 1e9mm }",
        "p { font-size: 1e9px }",
        "body { columns: 1000000 }",
        "p { counter-increment: x 99999999999999999999 }",
    ),
    ".html": (
        '<img src="{address}">',
        '<a href="file://{file}">x</a>',
        "<script>1</script>",
        '<object data="{file}">',
        '<p style="background: url({address})">',
        "{% include '{file}' %}",
        "{{ 'a' * 10**9 }}",
        "{{ 9**9**9 }}",
        "{% for a in range(10**9) %}{{ a }}{% endfor %}",
        '<td colspan="999999999">',
        '<svg viewBox="0 0 1e400 0"><rect width="1e400"/></svg>',
        '<svg><image href="{address}"/></svg>',
    ),
    ".json": ("[" * 5000, '{"a":' * 5000, "NaN", "1e400", '"\\ud800"', "null", "[]", "{}", '"x"', "9" * 5000),
    ".xml": (
        "<w:p>" * 2000,
        "<w:tbl/>",
        '<w:fldSimple w:instr="INCLUDETEXT {file}"/>',
        '<w:fldSimple w:instr="DDEAUTO a b c"/>',
        '<a:blip r:link="rId1"/>',
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file://{file}">]>',
        "&e;",
        "<w:object/>",
        "<w:altChunk/>",
    ),
    ".rels": (
        '<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        'Target="{address}" TargetMode="External"/>',
        '<Relationship Id="rY" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'attachedTemplate" Target="file://{file}" TargetMode="External"/>',
    ),
}
"""In files of one kind; `{file}` and `{address}` are those of the canary."""


def words_for(ending: str, canary: Canary) -> list[str]:
    """What is tried in a file that ends so."""
    own = BY_ENDING.get(".xml" if ending == ".svg" else ending, ())
    return [word.replace("{file}", canary.file).replace("{address}", canary.address) for word in (*own, *ANYWHERE)]
