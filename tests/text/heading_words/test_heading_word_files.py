from __future__ import annotations

import pytest

from briefs.text.heading_words.heading_word_files import FOLDER, bare, folded, heading_words


def test_ten_languages_have_words() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} >= {"en", "fr", "es", "de", "pt", "it", "ru", "ar", "zh", "nl"}


def test_words_are_compared_without_case_and_accents() -> None:
    assert folded("Première") == folded("PREMIERE") == "premiere"
    assert bare("  **Résumé   exécutif:** ") == "resume executif"


@pytest.mark.parametrize("text", ["Contents", "TABLE DES MATIÈRES", "Índice", "المحتويات", "目录", "Оглавление"])
def test_titles_of_contents_lists_are_known(text: str) -> None:
    assert heading_words().is_contents_title(text)
    assert not heading_words().is_contents_title(f"{text} x")


@pytest.mark.parametrize("text", ["Introduction", "RECOMMANDATIONS", "Conclusões", "Einleitung", "Заключение", "结论"])
def test_usual_titles_are_known(text: str) -> None:
    assert heading_words().is_usual_title(text)


def test_captions_have_a_number() -> None:
    words = heading_words()
    assert all(map(words.is_caption, ["Table 3: Wells", "FIGURE A. Wells", "Tableau 2", "Abb. 4: Brunnen", "Box 1"]))
    assert all(map(words.is_table_caption, ["Table 3: Wells", "Tableau 2", "Tab. 4: Brunnen", "Таблица 1"]))
    assert not any(map(words.is_table_caption, ["Figure 3: Wells", "Box 1", "Table manners", "Table"]))
    assert not any(map(words.is_caption, ["Tables of the law", "Table manners", "Box", "Figures show that"]))
