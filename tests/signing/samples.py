"""Small PDFs, and an authority with a signer, made once."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from briefs.model.document import Paragraph
from briefs.model.inline import Checkbox, TextArea
from briefs.render.pdf.pages import lay_out, write_pdf
from briefs.signing.key_file import read_key_file
from briefs.signing.signer import Signer
from briefs.signing.trust import Trust
from tests.render.builders import document, layout, paragraph, section
from tests.signing.authority import MOMENT, PASSPHRASE, Authority, Identity, write

PROJECT = Path(__file__).parents[2]


@cache
def authority() -> Authority:
    """An authority that everybody trusts."""
    return Authority("Authority of tests")


@cache
def identity() -> Identity:
    """A key of the secretariat."""
    return authority().identity()


@cache
def signer() -> Signer:
    """Who signs in most tests."""
    return signer_of(identity())


def signer_of(one: Identity) -> Signer:
    """The signer with this key."""
    with tempfile.TemporaryDirectory() as folder:
        return read_key_file(write(Path(folder, "key.p12"), one.pkcs12()), PROJECT, lambda: PASSPHRASE, MOMENT)


def trust(*lists: bytes) -> Trust:
    """Trust in the authority, with lists of revoked certificates."""
    return Trust((authority().der,), crls=lists)


@cache
def plain_pdf() -> bytes:
    """A brief of two pages."""
    return _pdf(paragraph("Words. " * 900))


@cache
def form_pdf() -> bytes:
    """A brief with a box to tick, and a field to fill in."""
    return _pdf(
        paragraph("Words."),
        Paragraph(
            (
                Checkbox("Held"),
                TextArea("Notes on: Words", 2),
            )
        ),
    )


def _pdf(*content: Paragraph) -> bytes:
    brief = document(section(*content))
    return write_pdf(lay_out(brief, layout()), brief)
