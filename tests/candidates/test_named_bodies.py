"""Bodies that a text names."""

from __future__ import annotations

from briefs.candidates.named_bodies import BodyWords, named_bodies, names_in

WORDS = BodyWords(("fund", "council", "ministry", "agence"), ("of", "the", "for", "and", "de", "la", "l"), ("and",))


def test_names_are_capitals_with_a_word_for_bodies_and_small_words_between_them() -> None:
    text = "If the Council agrees, the Fund for Port Works and the Ministry of Education and Science may pay."
    assert list(names_in(text, WORDS)) == ["Fund for Port Works", "Ministry of Education and Science"]
    assert list(names_in("Ministry of Works staff met the council.", WORDS)) == ["Ministry of Works"]
    assert list(names_in("L’Agence de la Varenne publie.", WORDS)) == ["Agence de la Varenne"]


def test_bodies_are_counted_by_name_and_acronym_and_the_most_named_comes_first() -> None:
    texts = ["The Fund for Port Works (FPW) pays.", "FPW is slow.", "The Lagoon Council met.", "Gulls (FPW) fly."]
    found = named_bodies(texts, WORDS, {"FPW": "Fund for Port Works", "LHO": "Lagoon Hydrographic Office"})
    assert [(one.name, one.acronym, one.mentions) for one in found][:2] == [
        ("Fund for Port Works", "FPW", 4),
        ("Lagoon Council", "", 1),
    ]
