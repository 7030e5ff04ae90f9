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

LARGEST_READING = 900 * MB
"""Bytes of memory of a process that reads a file which a stranger may have made."""
LONGEST_READING = 9
"""Seconds of the processor that such a process may take."""
LONGEST_READING_PER_MB = 10
"""Seconds by which that becomes longer for each MB of the file: those of the densest pages of text."""
LONGEST_READING_OF_ALL = 18
"""Seconds of the processor that it may take, however large the file is."""

LARGEST_TEMPLATE = 200_000
"""Characters of a template, a block template or a letter below its front matter."""
LARGEST_CALL = 20_000
"""Characters of a call or statement in a template."""
MOST_CALLS = 2_000
"""Calls, statements and remarks in a template."""
MOST_STEPS = 750_000
"""Steps that composing one brief takes, in loops, calls and long texts, with everything that its calls print."""
MOST_CHARACTERS = 1_500_000
"""Characters that the template of one brief and its block templates print."""

MOST_FILES = 5_000
"""Files in `seeds/<report>` or `templates`, with all folders in them."""
MOST_REPORTS = 200
"""Reports of a project."""
