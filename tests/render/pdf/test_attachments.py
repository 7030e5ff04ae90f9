"""Files that travel inside a PDF."""

from __future__ import annotations

from briefs.render.pdf.attachments import Attachment
from tests.render.builders import document
from tests.render.pdf.structure import opened


def test_a_file_travels_inside_with_its_type_and_relationship() -> None:
    record = Attachment("record.json", "application/json", "What this brief was made from", b"{}")
    pdf = opened(document(), record)
    *_, specification = pdf.Root.AF
    assert (str(specification.UF), str(specification.AFRelationship)) == ("record.json", "/Data")
    assert str(specification.EF.F.Subtype) == "/application/json"
    assert pdf.attachments["record.json"].get_file().read_bytes() == b"{}"
