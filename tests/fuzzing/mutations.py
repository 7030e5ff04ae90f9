"""Mutations of good files, by what each file is."""

from __future__ import annotations

import gzip
import json
import random
import zlib
from pathlib import PurePosixPath
from typing import Any

import yaml

from tests.fuzzing.grammar import generated_template, generated_yaml
from tests.fuzzing.hostile_words import Canary
from tests.fuzzing.package_mutations import mutated_package
from tests.fuzzing.text_mutations import damaged, encoded, mutated_text
from tests.fuzzing.tree_mutations import mutated_tree

_PACKAGES = (".docx", ".xlsx")
_SAFE = yaml.CSafeDumper if yaml.__with_libyaml__ else yaml.SafeDumper


def mutated(content: bytes, name: str, chance: random.Random, canary: Canary, other: bytes = b"") -> bytes:
    """A file with this name, changed once; `other` is a file of which it may get a piece."""
    ending = PurePosixPath(name).suffix
    if chance.random() < 0.08:
        return damaged(content, chance)
    if ending == ".gz":
        return _compressed(content, name, chance, canary)
    if ending in _PACKAGES:
        return mutated_package(content, chance, canary)
    if ending == ".pdf":
        return _mutated_pdf(content, chance, canary)
    text = content.decode(errors="surrogateescape")
    if chance.random() < 0.05:
        return encoded(text, chance)
    if ending in (".yaml", ".lock", ".json") and chance.random() < 0.6:
        return _mutated_values(text, ending, chance, canary).encode(errors="surrogatepass")
    if ending == ".md" and text.startswith("---\n") and chance.random() < 0.5:
        return _mutated_template(text, chance, canary).encode(errors="surrogatepass")
    beside = other.decode(errors="replace")
    return mutated_text(text, name, chance, canary, beside).encode(errors="surrogatepass")


def _compressed(content: bytes, name: str, chance: random.Random, canary: Canary) -> bytes:
    try:
        inner = gzip.decompress(content)
    except (OSError, EOFError, zlib.error):
        return content
    return gzip.compress(mutated(inner, name.removesuffix(".gz"), chance, canary), mtime=0)


def _mutated_values(text: str, ending: str, chance: random.Random, canary: Canary) -> str:
    if ending != ".json" and chance.random() < 0.2:
        return generated_yaml(text, chance, canary)
    try:
        value: Any = json.loads(text) if ending == ".json" else yaml.safe_load(text)
        changed = mutated_tree(value, chance, canary, ending)
        if ending == ".json":
            return json.dumps(changed, ensure_ascii=chance.random() < 0.5)
        return yaml.dump(changed, Dumper=_SAFE, allow_unicode=True, sort_keys=False, width=100_000)
    except (ValueError, yaml.YAMLError, RecursionError):
        return mutated_text(text, f"x{ending}", chance, canary)


def _mutated_template(text: str, chance: random.Random, canary: Canary) -> str:
    """A file with front matter: either that is changed, or what follows is made of calls and statements at random."""
    front, mark, body = text.removeprefix("---\n").partition("---\n")
    if chance.random() < 0.4:
        return f"---\n{_mutated_values(front, '.yaml', chance, canary)}{mark}{body}"
    return f"---\n{front}{mark}{generated_template(body, chance, canary)}"


def _mutated_pdf(content: bytes, chance: random.Random, canary: Canary) -> bytes:
    """A PDF with names and numbers of its objects changed, which are text between streams."""
    text = content.decode("latin-1")
    changed = mutated_text(text, "x.pdf", chance, canary)
    return changed.encode("latin-1", errors="replace")
