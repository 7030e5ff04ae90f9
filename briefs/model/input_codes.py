"""The codes of mistakes in the files that people write: reports, YAML files and blocks."""

from __future__ import annotations

from briefs.model.code import Code

READING = {
    "report-unknown": Code(
        "A folder in `templates/` does not have the name of a report.",
        "Give it the name of the report's folder in `seeds/`, or move it out of `templates/`.",
    ),
    "report-without-templates": Code(
        "A report has no templates, so no briefs are built of it. Those of the other reports are.",
        "Put templates for it into a folder of its name, `templates/<report>/`.",
        "warning",
    ),
    "report-missing": Code(
        "The report's folder holds no report that can be read, or several.",
        "Put the report into it as you received it, under the name `report`: `report.docx`, `report.pdf`, "
        "`report.html`, `report.md` or `report.txt`. If there are several files, name the ending of the right one in "
        "`format` in `report.yaml`.",
    ),
    "report-empty": Code(
        "The report has no text.",
        "Put the text of the report into its file. If the file should have text, ask for it again.",
    ),
    "report-encoding": Code(
        "The report is not saved as UTF-8.",
        "Open it in a text editor and save it with the encoding UTF-8.",
    ),
    "report-changed": Code(
        "The report has changed since the blocks were drawn from it.",
        "Put the old report back. If you want the new one, `briefs report --diff` shows which passages have changed, "
        "and `briefs draw --again` writes new anchors, and its `sha256` into `report.yaml`.",
    ),
    "report-unsettled": Code(
        "`report.yaml` still has a word in brackets where `briefs init` could not find who issued the report. Drafts "
        "show it; a cleared edition is not built with it.",
        "Write the name in its place, with its acronym in brackets, in `issuer` and in `citation`.",
        "warning",
        example='`issuer: "[issuer]"`.',
    ),
    "about-missing": Code(
        "`report.yaml` does not say what briefs summarize. Under their titles they name the report, and no more.",
        "Add `about`, with a `text` and an `anchor`: one sentence on what the report is and whose it is, when it was "
        "made, and how. It is printed under every title.",
        "warning",
    ),
    "hint-not-found": Code(
        "`report.yaml` names a heading, a line or a value that is not in the report.",
        "Copy the words from the report, or take the entry out.",
    ),
    "report-word-divided": Code(
        "A hyphen divides a word of the report at the end of a line. It would be printed, with a space after it.",
        "Write the word in one piece, in the report as you received it.",
        "warning",
    ),
    "report-page-furniture": Code(
        "The text of the report seems to contain page numbers, or the head or foot of its pages.",
        "Remove the lines that the message names. If they are headings, name each of them in `outline`.",
        "warning",
    ),
    "report-note-mark": Code(
        "Digits in the report seem to be the mark of a note, or the mark has no note.",
        "Write the marks in superscript digits, and begin each note on its own line with its mark and a space.",
        "warning",
    ),
    "report-note-label": Code(
        "Two notes of a report in Markdown have the same label, so that calls lead to the first of them.",
        "Give each note a label of its own, and write it where the note is called.",
        "warning",
        example="`[^2]: See annex.` twice.",
    ),
    "report-markup": Code(
        "The report contains markup of another format, such as HTML or Markdown, or characters that were damaged.",
        "Write the words alone; the hint says how. `*…*` is italic.",
        "warning",
    ),
    "row-unsplit": Code(
        "A row of a table in the report cannot be divided into its columns.",
        "Put a tab between its cells in the report, or list the values of the last column in `endings` in "
        "`report.yaml`.",
    ),
}

