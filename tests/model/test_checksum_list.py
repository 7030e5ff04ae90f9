"""Lists of hashes are written as `sha256sum` writes them."""

from __future__ import annotations

from briefs.model.checksum_list import checksum_lines


def test_each_file_has_one_line_in_the_order_of_paths() -> None:
    files = [("b.pdf", "22"), ("a.pdf", "11"), ("b.pdf", "22")]
    assert checksum_lines(files) == b"11  a.pdf\n22  b.pdf\n"
