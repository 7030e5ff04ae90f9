"""The codes of wording written by hand that turns the sense of the report round."""

from __future__ import annotations

from briefs.model.code import Code

SENSE = {
    "date-untraced": Code(
        "A date is not in the passage as a date, with its day, month and year; or no passage of the block has a year "
        "that stands in square brackets; or the `sort` of a date is not its `when`.",
        "Correct the date, or add an anchor for the passage that has it, or from which it is inferred.",
        example="“8 November” over “27 November and 8 December”.",
    ),
    "number-exchanged": Code(
        "Edited wording gives a number of its passage to something else, or gives the counts of participant groups in "
        "another order than the block's `counts`.",
        "Give each number to what the report counts.",
        example="“Five agencies and three States” over “three agencies and five States”.",
    ),
    "negation-lost": Code(
        "Edited wording affirms what its passage denies: a “not”, “no”, “without” or “non-” was lost.",
        "Compare the two. Keep the negation, or add an anchor for the passage that says it without one.",
        example="“Ministers share a timetable” over “Ministers do not share a timetable”.",
    ),
    "negation-added": Code(
        "Edited wording denies what its passage affirms. What a brief says of the report itself, such as “no verdict "
        "is recorded”, is only a doubt.",
        "Take the negation out, or add an anchor for the passage that has it.",
        example="“States have failed to build capacity” over “States have built capacity”.",
    ),
    "sense-turned": Code(
        "Edited wording has a word for which its passage has the opposite, turns a comparison round, or exchanges its "
        "two sides.",
        "Use the report's own word, or add an anchor for the passage that has this one.",
        example="“A proposal to weaken the Forum” over “a proposal to strengthen the Forum”, or “A rather than B” over "
        "“B rather than A”.",
    ),
    "actor-changed": Code(
        "Edited wording names a body, a person, a group or a place where its passage names another one.",
        "Name the one that the passage has there. If the two are the same, say so: in `wording` in `report.yaml`, as "
        "in `wording: {countries: [States]}`, or in `aliases` for names.",
        example="“Ministers felt that a forum should be established” over “Participants felt that a forum for "
        "ministers should be established”.",
    ),
    "words-exchanged": Code(
        "Edited wording has a word in a place where its passage has another; the passage uses it elsewhere, of "
        "something else.",
        "Use the word that the passage has there. If one may stand for the other, say so in `wording` in "
        "`report.yaml`.",
        example="“The report has five principles” over “The report has six principles and five pillars”.",
    ),
    "condition-dropped": Code(
        "Edited wording says without reserve what its passage says on a condition, such as “if”, “unless” or “as "
        "appropriate”, or gives the condition as a cause.",
        "Say on what it depends. If that need not be said, keep the wording, and give the reason in `says_more`.",
        "warning",
        example="“The Forum must consider more issues” over “The Forum must consider more issues if it is to provide "
        "guidance”.",
    ),
    "sense-doubtful": Code(
        "Edited wording may say something else than its passage: a negation, an opposite or another name stands near "
        "the same words, “only” or “very” is added, one of two like words is left out (“developing countries” for "
        "“developing and developed countries”), a contradiction’s wording speaks of one side only, or one "
        "participant’s view is given to participants; but the program cannot be sure.",
        "Compare the two. If the wording is right, keep it, and give the reason in `says_more`, which drafts print for "
        "the clearing officer.",
        "warning",
        example="“Ferries are rarely late” over “Ferries are late in winter”.",
    ),
}
