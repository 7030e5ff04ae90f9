"""How much a build takes in before it says that it is too much. SECURITY.md states the same, and a test compares both.

A project travels by mail, and each file of it may be written by a stranger. The limits lie far above what reports and
briefs of real houses need, and far below what makes a machine stop.
"""

from __future__ import annotations

MB = 1_000_000

# Files and folders
LARGEST_REPORT = 64 * MB
"""Bytes of a report as received, of a reference document, and of a file that comes back from Word."""
LARGEST_TEXT = 10 * MB
"""Bytes of a file that a person writes: blocks, templates, style sheets, settings."""
LARGEST_PICTURE = 20 * MB
"""Bytes of a picture in a Word file."""
LARGEST_LOGO = 2 * MB
"""Bytes of a logo: each brief holds it."""
LARGEST_MANIFEST = 20 * MB
"""Bytes of `manifest.json`: sixty times what this project's own takes."""
LARGEST_OTHER = 256 * MB
"""Bytes of any other file, such as a build's own, and one that is to be verified."""
MOST_FILES = 5_000
"""Files and folders in `seeds/<report>` or `templates`, with all folders in them."""
MOST_LEVELS = 20
"""Folders within folders in `seeds/<report>` or `templates`."""
LARGEST_FOLDER = 500 * MB
"""Bytes of all files in `seeds/<report>` or `templates` together."""
MOST_REPORTS = 200
"""Reports of a project."""
MOST_TEMPLATES = 250
"""Templates of a report: briefs for a hundred audiences, with two more documents for some of them."""

# Reports and text
MOST_PIECES = 100_000
"""Headings, paragraphs, items, notes and the like of a report: a report of a thousand pages has 60,000 at most."""
MOST_CELLS = 400_000
"""Cells of all tables of a report."""
MOST_CHARACTERS = 8_000_000
"""Characters of a report: of two thousand pages."""
LONGEST_PASSAGE = 200_000
"""Characters of one paragraph, item, note or cell of a report."""
LONGEST_ANCHORED = 5_000
"""Characters of the report that one anchor names, and that all anchors of one wording name together: those of a page
and a half. Each word of the wording may be compared with each of them (CWE-407)."""
LONGEST_HEADING = 2_000
"""Characters of a heading of a report."""
LONGEST_WORD = 1_000
"""Characters of a report, YAML or a brief without white space between them, if its writing has spaces between words."""
MOST_MARKS = 30
"""Marks on one letter of a report or YAML, such as accents (UAX #15, 13: the Stream-Safe Text Format)."""
LARGEST_ADDRESSES = 100 * MB
"""Characters of the names of all places in a report, which have its headings in them."""
MOST_VALUES = 300_000
"""Values of a file in YAML: its fields, the items of its lists, and their names."""
MOST_NESTED_VALUES = 30
"""Levels of lists and fields that lie in each other in YAML."""
LONGEST_VALUE = 10_000
"""Characters of a text in YAML: of three pages."""
MOST_MISTAKES = 200
"""Mistakes in the fields of one file of which each is told, and remains of pages in a report."""

# Word files, PDFs, workbooks and mail
LARGEST_UNPACKED = 500 * MB
"""Bytes of all parts of a Word file or a workbook, once they are unpacked."""
LARGEST_XML = 60 * MB
"""Bytes of a part of a Word file that is XML, once it is unpacked."""
MOST_TAGS = 1_500_000
"""Tags and attributes of the parts of a Word file that are read: those of more than a thousand pages."""
MOST_PARTS = 4_000
"""Parts of a Word file or a workbook."""
LARGEST_LIST = 100 * MB
"""Bytes of a list of recipients: a thousand for each of them."""
MOST_RECIPIENTS = 100_000
"""Rows of a list of recipients."""
MOST_COLUMNS = 1_000
"""Columns of a list of recipients that have names."""
LARGEST_MAIL = 50 * MB
"""Bytes of a message that came back."""
LARGEST_HEADER = MB // 50
"""Bytes of a field in the head of a message, or of one of its parts."""
LARGEST_READING = 900 * MB
"""Bytes of memory of a process that reads a file which a stranger may have made."""
LONGEST_READING = 9
"""Seconds of the processor that such a process may take."""
LONGEST_READING_PER_MB = 10
"""Seconds by which that becomes longer for each MB of the file: those of the densest pages of text."""
LONGEST_READING_OF_ALL = 18
"""Seconds of the processor that it may take, however large the file is."""

# Templates
LARGEST_TEMPLATE = 200_000
"""Characters of a template, a block template or a letter below its front matter."""
MOST_LINES = 5_000
"""Lines of a template, a block template or a letter."""
LONGEST_LINE = 10_000
"""Characters of a line of a template, a block template or a letter."""
LARGEST_CALL = 20_000
"""Characters of a call or statement in a template."""
MOST_CALLS = 2_000
"""Calls, statements and remarks in a template."""
MOST_BRACKETS = 2_000
"""Opening square brackets in a template: in Markdown, the end of a link is looked for from each of them."""
MOST_STEPS = 750_000
"""Steps that composing one brief takes, in loops, calls and long texts, with everything that its calls print."""
MOST_PRINTED = 1_500_000
"""Characters that the template of one brief and its block templates print."""

# Looks
LARGEST_STYLE_SHEET = 2 * MB
"""Bytes of a style sheet; pictures and fonts that it carries count."""
MOST_STYLE_RULES = 5_000
"""Rules of a style sheet."""
LONGEST_TEXT = 20_000
"""Characters of a heading, paragraph, item, cell or note of a brief."""
MOST_TEXTS = 20_000
"""Headings, paragraphs, items, cells, notes and labels of a brief."""
MOST_PAGES = 200
"""Pages of a brief, as they are laid out before it is cut to its budget."""

# Reference documents
LARGEST_REFERENCE_PART = 32 * MB
"""Bytes of a part of a reference document that is XML, once it is unpacked."""
MOST_REFERENCE_ELEMENTS = 200_000
"""Elements of those parts of a reference document that are read, together."""
MOST_HEADER_ELEMENTS = 40_000
"""Elements of all headers and footers of a brief that come from a reference document."""
MOST_STYLES = 5_000
"""Styles of a reference document."""
MOST_ANCESTORS = 100
"""Styles of a reference document that are based on each other, one on the next."""

# The last resort
LARGEST_MEMORY = 1_000 * MB
"""Bytes of memory of a process of a command."""
LONGEST_STEP = 8
"""Seconds of the processor that one step of a command takes, such as laying out a brief."""
LONGEST_SLOW_STEPS = 10
"""Seconds of the processor that the slow steps of a command take together, each without its first second."""
LONGEST_STEP_PER_MB = 4
"""Seconds by which the time of a step becomes longer for each MB that was read; that of slow steps, twice as much."""
LONGEST_STEP_PER_PAGE = 0.2
"""Seconds by which it becomes longer for each page that the briefs which are fitted may have, of `MOST_PAGES` together;
that of slow steps, five times as much: so often a long brief is laid out."""
