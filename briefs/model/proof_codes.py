"""The codes of what is found in whole briefs and their files, and of what has changed since people have read it."""

from __future__ import annotations

from briefs.model.code import Code

PROOF: dict[str, Code] = {
    "renditions-differ": Code(
        "A finished file does not say the same words, in the same order, as the brief and its other formats. Every "
        "file is read back before anything is written. Lines at the head and foot of pages, the places of notes, the "
        "words in pictures, numbers that Word counts, hyphens, and boxes to tick are compared by themselves.",
        "If a style sheet adds or hides words, or the reference document does, take that out. Otherwise it is a "
        "mistake of the program: report it with the message.",
        example="The Word file says “keepers agreed”, where the brief says “most keepers agreed”.",
    ),
    "text-leaked": Code(
        "A finished file has a text that must not leave the house: of a block that is “never” for its audience, a "
        "remark for editors, what only drafts have, a comment in a source, words or properties of the reference "
        "document, or a folder of this computer. Everything in the file is looked through: its words, properties, "
        "alternative texts, attachments and names. A sentence that another block may print is no leak.",
        "Take the text out of the template or block that prints it. If none does, it is a mistake of the program: "
        "report it with the message.",
        example="A heading of the ministers' brief repeats a sentence of a block that is “never” for ministers.",
    ),
    "excluded-copied": Code(
        "A brief prints a block in the words of another one that is “never” for its audience.",
        "Find out whether the audience may have it. If it may, take the “never” away; if not, leave the copy out too.",
        example="“fact.costs” is “never” for ministers; “fact.costs2” says the same sentence and is printed for them.",
    ),
    "affiliation-printed": Code(
        "A text shows who spoke, though not by name: by what this person is, or stands for, beside a view or a single "
        "speaker. Affiliations are those of the list of participants that `names` in `report.yaml` points at, and "
        "kinds of bodies such as “agency”. All text counts: captions, keywords, alternative texts and notes too. A "
        "body by itself shows nobody.",
        "Write “one participant”, or leave the speaker out.",
        example="“An agency chief said that the Group had failed” shows more than “One participant said”.",
    ),
    "group-too-small": Code(
        "A chart, a table or a sentence shows one or two participants as a group of their own. Whoever has the list of "
        "participants can then tell who they are.",
        "Count them together with others: give their blocks the same `together`, or let the chart put groups of fewer "
        "than three under “Others”.",
        example="A chart has a bar “Foundations: 1”.",
    ),
    "spelled-twice": Code(
        "A brief spells one word in two ways. Words in quotation marks, and the report's own words, are spelled as in "
        "the report and do not count.",
        "Write it in one way in the whole brief.",
        "warning",
        example="“policymakers” in one paragraph, and “policy makers” in another.",
    ),
    "passage-reworded": Code(
        "A passage of the report does not read as it did when the wording that rests on it was last accepted.",
        "Read the passage and everything that rests on it. If that still holds, run `briefs draw --accept-report` with "
        "the id of the block; otherwise mend its wording first.",
        example="In `report.txt`, “most participants” has become “some participants” inside a passage. The new "
        "fingerprint of the report does not make up for that: the message shows the words, and names the block.",
    ),
    "report-unaccepted": Code(
        "The report is not the one that was last accepted, but all passages have the same words.",
        "Run `briefs draw --again`, so that later changes are measured from this report.",
        "warning",
        "A typing error was mended in the annex, on which no block rests.",
    ),
    "unsigned-change": Code(
        "A cleared edition would print words that nobody has signed since they changed: a form or its passage, a "
        "label, a heading, a caption, or what a template or the house says itself. This is asked for once there is a "
        "`templates/signed.lock`.",
        "Read the words beside their passage, which the message shows. Then run `briefs check --sign` with the id of "
        "the block or the name of the file.",
        example="A summary says that costs fall because ships are smaller; it was signed when it said that ships are "
        "smaller because costs fall. No program can judge that, so a person must have read it.",
    ),
    "lock-damaged": Code(
        "A file in which the program keeps what people have accepted, such as `report.lock`, cannot be used.",
        "Take it from git as it was. After a conflict of two people, keep either side and accept the rest again.",
        example="Somebody has changed a word in `report.lock`, so that it does not have the hash beside it any more.",
    ),
}
