"""The record of an edition says by places and hashes what it was made from, and travels inside a PDF."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from hashlib import sha256

import pikepdf

from briefs.model.addressing import addressed
from briefs.model.cleared_by import ClearedBy
from briefs.model.copy import Copy
from briefs.model.document import Document, Figure, Paragraph, Table, Unit
from briefs.model.inline import Emphasis, SourceTag, Strong, Text
from briefs.model.provenance import Origin
from briefs.model.record import FILE_NAME, record_json, words_of_units
from briefs.render.pdf.pages import lay_out, write_pdf
from tests.builders import TIMELINE
from tests.render.builders import document, layout, paragraph, personal, row, section
from tests.render.specimen import specimen


def traced() -> Document:
    made = document(section(paragraph("Words of it", Unit("u1", "issue/es.07", ("es.07",), 1, verbatim=True))))
    return replace(made, origins=(Origin("issue/es.07", "ES 7", 3, 12, "abc"),))


def test_the_record_says_of_each_unit_what_it_rests_on() -> None:
    assert json.loads(record_json(traced())) == {
        "record": 2,
        "edition": {
            "identifier": "R/1 0.3",
            "audience": "ministers",
            "product": "brief",
            "reference": "R/1",
            "version": "0.3",
            "status": "draft",
            "date": "2026-03-12",
            "language": "en-GB",
        },
        "units": [
            {
                "unit": "issue/es.07",
                "tag": "u1",
                "number": 1,
                "blocks": ["es.07"],
                "verbatim": True,
                "sha256": sha256(b"Words of it").hexdigest(),
                "sources": [{"address": "ES 7", "start": 3, "end": 12, "sha256": "abc"}],
            }
        ],
    }


def test_words_of_a_unit_are_without_tags_and_cells_are_divided() -> None:
    children = (Strong((Text("One"), SourceTag("x"))), Emphasis((Text(" two"),)), SourceTag("ES 7"))
    made = document(
        section(Paragraph(children, unit=Unit("u1", "u1")), Table((), (), (row("a", "b", owner=Unit("u2", "u2")),)))
    )
    assert words_of_units(made) == {"u1": "One two", "u2": "a\tb"}


def test_what_a_figure_shows_is_part_of_its_words() -> None:
    figure = Figure(TIMELINE, (Text("Dates"),), Unit("u1", "u1"))
    assert words_of_units(document(section(figure))) == {"u1": "Dates\t2010\tForum"}


def test_the_record_travels_inside_the_pdf_as_its_data_with_the_date_of_the_edition() -> None:
    made = traced()
    with pikepdf.open(io.BytesIO(write_pdf(lay_out(made, layout()), made))) as pdf:
        specification, _ = pdf.Root.AF
        stream = specification.EF.F
        assert (str(specification.UF), str(specification.AFRelationship)) == (FILE_NAME, "/Data")
        assert (str(stream.Subtype), str(stream.Params.ModDate)) == ("/application/json", "D:20260312000000Z")
        assert pdf.attachments[FILE_NAME].get_file().read_bytes() == record_json(made)


def test_the_record_holds_no_words_of_the_brief() -> None:
    record = record_json(specimen()).decode()
    runs = {
        " ".join(words[start : start + 3])
        for words in map(str.split, words_of_units(specimen()).values())
        for start in range(len(words) - 2)
    }
    assert len(runs) > 100
    assert [run for run in sorted(runs) if run in record] == []


def test_the_record_of_a_personal_copy_has_its_number_and_names_nobody() -> None:
    record = record_json(addressed(personal(traced()), Copy("Jane DOE", 17, 194)))
    edition = json.loads(record)["edition"]
    assert (edition["copy"], edition["copies"]) == ("17", "194")
    assert b"DOE" not in record
    assert record_json(personal(traced())) == record_json(traced())


def test_the_record_of_a_cleared_edition_says_which_offices_cleared_what_and_when() -> None:
    cleared = replace(traced(), clearances=(ClearedBy("Legal", "2026-03-10", "R/1 0.3 draft"),))
    record = json.loads(record_json(cleared))
    assert record["clearances"] == [{"office": "Legal", "date": "2026-03-10", "edition": "R/1 0.3 draft"}]
    assert "clearances" not in json.loads(record_json(traced()))
