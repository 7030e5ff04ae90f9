"""Signed PDFs: the bytes as cleared, and behind them a signature that keeps PDF/UA and PDF/A."""

from __future__ import annotations

import io
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from briefs.model.diagnostics import BriefsError
from briefs.signing.checking import signatures_of
from briefs.signing.pdf_signing import seconds_per_signature, sign_pdf
from tests.signing.authority import MOMENT
from tests.signing.samples import authority, form_pdf, plain_pdf, signer, trust


def opened(pdf: bytes) -> Any:
    return pikepdf.open(io.BytesIO(pdf))


@pytest.mark.parametrize("make", [plain_pdf, form_pdf])
def test_a_signed_file_begins_with_the_bytes_that_were_cleared(make: Any) -> None:
    signed = sign_pdf(make(), signer(), moment=MOMENT)
    assert signed.startswith(make())
    assert len(signed) - len(make()) < 15_000
    [state] = signatures_of(signed, trust(), MOMENT)
    assert (state.is_intact, state.coverage, state.standing, state.level) == (True, "whole", "trusted", "B-B")
    assert (state.signer, state.organisation, state.issuer, state.moment) == (
        "Secretariat of the ICMC",
        "ICMC",
        "Authority of tests",
        "2026-11-29T12:00:00Z",
    )


def test_the_same_key_time_and_file_give_the_same_bytes() -> None:
    signed = sign_pdf(plain_pdf(), signer(), moment=MOMENT)
    assert sign_pdf(plain_pdf(), signer(), moment=MOMENT) == signed
    assert sign_pdf(plain_pdf(), signer(), moment=MOMENT + timedelta(seconds=1)) != signed


def test_with_a_time_stamp_it_says_what_time_the_server_has() -> None:
    later = MOMENT + timedelta(hours=3)
    signed = sign_pdf(plain_pdf(), signer(), authority().time_stamper(later), MOMENT)
    [state] = signatures_of(signed, trust(), MOMENT)
    assert (state.level, state.moment, state.stamped_by) == ("B-T", "2026-11-29T15:00:00Z", "Clock of the authority")
    assert state.is_stamp_trusted
    assert state.is_good


@pytest.mark.parametrize("make", [plain_pdf, form_pdf])
def test_the_field_is_read_aloud_last_and_shows_nothing(make: Any) -> None:
    pdf = opened(sign_pdf(make(), signer(), moment=MOMENT))
    field = pdf.Root.AcroForm.Fields[-1]
    label = "Digital signature of Secretariat of the ICMC"
    assert (field.Subtype, field.FT, str(field.T), str(field.TU)) == ("/Widget", "/Sig", "signature", label)
    assert (int(field.F) & 0b111, [float(side) for side in field.Rect]) == (4, [0, 0, 0, 0])
    assert field.AP.N.read_bytes() == b""
    assert (field.P.objgen, field.P.Annots[-1].objgen) == (pdf.pages[-1].objgen, field.objgen)
    tree = pdf.Root.StructTreeRoot
    form = tree.K[0].K[-1]
    assert (form.S, str(form.Alt), form.P.objgen) == ("/Form", label, tree.K[0].objgen)
    assert (form.K[0].Type, form.K[0].Obj.objgen, form.K[0].Pg.objgen) == ("/OBJR", field.objgen, field.P.objgen)
    parents = dict(zip(*[iter(tree.ParentTree.Nums)] * 2, strict=True))
    assert parents[field.StructParent].objgen == form.objgen
    assert int(tree.ParentTreeNextKey) == int(field.StructParent) + 1 == max(map(int, parents)) + 1


def test_readers_may_fill_in_fields_and_change_nothing_else() -> None:
    pdf = opened(sign_pdf(form_pdf(), signer(), moment=MOMENT))
    signature = pdf.Root.AcroForm.Fields[-1].V
    assert (pdf.Root.Perms.DocMDP.objgen, signature.Reference[0].TransformParams.P) == (signature.objgen, 2)
    assert (pdf.Root.AcroForm.SigFlags, signature.SubFilter) == (3, "/ETSI.CAdES.detached")


def test_metadata_stay_those_of_the_edition_and_the_identifier_says_that_it_is_another_file() -> None:
    before, after = opened(plain_pdf()), opened(sign_pdf(plain_pdf(), signer(), moment=MOMENT))
    assert after.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
    assert {key: str(value) for key, value in after.docinfo.items()} == {
        key: str(value) for key, value in before.docinfo.items()
    }
    assert bytes(after.trailer.ID[0]) == bytes(before.trailer.ID[0])
    assert bytes(after.trailer.ID[1]) != bytes(before.trailer.ID[1])


def test_a_signed_file_is_not_signed_again() -> None:
    signed = sign_pdf(plain_pdf(), signer(), moment=MOMENT)
    with pytest.raises(BriefsError, match="the PDF is signed already"):
        sign_pdf(signed, signer(), moment=MOMENT)


@pytest.mark.parametrize("is_named", [True, False])
def test_a_file_of_another_program_is_refused(is_named: bool) -> None:
    target = io.BytesIO()
    other = pikepdf.new()
    other.add_blank_page()
    other.save(target, deterministic_id=True)
    if not is_named:
        target = io.BytesIO(target.getvalue().replace(b"/ID ", b"/XX "))
    with pytest.raises(BriefsError, match="not built by this program"):
        sign_pdf(target.getvalue(), signer(), moment=MOMENT)


def said_of(pdf: bytes) -> str:
    """Why a file cannot be signed; empty if it can."""
    try:
        sign_pdf(pdf, signer(), moment=MOMENT)
    except BriefsError as error:
        return error.message
    return ""


def test_what_is_no_pdf_or_a_damaged_one_is_told_in_one_line() -> None:
    pdf = plain_pdf()
    flips = range(0, len(pdf), len(pdf) // 10)
    damaged = [bytes((*pdf[:place], pdf[place] ^ 1, *pdf[place + 1 :])) for place in flips]
    said = [said_of(one) for one in (b"", b"%PDF-1.7\nnothing", b"PK\x03\x04")]
    assert all(said)
    said += filter(None, map(said_of, damaged))  # what is not read again is signed as it is
    assert all(one.startswith("the PDF cannot be signed: ") and "\n" not in one for one in said)


def test_how_long_a_signature_takes_is_measured() -> None:
    assert seconds_per_signature(signer(), plain_pdf(), authority().time_stamper()) > 0


def test_other_eyes_find_the_signature_valid(tmp_path: Path) -> None:
    file = tmp_path / "signed.pdf"
    file.write_bytes(sign_pdf(plain_pdf(), signer(), moment=MOMENT))
    try:
        done = subprocess.run(["pdfsig", "-nocert", file], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("pdfsig, a part of Poppler, is not installed")
    assert "Signature is Valid" in done.stdout
    assert "Total document signed" in done.stdout
