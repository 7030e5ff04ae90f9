"""A list of all copies to print: for whoever files them, or hands them over against signature."""

from __future__ import annotations

from html import escape

from briefs.model.recipient import Recipient
from briefs.model.register import Register, RegisteredCopy
from briefs.model.web_policy import POLICY
from briefs.text.counts import counted

NAME = "cover-list.html"

_STYLE = """
@page { size: A4 landscape; margin: 15mm; @bottom-right { content: counter(page) " / " counter(pages) } }
body { font: 10pt/1.35 Carlito, Calibri, "Liberation Sans", sans-serif; color: #1a1a1a; margin: 1.5rem }
h1 { font-size: 14pt; margin: 0 } p { margin: .2rem 0 .8rem }
table { border-collapse: collapse; width: 100% } thead { display: table-header-group } tr { break-inside: avoid }
th, td { border: 0.5pt solid #808080; padding: .3rem .45rem; text-align: left; vertical-align: top }
th { background: #eee } td.number { text-align: right; white-space: nowrap } td.signed { min-width: 9rem }
@media print { body { margin: 0 } }
""".strip()


def cover_list(register: Register) -> bytes:
    """The list as an HTML page that prints on A4 across.

    The last column is empty: for a signature, or the date on which a copy was given.
    """
    edition, title = register.edition, register.edition.title
    rows = "\n".join(_row(copy, edition.audience) for copy in register.copies)
    head = "".join(f'<th scope="col">{word}</th>' for word in ("Copy", "For", "Office", "Country", "By", "Received"))
    summary = (
        f"{escape(edition.identifier)} · {escape(edition.date)} · {counted(len(register.copies), 'copy')} · "
        f"kept edition {edition.sha256[:16]}"
    )
    page = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
{POLICY}
<title>List of copies: {escape(title)}</title>
<style>
{_STYLE}
</style>
</head>
<body>
<h1>List of copies: {escape(title)}</h1>
<p>{summary}</p>
<table>
<thead><tr>{head}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
</body>
</html>
"""
    return page.encode()


def _row(copy: RegisteredCopy, audience: str) -> str:
    whom = copy.recipient or Recipient("", audience)
    number = f'<td class="number">{copy.number} of {copy.total}</td>'
    formats = ", ".join({"pdf": "PDF", "docx": "Word", "html": "HTML"}[file.format] for file in copy.files)
    way = "withdrawn" if copy.is_withdrawn else f"mail: {formats}" if copy.message else f"by hand: {formats}"
    cells = ((whom.name, whom.title), (whom.office,), (whom.country,), (way,))
    texts = "".join(f"<td>{', '.join(_lines(text) for text in cell if text)}</td>" for cell in cells)
    return f'<tr>{number}{texts}<td class="signed"></td></tr>'


def _lines(text: str) -> str:
    """The lines of a text; each reads in its own direction, whatever script it is in."""
    return "<br>".join(f"<bdi>{escape(line, quote=False)}</bdi>" for line in text.splitlines())
