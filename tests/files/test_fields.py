from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from briefs.files.fields import diagnostics_of
from briefs.files.yaml import parse_yaml


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Side(Strict):
    text: str
    scope: str | None = Field(default=None, alias="in")


class Fact(Strict):
    kind: Literal["fact"]
    side: Side | None = None


class Term(Strict):
    kind: Literal["term"]
    number: int = Field(ge=1)
    names: tuple[str, ...] = ()


Thing = Annotated[Fact | Term, Field(discriminator="kind")]
File = dict[str, list[Thing]]


def wrong(text: str) -> list[str]:
    value, lines = parse_yaml(text, "f.yaml")
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(File).validate_python(value)
    return [str(d) for d in diagnostics_of(caught.value, lines, "f.yaml", File)]


def test_an_unknown_field_is_reported_with_the_nearest_name_of_its_own_kind() -> None:
    text = "t:\n  - kind: fact\n    sdie: {text: a}\n  - kind: fact\n    side:\n      text: a\n      inn: b\n"
    assert wrong(text) == [
        'f.yaml:3: error: unknown field "sdie" [field-unknown]\n  hint: did you mean "side"?\n    side: {text: a}',
        'f.yaml:7: error: unknown field "inn" [field-unknown]\n  hint: did you mean "in"?\n    in: b',
    ]


def test_a_missing_field_is_reported_where_it_should_be() -> None:
    assert wrong("t:\n  - kind: fact\n    side:\n      in: b\n  - side: {text: a}\n") == [
        'f.yaml:3: error: required field "text" is missing [field-missing]\n  hint: fields allowed here: text, in',
        'f.yaml:5: error: required field "kind" is missing [field-missing]',
    ]


def test_an_unknown_kind_is_reported_with_the_nearest_one() -> None:
    assert wrong("t:\n  - number: 1\n    kind: facts\n") == [
        'f.yaml:3: error: unknown kind "facts" [kind-unknown]\n  hint: did you mean "fact"?'
    ]


def test_a_value_that_is_not_allowed_is_reported_with_its_name() -> None:
    text = "t:\n  - kind: term\n    number: 0\n    names: [a, 3]\n  - {kind: fact, side: {text: }}\n"
    assert wrong(text) == [
        'f.yaml:3: error: "number" must be at least 1, not 0 [field-invalid]',
        'f.yaml:4: error: "names item 2" must be a text; 3 without quotation marks is a number for YAML '
        '[field-invalid]\n  hint: put quotation marks around it\n    - "3"',
        'f.yaml:5: error: "side text" is empty [field-invalid]\n  hint: write a value after it',
    ]


def test_a_value_validated_alone_is_reported_where_it_is_in_its_file() -> None:
    value, lines = parse_yaml("t:\n  - kind: fact\n  - kind: fact\n    side:\n      txt: a\n", "f.yaml")
    assert isinstance(value, dict)
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Thing).validate_python(value["t"][1])
    assert [str(d) for d in diagnostics_of(caught.value, lines, "f.yaml", Thing, at=("t", 1))] == [
        'f.yaml:5: error: unknown field "txt" [field-unknown]\n  hint: did you mean "text"?\n    text: a',
    ]


def test_a_list_with_a_wrong_item_is_not_also_too_short() -> None:
    class Box(BaseModel):
        rows: Annotated[tuple[Annotated[str, Field(min_length=1)], ...], Field(min_length=1)]

    def said(text: str) -> list[str]:
        value, lines = parse_yaml(text, "a.yaml")
        with pytest.raises(ValidationError) as caught:
            Box.model_validate(value)
        return [problem.message for problem in diagnostics_of(caught.value, lines, "a.yaml", Box)]

    assert said('rows: [""]') == ['"rows item 1" is empty']
    assert said("rows: []") == ['"rows" must have at least 1 item, not 0']


class PerStatus(Strict):
    draft: str
    cleared: str


def test_the_only_name_that_is_left_is_the_one_that_was_meant() -> None:
    value, lines = parse_yaml("draft: a\nfinal: b\n", "f.yaml")
    with pytest.raises(ValidationError) as caught:
        PerStatus.model_validate(value)
    assert [str(d) for d in diagnostics_of(caught.value, lines, "f.yaml", PerStatus)] == [
        'f.yaml:2: error: unknown field "final" [field-unknown]\n  hint: did you mean "cleared"?\n    cleared: b'
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "draft a\n",
            ['must have fields with values, as in field: value; there is no colon after "draft"', "draft: a"],
        ),
        ("- draft: a\n- cleared: b\n", ["must have fields with values, as in field: value, not a list", "draft: a"]),
    ],
)
def test_a_whole_file_that_is_one_text_or_a_list_is_told_how_fields_are_written(text: str, expected: list[str]) -> None:
    value, lines = parse_yaml(text, "f.yaml")
    with pytest.raises(ValidationError) as caught:
        PerStatus.model_validate(value)
    [found] = diagnostics_of(caught.value, lines, "f.yaml", PerStatus)
    assert [found.message.removeprefix("this "), found.hint.split("\n    ")[1]] == expected


def test_of_very_many_mistakes_only_the_first_are_told_and_that_there_are_more() -> None:
    said = wrong("t:\n  - kind: fact\n" + "".join(f"    field{at}: a\n" for at in range(300)))
    assert len(said) == 201
    assert said[0].startswith('f.yaml:3: error: unknown field "field0"')
    assert said[199].startswith('f.yaml:202: error: unknown field "field199"') or "more than 200" in said[199]
    assert sum("there are more than 200 mistakes; this is the last that is told" in one for one in said) == 1
