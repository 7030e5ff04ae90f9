"""How much a build takes in before it says that it is too much. SECURITY.md states these numbers; a test compares them.

A project travels by mail, and each file of it may be written by a stranger. The limits lie far above what reports and
briefs of real houses need, and far below what makes a machine stop.
"""

from __future__ import annotations

MB = 1_000_000

LARGEST_REPORT = 64 * MB
"""Bytes of a report as received, of a reference document, and of a file that comes back from Word."""
LARGEST_TEXT = 10 * MB
"""Bytes of a file that a person writes: blocks, templates, style sheets, settings."""
LARGEST_PICTURE = 20 * MB
"""Bytes of a logo or another picture."""
LARGEST_OTHER = 256 * MB
"""Bytes of any other file, such as a build's own, and one that is to be verified."""

LARGEST_UNPACKED = 500 * MB
"""Bytes of all parts of a Word file or a workbook, once they are unpacked."""
LARGEST_XML = 60 * MB
"""Bytes of a part of a Word file that is XML, once it is unpacked."""
MOST_TAGS = 1_500_000
"""Tags and attributes of the parts of a Word file that are read: those of more than a thousand pages."""
MOST_PARTS = 4_000
"""Parts of a Word file or a workbook."""

MOST_FILES = 5_000
"""Files in `seeds/<report>` or `templates`, with all folders in them."""
MOST_REPORTS = 200
"""Reports of a project."""
