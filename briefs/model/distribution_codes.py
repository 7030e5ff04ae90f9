"""The codes of mistakes in what briefs are distributed with: lists of recipients, settings, letters and the rest."""

from __future__ import annotations

from briefs.model.code import Code

_RECIPIENTS = {
    "list-unreadable": Code(
        "A list of recipients cannot be read: it is damaged, protected by a password, too large, or of another kind.",
        "Save it as CSV in UTF-8, or as an Excel workbook (.xlsx) without a password.",
    ),
    "list-empty": Code(
        "A list of recipients, or the sheet that is read, has nobody in it.",
        "Write one recipient into each row below the names of the columns. If they are in another sheet, name it as "
        "`sheet` in `distribution.yaml`.",
    ),
    "sheet-unknown": Code(
        "The workbook has no sheet with the name that `distribution.yaml` gives.",
        "Correct the name, or take `sheet` out if the first sheet is meant.",
    ),
    "column-unknown": Code(
        "A column of a list of recipients has no name, or one that seems to be misspelt.",
        "Correct its name. If it should stay as it is, say in `columns` in `distribution.yaml` which column it is, or "
        "that nothing should read it, in `ignore`.",
    ),
    "column-ignored": Code(
        "A column of a list of recipients has a name that says nothing to the program, so nothing reads it.",
        "If it should be read, say in `columns` in `distribution.yaml` which column it is. If not, list it there in "
        "`ignore`.",
        "warning",
    ),
    "column-missing": Code(
        "A list of recipients does not have a column that it needs, or one that `distribution.yaml` names.",
        "Add the column that the message names, with a name in the first row.",
    ),
    "column-duplicate": Code(
        "Two columns of a list of recipients would be read as the same thing.",
        "Remove one of them, or say in `columns` in `distribution.yaml` which of them counts.",
    ),
    "row-broken": Code(
        "A row of a list of recipients has more or fewer cells than there are columns, or a quotation mark in it is "
        "not closed.",
        "Put quotation marks around each cell with a comma, a semicolon, a tab or a line break in it, and look whether "
        "one is missing in this row.",
    ),
    "cell-kind": Code(
        "A cell holds a formula, a number, a date or an error of the spreadsheet where words are needed.",
        "Write the words themselves into the cell, and format its column as text.",
    ),
    "cell-characters": Code(
        "A cell has a line break or a character that cannot be seen where it would harm: in a name, in an address, or "
        "in a line that is printed.",
        "Write the cell again by hand, in one line.",
    ),
    "recipient-incomplete": Code(
        "A row of a list of recipients lacks something without which nothing can be sent: a name, a salutation, or the "
        "audience.",
        "Fill in the cell that the message names.",
    ),
    "recipient-value": Code(
        "A cell has a value that it cannot have: an address that is none, a format, language or copy number that does "
        "not exist, words where yes or no is needed, or more characters than a line has room for.",
        "Correct the cell that the message names.",
    ),
    "recipient-twice": Code(
        "A list of recipients has the same person twice for one brief.",
        "Remove one of the two rows. If they are two people, their addresses, offices or countries differ.",
    ),
    "address-shared": Code(
        "Two recipients of one brief have the same address, so that both copies go there.",
        "If this is meant, as for an office that receives the mail of several people, leave it.",
        "warning",
    ),
    "copy-taken": Code(
        "A list of recipients gives the same copy number to two recipients of one brief.",
        "Give one of them another number, or leave the cell empty: the next free number is taken.",
    ),
    "name-unprintable": Code(
        "None of the briefs' fonts has a character of what would be printed on a personal copy.",
        "Write the cell in other letters, or add a font that has the character to `templates/layout/fonts`.",
    ),
    "name-too-long": Code(
        "A name takes so many lines on a personal copy that its PDF would have more pages than what was cleared. A "
        "name of one line always has room.",
        "Write a shorter name: titles and offices have columns of their own.",
    ),
}

_SETTINGS = {
    "secret-in-file": Code(
        "`distribution.yaml` has a field for a password, a pass phrase or a PIN. Everybody who has the project could "
        "read it.",
        "Take it out, and choose another one if others have seen the file. Passwords are asked for, or come from the "
        "environment or the keyring of your computer.",
    ),
    "key-in-project": Code(
        "The file with the key for signatures lies inside the project, so that it would be passed on with it.",
        "Move it to a folder that only you can read, and write its path into `distribution.yaml`.",
    ),
}

_COPIES = {
    "copy-given": Code(
        "The list of recipients fixes a number of a copy of the edition that was given to another recipient already.",
        "Write the number that the hint names, or leave the cell empty: then the copy gets the next number.",
    ),
    "copy-changed": Code(
        "The list of recipients fixes a number for a recipient who was given a copy with another number already.",
        "Write the number of that copy, or leave the cell empty: each recipient keeps the number.",
    ),
}

DISTRIBUTING = {
    **_RECIPIENTS,
    **_SETTINGS,
    **_COPIES,
}
"""Codes of the stages after a build, in the order of the work."""
