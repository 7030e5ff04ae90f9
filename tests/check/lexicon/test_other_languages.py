"""What checks find in wording in French, Spanish, Portuguese and German, with the lexicons of these languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.blocks.drawing import draw
from briefs.check.checked_blocks import check_blocks
from briefs.check.lexicon.lexicon_files import FOLDER, lexicon_for
from briefs.model.lexicon import Lexicon
from briefs.model.wording_rules import WordingRules
from tests.report.builders import report as read

PASSAGES = {
    "fr": "Plusieurs participants ont suggéré que les ministres pourraient se réunir chaque année. Le forum n'est pas "
    "contraignant.",
    "es": "Varios participantes sugirieron que los ministros podrían reunirse cada año. El foro no es vinculante.",
    "pt": "Vários participantes sugeriram que os ministros poderiam reunir-se todos os anos. O fórum não é "
    "vinculativo.",
    "de": "Mehrere Teilnehmer schlugen vor, dass die Minister sich jedes Jahr treffen könnten. Das Forum ist nicht "
    "bindend.",
}
FAITHFUL = {
    "fr": "Plusieurs participants ont suggéré que les ministres pourraient se réunir.",
    "es": "Varios participantes sugirieron que los ministros podrían reunirse.",
    "pt": "Vários participantes sugeriram que os ministros poderiam reunir-se.",
    "de": "Mehrere Teilnehmer schlugen vor, dass die Minister sich treffen könnten.",
}
FAULTS = [
    ("fr", "Plusieurs", "La grande majorité des", "strength-upgraded"),
    ("fr", "pourraient", "doivent", "certainty-raised"),
    ("fr", "ont suggéré", "ont décidé", "act-raised"),
    ("es", "Varios", "La gran mayoría de los", "strength-upgraded"),
    ("es", "podrían", "deben", "certainty-raised"),
    ("es", "sugirieron", "decidieron", "act-raised"),
    ("pt", "Vários", "A grande maioria dos", "strength-upgraded"),
    ("pt", "poderiam", "devem", "certainty-raised"),
    ("pt", "sugeriram", "decidiram", "act-raised"),
    ("de", "Mehrere", "Sämtliche", "strength-upgraded"),
    ("de", "könnten", "müssen", "certainty-raised"),
    ("de", "schlugen vor,", "beschlossen,", "act-raised"),
]
TURNED = {
    "fr": "Le forum est contraignant.",
    "es": "El foro es vinculante.",
    "pt": "O fórum é vinculativo.",
    "de": "Das Forum ist bindend.",
}


def found(folder: Path, language: str, wording: str) -> set[str]:
    """The codes of the errors in wording that rests on the passage in its language."""
    passage = PASSAGES[language]
    words = passage.rstrip(".").split()
    anchor = f"{' '.join(words[:4])} … {' '.join(words[-4:])}"
    folder.joinpath("blocks").mkdir()
    block = f'kind: statement\nblocks:\n  - id: st.a\n    anchor: "{anchor}"\n    short: "{wording}"\n'
    folder.joinpath("blocks", "statement.yaml").write_text(block, "utf-8")
    report = read(f"Forum\n\n{passage}\n", "outline:\n  - {text: Forum, level: 1, label: I}\n")
    rules = WordingRules({}, {}, language=language)
    library = draw(report, folder / "blocks", folder, rules, set()).or_raise()
    return {problem.code for problem in check_blocks(library, rules) if problem.severity == "error"}


@pytest.mark.parametrize("language", FAITHFUL)
def test_faithful_wording_is_left_alone(tmp_path: Path, language: str) -> None:
    assert found(tmp_path, language, FAITHFUL[language]) == set()


@pytest.mark.parametrize(("language", "old", "new", "code"), FAULTS)
def test_wording_that_stands_higher_than_its_passage_is_found(
    tmp_path: Path, language: str, old: str, new: str, code: str
) -> None:
    assert old in FAITHFUL[language]
    assert code in found(tmp_path, language, FAITHFUL[language].replace(old, new))


@pytest.mark.parametrize("language", TURNED)
def test_a_not_that_was_lost_is_found(tmp_path: Path, language: str) -> None:
    assert "negation-lost" in found(tmp_path, language, TURNED[language])


def test_all_lexicons_have_the_same_sections() -> None:
    of_english = {"spellings", "despite_prefix", "light", "unnamed", "past"}
    for path in FOLDER.glob("*.yaml"):
        lexicon = lexicon_for(path.stem)
        assert lexicon is not None
        empty = {name for name in Lexicon.model_fields if not getattr(lexicon, name)}
        assert empty - of_english == set(), path.stem


def test_scales_rise_and_no_word_has_two_places_on_one() -> None:
    for language in PASSAGES:
        lexicon = lexicon_for(language)
        assert lexicon is not None
        for scale in (lexicon.scales.how_many, lexicon.scales.how_firmly, lexicon.scales.kind_of_act):
            assert [step.level for step in scale] == sorted({step.level for step in scale})
            words = [word for step in scale for word in step.words]
            assert sorted(words) == sorted(set(words)), language
