"""Turn the file that WeasyPrint writes into one that is PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3).

The structure tree is replaced by that of the HTML; page furniture becomes artifacts; what can
be ticked or filled in becomes fields; metadata come from the edition's
properties; the identifier of the file comes from its content.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from xml.etree.ElementTree import Element

from briefs.model.copy import Copy
from briefs.model.page_furniture import Properties
from briefs.render.pdf.attachments import Attachment, attach
from briefs.render.pdf.form_fields import write_fields
from briefs.render.pdf.leaves import Leaves
from briefs.render.pdf.links import name_links
from briefs.render.pdf.marked_content import mark_artifacts, page_marks
from briefs.render.pdf.metadata import write_metadata
from briefs.render.pdf.structure_tree import link_descriptions, structure_tree
from briefs.render.pdf.tagging import write_structure_tree


def finish_pdf(
    source: bytes,
    root: Element,
    leaves: Leaves,
    properties: Properties,
    fonts: Path,
    attachments: Sequence[Attachment] = (),
    copy: Copy | None = None,
) -> bytes:
    """The finished form of `source`, which WeasyPrint wrote (variant pdf/a-3a) from the HTML `root` with `leaves`.

    `fonts` is the folder of the fonts, for what readers write into fields; `copy` is whose copy it is, if anybody's.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(source)) as pdf:
        marks = page_marks(pdf)
        tree, artifacts = structure_tree(root, leaves, marks)
        mark_artifacts(pdf, tuple(chain.from_iterable(marks)), artifacts)
        name_links(pdf, link_descriptions(tree))
        widgets = write_fields(pdf, tuple(tree.fields()), fonts)
        write_structure_tree(pdf, tree, widgets)
        write_metadata(pdf, properties, copy)
        for attachment in attachments:
            attach(pdf, attachment, properties)
        target = io.BytesIO()
        pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return target.getvalue()
