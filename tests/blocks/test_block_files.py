from __future__ import annotations

from pathlib import Path

import pytest

from briefs.blocks.block_files import BlockFiles, read_block_files
from briefs.model.block import KINDS
from briefs.model.diagnostics import Checked

KNOWN = ", ".join(sorted(KINDS))
ANCHOR = "anchor: Most keepers agreed that"


def read(folder: Path, text: str | bytes) -> Checked[BlockFiles]:
    (folder / "fact.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_block_files(folder, folder)


def said(folder: Path, text: str | bytes) -> str:
    return "\n".join(map(str, read(folder, text).problems))


def test_a_block_has_the_kind_of_its_file_and_knows_the_lines_of_its_fields(tmp_path: Path) -> None:
    files = read(
        tmp_path, f"# facts\nkind: fact\nblocks:\n  - id: fact.a\n    {ANCHOR}\n    short:\n      text: Most\n"
    )
    assert files.problems == ()
    (written,) = files.value.written
    assert written.block.kind == "fact"
    assert str(written.place) == "fact.yaml:4"
    assert str(written.place_of("short", "text")) == "fact.yaml:7"
    assert str(written.place_of("anchor", 0)) == "fact.yaml:5"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "",
            "fact.yaml:1: error: a block file must have the fields `kind` and `blocks` [field-invalid]\n"
            "  hint: begin it with a line kind: and a line blocks:",
        ),
        (
            "blocks: []\n",
            f'fact.yaml:1: error: required field "kind" is missing [field-missing]\n'
            f"  hint: begin the file with a line such as `kind: statement`; the kinds are {KNOWN}",
        ),
        (
            "kind:\nblocks: []\n",
            f'fact.yaml:1: error: required field "kind" is missing [field-missing]\n'
            f"  hint: begin the file with a line such as `kind: statement`; the kinds are {KNOWN}",
        ),
        (
            "blocks: []\nkind: facts\n",
            'fact.yaml:2: error: unknown kind "facts" [kind-unknown]\n  hint: did you mean "fact"?',
        ),
        (
            "kind: [fact]\nblocks: []\n",
            'fact.yaml:1: error: unknown kind "[\'fact\']" [kind-unknown]\n  hint: did you mean "fact"?',
        ),
        (
            "kind: fact\n",
            'fact.yaml:1: error: required field "blocks" is missing [field-missing]\n'
            "  hint: put the line blocks: above the blocks, and indent them below it",
        ),
        (
            "kind: fact\nblocks:\n",
            'fact.yaml:2: error: "blocks" is empty [field-invalid]\n'
            "  hint: write the blocks below it, each beginning with a hyphen and a space, as in `- id: …`",
        ),
        (
            "kind: fact\nblocks:\n  -\n",
            "fact.yaml:3: error: there is no block after this hyphen [field-invalid]\n  hint: remove it",
        ),
        (
            "Kind: fact\nBlocks: []\n",
            'fact.yaml:1: error: unknown field "Kind" [field-unknown]\n  hint: did you mean "kind"?\n'
            'fact.yaml:2: error: unknown field "Blocks" [field-unknown]\n  hint: did you mean "blocks"?',
        ),
        (
            "kind: fact\nblock: []\nblocks: []\n",
            'fact.yaml:2: error: unknown field "block" [field-unknown]\n  hint: did you mean "blocks"?',
        ),
        (
            "kind: fact\nblocks:\n  - text\n",
            "fact.yaml:3: error: a block must be written as fields, such as `id: …` [field-invalid]",
        ),
        (
            "kind: fact\nblocks:\n  - kind: fact\n",
            'fact.yaml:3: error: unknown field "kind" [field-unknown]\n'
            "  hint: the kind is given once, at the top of the file",
        ),
        (
            f"kind: fact\nblocks:\n  - id: fact.a\n    {ANCHOR}\n    strenght: most\n    7: b\n",
            'fact.yaml:6: error: unknown field "7" [field-unknown]\n'
            'fact.yaml:5: error: unknown field "strenght" [field-unknown]\n  hint: did you mean "strength"?\n'
            "    strength: most",
        ),
        (
            "kind: fact\nblocks:\n  - id: fact.a\n",
            'fact.yaml:3: error: required field "anchor" is missing [field-missing]\n'
            "  hint: anchor: where the block's verbatim form is in the report; required here: id, anchor",
        ),
        (
            "kind: question\nblocks:\n  - id: q.a\n    achor: a\n",
            'fact.yaml:3: error: required field "sort" is missing [field-missing]\n'
            "  hint: sort: reflection or driving or opening or embedded or oversight: whether it is left to be "
            "reflected on, asked of the whole report, asked as a part begins, within the text, or based on the report; "
            "required here: id, anchor, sort\n"
            'fact.yaml:4: error: unknown field "achor" [field-unknown]\n  hint: did you mean "anchor"?\n'
            "    anchor: a",
        ),
        (
            f"kind: benefit\nblocks:\n  - id: ben.a\n    sort: direct\n    {ANCHOR}\n    basis:\n      short: a\n",
            'fact.yaml:6: error: required field "anchor" is missing [field-missing]\n'
            "  hint: fields allowed here: anchor, short",
        ),
        (
            f"kind: fact\nblocks:\n  - id: Fact\n    {ANCHOR}\n",
            'fact.yaml:3: error: "id": "Fact" is not an id [field-invalid]\n'
            "  hint: use small letters and numbers in words joined by dots, such as ben.states",
        ),
        (
            "kind: fact\nblocks:\n  - id: fact.a\n    anchor: 7\n    short: [a]\n",
            'fact.yaml:4: error: "anchor": an anchor is a text in quotes, or {text: …, in: …} [field-invalid]\n'
            '  hint: write\n    anchor: "7"\n'
            'fact.yaml:5: error: "short": wording is a text in quotes, or {text: …, anchor: …} [field-invalid]',
        ),
        (
            "kind: fact\nblocks:\n  - id: fact.a\n    anchor: []\n",
            'fact.yaml:4: error: "anchor" is empty [field-invalid]\n'
            "  hint: write the first and last words of the passage, with … between them",
        ),
        (
            f"kind: fact\nblocks:\n  - id: fact.a\n    {ANCHOR}\n    audiences: {{captains: shall}}\n",
            'fact.yaml:5: error: "audiences captains" must be must, should, could or '
            'never, not "shall" [field-invalid]',
        ),
        (
            f'kind: fact\nblocks:\n  - id: fact.a\n    {ANCHOR}\n    short: "a\\x07b"\n    lead: ""\n',
            'fact.yaml:5: error: "short": the character U+0007 cannot be printed [field-invalid]\n'
            'fact.yaml:6: error: "lead" is empty [field-invalid]\n'
            "  hint: write a value after it: run-in heading printed in bold before the text",
        ),
        (
            b"kind: fact\nblocks:\n  - id: fact.\xe9\n",
            "fact.yaml:3: error: byte 14 of the line (0xe9) is not UTF-8 [file-encoding]\n"
            "  hint: save the file with the encoding UTF-8; it seems to be saved as "
            "Windows-1252 (ANSI), in which this is "
            '"é" in "fact.é"',
        ),
    ],
)
def test_what_is_wrong_with_a_block_file_is_reported_with_its_line_and_a_remedy(
    tmp_path: Path, text: str | bytes, expected: str
) -> None:
    assert said(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        (
            "acronym",
            "acronym: GFMD\n    expansion: Global Forum\n    short_names: Forum",
            'fact.yaml:7: error: "short_names" must be a list, even of one [field-invalid]',
        ),
        (
            "acronym",
            "acronym: GFMD\n    expansions: Global Forum",
            'fact.yaml:6: error: unknown field "expansions" [field-unknown]',
        ),
        (
            "term",
            "term: governance\n    role: bad",
            'fact.yaml:6: error: "role" must be incumbent, alternative or neighbouring, not "bad"',
        ),
        (
            "term",
            "term: governance\n    in_favour:\n      short: x",
            'fact.yaml:6: error: required field "anchor" is missing [field-missing]',
        ),
        ("term", "term:\n    text: x", 'fact.yaml:5: error: "term" is empty'),
    ],
)
def test_a_kind_that_is_also_the_name_of_a_field_leads_to_the_right_field(
    tmp_path: Path, kind: str, fields: str, expected: str
) -> None:
    text = f"kind: {kind}\nblocks:\n  - id: a.b\n    {ANCHOR}\n    {fields}\n"
    assert expected in said(tmp_path, text)


