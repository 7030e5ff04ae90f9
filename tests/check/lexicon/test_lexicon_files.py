"""The lexicons that come with the program."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml

from briefs.check.lexicon.lexicon_files import FOLDER, lexicon_for

LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_lexicon_is_of_the_language_that_its_file_is_called_by(language: str) -> None:
    lexicon = lexicon_for(language)
    assert lexicon is not None
    assert lexicon.language == language


def test_a_language_is_known_by_its_primary_tag() -> None:
    assert lexicon_for("en-GB") is lexicon_for("en-GB")
    assert lexicon_for("en-GB") == lexicon_for("EN")


@pytest.mark.parametrize("language", ["xx", "", "../reports", "en/../en"])
def test_a_language_without_a_lexicon_has_none(language: str) -> None:
    assert lexicon_for(language) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_section_or_word_of_a_lexicon_is_there_twice(language: str) -> None:
    """YAML takes the last of two entries with one name, and says nothing of the first."""
    tree = yaml.compose((FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    assert tree is not None
    for node in _maps(tree):
        names = [key.value for key, _ in node.value]
        assert sorted(names) == sorted(set(names))


def _maps(node: yaml.Node) -> Iterator[yaml.MappingNode]:
    match node:
        case yaml.MappingNode(value=entries):
            yield node
            for _, value in entries:
                yield from _maps(value)
        case yaml.SequenceNode(value=items):
            for item in items:
                yield from _maps(item)
