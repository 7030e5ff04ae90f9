"""Settings of a brief: ours, and those of the reference document that its page depends on."""

from __future__ import annotations

from briefs.render.reference.document_settings import document_settings
from briefs.word.elements import local_name, parse, qn, root
from tests.render.docx.samples import value

REFERENCE = """<w:mirrorMargins/><w:defaultTabStop w:val="708"/><w:rsids><w:rsidRoot w:val="00C0FFEE"/></w:rsids>
<w:attachedTemplate/>"""


def test_what_the_page_depends_on_is_taken_and_nothing_else() -> None:
    reference = root("settings", *parse(REFERENCE))
    made = document_settings(reference, "fr", has_notes=False)
    assert [local_name(child) for child in made] == [
        "zoom",
        "mirrorMargins",
        "defaultTabStop",
        "characterSpacingControl",
        "compat",
        "themeFontLang",
        "decimalSymbol",
        "listSeparator",
    ]
    assert (value(made, "defaultTabStop"), value(made, "themeFontLang")) == ("708", "fr")
    assert len(reference) == 4


def test_the_separators_of_notes_are_named_where_there_are_notes() -> None:
    made = document_settings(None, "en", has_notes=True)
    assert [note.get(qn("w:id")) for note in made.iter(qn("w:footnote"))] == ["-1", "0"]


def test_fonts_that_are_embedded_are_kept_by_word_as_far_as_they_are_needed() -> None:
    made = document_settings(root("settings", *parse('<w:embedTrueTypeFonts w:val="0"/>')), "en", False, True)
    assert [local_name(child) for child in made][:3] == ["zoom", "embedTrueTypeFonts", "saveSubsetFonts"]
    assert value(made, "embedTrueTypeFonts") == ""
