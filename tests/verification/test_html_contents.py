"""What is read in a page, also as browsers save it."""

from __future__ import annotations

from briefs.verification.html_contents import html_contents

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>A  title</title><meta name="author" content="Board">
<meta name="dcterms.identifier" content="HB/CAP 1.0 cleared"><style>p { color: red }</style></head>
<body><h1>A title</h1><p>One<em>Two</em>&nbsp;<!-- hidden -->three<wbr>four.</p><ul><li>a<li>b</ul></body></html>"""


def test_a_page_is_read_as_its_readers_read_it() -> None:
    contents = html_contents(PAGE.encode())
    assert contents.identifier == "HB/CAP 1.0 cleared"
    assert contents.words == ("A", "title", "OneTwo", "threefour.", "a", "b")
    assert contents.properties == {"title": "A title", "author": "Board", "language": "en-GB"}
    assert contents.saved_by == ""


def test_an_archive_of_a_page_is_read_as_the_page() -> None:
    archive = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: file:///a.html\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="-b"\r\n\r\n---b\r\nContent-Type: text/html\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    page = PAGE.replace("=", "=3D").replace("\n", "\r\n")
    contents = html_contents(f"{archive}{page}\r\n---b--\r\n".encode())
    assert contents.words == html_contents(PAGE.encode()).words
    assert contents.saved_by == "a browser"
    assert html_contents(archive.partition("---b")[0].encode()).words == ()


def test_a_page_without_anything_is_read() -> None:
    assert html_contents(b"<html></html>").words == ()
    assert html_contents(b"<html>" + b"<div>" * 100_000).identifier == ""
