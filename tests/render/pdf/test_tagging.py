"""The structure tree as the file holds it."""

from __future__ import annotations

from tests.render.pdf.structure import elements, marked_content, specimen_pdf


def test_all_that_is_marked_is_in_the_tree_or_an_artifact() -> None:
    pdf = specimen_pdf()
    reached = {e.objgen for e in elements(pdf.Root.StructTreeRoot.K[0])}
    entries = pdf.Root.StructTreeRoot.ParentTree.Nums
    for number, page in enumerate(pdf.pages):
        owners = list(entries[2 * number + 1])
        marked = [int(operands[1].MCID) for operands in marked_content(page) if "/MCID" in operands[1]]
        assert marked
        assert all(owners[mcid].objgen in reached for mcid in marked)


def test_every_link_is_described_and_in_the_tree() -> None:
    pdf = specimen_pdf()
    entries = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = dict(zip(map(int, entries[::2]), entries[1::2], strict=True))
    annotations = [annotation for page in pdf.pages for annotation in page.obj.get("/Annots", [])]
    links = [annotation for annotation in annotations if annotation.Subtype == "/Link"]
    assert len(links) == 6
    for link in links:
        assert str(link.Contents)
        assert owners[int(link.StructParent)].S == "/Link"