FILES = {
    "yaml-syntax": Code(
        "A YAML file, or the front matter of a template, cannot be read.",
        "Look at the line that the message names and the line above it: often a quotation mark, a colon or the "
        "indentation is wrong.",
    ),
    "file-encoding": Code(
        "A file is not saved as UTF-8.",
        "Open it in a text editor and save it with the encoding UTF-8.",
    ),
    "file-unreadable": Code(
        "A file or folder of the project is not read: a link leads out of the project, it is a pipe or a device, it is "
        "larger than what is read of its kind, it is too deep in other folders, or the system does not let you.",
        "Do as the hint says. [What a project may do](../SECURITY.md) gives all limits.",
        example="`templates/ministers.md`, a link to a file in another project.",
    ),
    "files-too-many": Code(
        "A folder of the project has more files, or larger ones, than are read, or the project has too many reports.",
        "Move what briefs are not made from out of the folder. [What a project may do](../SECURITY.md) gives all "
        "limits.",
    ),
    "input-changed": Code(
        "A file was changed, added or removed while the build was reading. Nothing was written, since the briefs might "
        "be made from both its states.",
        "Build again.",
    ),
    "file-missing": Code(
        "A file that the project needs is not there.",
        "Add it under the name in the message, or correct the name where it is mentioned.",
    ),
    "field-unknown": Code(
        "A field has a name that is not known here.",
        "Correct its spelling, or take it out. `briefs schema` lets editors complete the names of fields.",
    ),
    "field-missing": Code(
        "A required field is missing.",
        "Add the field that the message names.",
    ),
    "field-invalid": Code(
        "A field has a value that it cannot have.",
        "Write the value in the form that the message describes.",
    ),
    "field-renamed": Code(
        "A field has a name that it had in earlier versions of the program.",
        "Write the new name, which the message gives.",
        "warning",
    ),
    "house-of-another": Code(
        "`templates/house.yaml` names another issuer than the report does. The briefs have the issuer of the report, "
        "but what else the file says of its issuer, such as `contact`.",
        "Say who issues the briefs of this report, and how to reach them, in `seeds/<report>/house.yaml`. In "
        "`templates/house.yaml`, leave what holds for every report.",
        "warning",
    ),
    "file-ignored": Code(
        "A file looks like one that briefs are made from, but nothing reads it: it has the wrong name, or stands in "
        "the wrong folder.",
        "Move or rename it as the message says. If it is not meant to be read, move it out of `seeds/` and "
        "`templates/`.",
        "warning",
    ),
}

DRAWING = {
    "kind-unknown": Code(
        "There is no such kind of block.",
        "Correct the spelling of the kind, or choose one of those that the hint names.",
    ),
    "id-duplicate": Code(
        "Two blocks have the same id.",
        "Give one of them another id, and change it in the templates that mean this one.",
    ),
    "anchor-not-found": Code(
        "An anchor matches nothing in the report.",
        "Copy its first and last words from the report, at least three of each, with “…” between them. The hint shows "
        "the nearest text.",
    ),
    "anchor-ambiguous": Code(
        "An anchor matches more than one place in the report.",
        "Add words to the anchor, or say which place you mean: `{text: …, in: …}`.",
    ),
    "anchor-too-short": Code(
        "An anchor has too few words to be sure of its place.",
        "Use at least three words on each side of “…”.",
    ),
    "anchor-too-long": Code(
        "An anchor names far more words of the report than a block can rest on.",
        "Name only the sentences that the block rests on. Each word of what is written is compared with each of them.",
    ),
    "scope-unknown": Code(
        "The `in` of an anchor does not name a place in the report.",
        "Copy the address from the list that `briefs report` prints.",
    ),
    "anchor-into-names": Code(
        "An anchor points into a table of the report, such as its list of participants.",
        "Point at a passage of the text. Participants are counted by blocks of kind `participant_group`.",
        example='`anchor: "Jane DOE Keeper East"`.',
    ),
    "block-copied": Code(
        "A block says what another does that is `never` for an audience, with the same anchors, and is not `never` "
        "for it.",
        "Write `never` for that audience here too, or take the block out.",
        example="`st.rumour_2`, a copy of `st.rumour` without its `audiences: {ministers: never}`.",
    ),
    "strength-not-found": Code(
        "The strength of a block is not in the passage of the report that the block points at.",
        "Copy the strength from the passage, or add an anchor for the passage that has it.",
    ),
    "strength-unknown": Code(
        "The strength of a block is neither on the program's scale of how many nor in the report's table of levels.",
        "Copy the report's words for how many. If the scale lacks them, add them to `strength` in `report.yaml`, at "
        "their level.",
    ),
    "count-wrong": Code(
        "A block does not give the same number of participants as the report.",
        "Count again in the report's list of participants, and correct the count or the affiliations.",
    ),
    "reference-unknown": Code(
        "A block names another block that does not exist, or that is of the wrong kind.",
        "Correct the id, or write the block that is missing. `briefs blocks` lists all ids.",
    ),
}