def test_a_folder_without_block_files_is_reported(tmp_path: Path) -> None:
    assert [str(problem) for problem in read_block_files(tmp_path / "blocks", tmp_path).problems] == [
        "blocks: error: there are no block files [file-missing]\n  hint: accept some of the blocks that briefs draw "
        "proposes, or add a file, such as blocks/statements.yaml"
    ]


def test_a_mistake_in_one_file_does_not_hide_those_in_others(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("kind: fact\nblocks: [\n")
    (tmp_path / "b.yaml").write_text("kind: fcat\nblocks: []\n")
    files = read(tmp_path, f"kind: fact\nblocks:\n  - id: fact.a\n    {ANCHOR}\n  - id: fact.b\n")
    assert [(str(p.place), p.code) for p in files.problems] == [
        ("a.yaml:2", "yaml-syntax"),
        ("b.yaml:1", "kind-unknown"),
        ("fact.yaml:5", "field-missing"),
    ]
    assert [written.block.id for written in files.value.written] == ["fact.a"]


def test_a_file_with_very_many_mistakes_is_read_up_to_where_they_become_too_many(tmp_path: Path) -> None:
    found = read(tmp_path, "kind: fact\nblocks:\n" + "  - 1\n" * 500)
    assert len(found.problems) == 202
    assert str(found.problems[-1]).startswith(
        "fact.yaml:204: error: there are more than 200 mistakes above; from here on, the file is not read"
    )
    fields = read(tmp_path, "".join(f"field{at}: a\n" for at in range(500)))
    assert len(fields.problems) == 202
