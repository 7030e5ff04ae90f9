"""`briefs schema`: JSON Schemas with which editors complete and check the YAML files of a project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel

from briefs.cli.printing import say
from briefs.cli.usage import Options
from briefs.files.made_folder import make_folder
from briefs.model.answer_record import AnswerRecord
from briefs.model.block import KINDS
from briefs.model.clearance_record import Clearances
from briefs.model.decision_record import DecisionRecord
from briefs.model.diagnostics import BriefsError
from briefs.model.distribution_settings import DistributionSettings
from briefs.model.edition import FrontMatter, House
from briefs.model.letter_template import LetterFrontMatter
from briefs.report.hints import ReportHints

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def run_schema(options: Options) -> int:
    """Write the schemas of everything that editors write. Returns the exit code."""
    folder: Path = options.output or options.project / "schemas"
    try:
        make_folder(folder)
        for name, schema in all_schemas().items():
            path = folder / name
            path.write_bytes(schema)
            say(str(path))
    except OSError as error:
        raise BriefsError(f"cannot write {folder}: {error.strerror}") from error
    return 0


def all_schemas() -> dict[str, bytes]:
    """The schemas of everything that editors write, as files by name."""
    import json

    schemas = {
        "blocks": block_file_schema(),
        "report": _schema(ReportHints),
        "house": house_schema(),
        "front-matter": _schema(FrontMatter),
        "letter-front-matter": _schema(LetterFrontMatter),
        "distribution": _schema(DistributionSettings),
        "clearances": _schema(Clearances),
        "answers": _schema(AnswerRecord),
        "decisions": _schema(DecisionRecord),
    }
    return {
        f"{name}.schema.json": (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
        for name, schema in schemas.items()
    }


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return {"$schema": DIALECT, **model.model_json_schema(by_alias=True)}


def house_schema() -> dict[str, Any]:
    """The schema of `house.yaml`, of which there are two for a report: either may leave any field to the other.

    A field that a brief can do without may be null, which removes it.
    """
    schema = _schema(House)
    for name in schema["properties"].keys() - set(schema.pop("required")):
        field = schema["properties"][name]
        if "anyOf" not in field:
            kind = {key: field.pop(key) for key in ("type", "items") if key in field}
            field["anyOf"] = [kind, {"type": "null"}]
    return schema


def block_file_schema() -> dict[str, Any]:
    """The schema of `blocks/<kind>.yaml`: the kind at the top says what the blocks below it can be."""
    definitions: dict[str, Any] = {}
    choices = []
    for kind, model in KINDS.items():
        schema = model.model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
        definitions.update(schema.pop("$defs", {}))
        schema["properties"].pop("kind")
        schema["required"] = [name for name in schema.get("required", ()) if name != "kind"]
        definitions[model.__name__] = schema
        choices.append(
            {
                "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
                "then": {"properties": {"blocks": {"items": {"$ref": f"#/$defs/{model.__name__}"}}}},
            }
        )
    return {
        "$schema": DIALECT,
        "title": "Blocks of one kind",
        "type": "object",
        "properties": {
            "kind": {"enum": list(KINDS), "description": "the kind of all blocks in the file"},
            "blocks": {"type": "array", "items": {"type": "object"}},
        },
        "required": ["kind", "blocks"],
        "additionalProperties": False,
        "allOf": choices,
        "$defs": definitions,
    }
