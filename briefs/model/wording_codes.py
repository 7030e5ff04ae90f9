"""The codes of wording written by hand that says something else than the report, or more."""

from __future__ import annotations

from briefs.model.code import Code

WORDING = {
    "short-too-long": Code(
        "Edited wording has more than 25 words.",
        "Shorten it, or split it into two blocks.",
    ),
    "number-untraced": Code(
        "Edited wording has a number that is not in its passage. “Half a million” is 500,000, “both” are two, and "
        "“a decade” is ten years, and “more than” is not “fewer than”; ordinals in words, and a unit that only one of "
        "the two has, are not compared.",
        "Correct the number, or add an anchor for the passage that gives it.",
    ),
    "name-untraced": Code(
        "Edited wording has a name that is not in its passage.",
        "Use the report's name, or add an anchor for the passage that has this one. A name that house style uses in "
        "place of the report's goes into `aliases` in `report.yaml`.",
    ),
    "word-untraced": Code(
        "Edited wording has content words that are not in its passage, in any form, and for which nothing in it may "
        "stand.",
        "Use the report's own word, or add an anchor for the passage that says it. If the word only stands for one of "
        "the report, declare it once under `wording` in `report.yaml`; if the block has to say more than its passage, "
        "quote the words in its `says_more` with the reason, which drafts print for the clearing officer.",
        example="A passage says “the board should publish the tides”. Wording that says “publish the tides and wind "
        "speeds” is an error.",
    ),
    "word-doubtful": Code(
        "Edited wording has a word that its passage does not have. It may only be another word for one of the passage, "
        "or it may say more.",
        "Compare the two. If the word is right, declare it under `wording` in `report.yaml`, or quote it in the "
        "block's `says_more` with the reason.",
        "warning",
        example="A passage speaks of a “timetable”, and wording of a “clear timetable”.",
    ),
    "says-more-unclear": Code(
        "A block has a reason in `says_more`, but does not quote the words that it is to allow.",
        'Quote them: `says_more: "“no data”: the report has no figures."` allows “no data”, and nothing else.',
        example="`says_more: see the annex` names no words.",
    ),
    "declaration-unneeded": Code(
        "`says_more` of a block, or `wording` in `report.yaml`, allows words that no wording needs to have allowed.",
        "Take them out: what is not needed would let something else pass later.",
        "warning",
        example="Wording said “reckon” for the report's “calculate”, as `wording` allows. It has since been changed.",
    ),
    "quote-not-verbatim": Code(
        "Words in quotation marks are not in the passage, character by character. What does not count is how quotation "
        "marks, apostrophes, hyphens, spaces and composed letters are written, whether a mark within the quotation is "
        "single or double, and a comma, full stop, colon or semicolon at its end. Capitals count, but for the first "
        "letter at the beginning of a sentence or in brackets. A cut is marked with […], the dots in brackets; dots "
        "alone are words that the report does not have. The wording is that of the body: a pull-quote is none unless "
        "it is anchored.",
        "Copy the words from the report, or take the quotation marks away.",
        example="“a profound need” where the passage says “the profound need”; “useless” where it has no such word; "
        "“we … are nowhere” in place of “we […] are nowhere”.",
    ),
    "quote-unpaired": Code(
        "A quotation mark has no partner, so nobody can tell where the quotation begins or ends.",
        "Write the mark that is missing, or take this one out.",
        example="Participants called it “loaded, and asked for another term.",
    ),
    "own-word-untraced": Code(
        "A heading, title, caption or label has a word that stands nowhere in the brief, or in the passages of its "
        "block. It may say something that no block says.",
        "Use words of what is printed there. If the word is right, quote it in `says_more`, in the front matter of the "
        "template, with the reason.",
        "warning",
        example="“What the hostility is about” over blocks that speak of fear.",
    ),
    "quote-turned": Code(
        "A quotation leaves out a “not”, or a condition, that its words have in the report: just before it, just "
        "behind it, or in what was cut.",
        "Quote these words too, or say so in your own words next to the quotation.",
        example="They saw “a process that works” where the report has “not a process that works”.",
    ),
    "quote-misattributed": Code(
        "A quotation is given to somebody who does not say it in the passage, or to several where one says it; or a "
        "block of kind `quote` has words that the report does not set in quotation marks, or another attribution than "
        "the report.",
        "Name those who say so in the report, or nobody. Words of the report itself are no quotation of a participant: "
        "make them a block of another kind.",
        example="“Several participants called it a ‘talk-shop’” where the passage says “one participant”.",
    ),
    "strength-upgraded": Code(
        "Edited wording claims more than the report does: its word for how many stands higher on the scale (one, some, "
        "several, many, most, the vast majority, all) than in the sentence that it comes from, or it is one of the "
        "report's `guarded` words.",
        "Use the report's own word for how many or how much, such as “most”, or add an anchor for the passage that has "
        "this one.",
        example="“Most participants felt …” where the report says “Several participants felt …”.",
    ),
    "certainty-raised": Code(
        "Edited wording is firmer than the report: it has “will” for “could”, “must” for “should”, or says plainly "
        "what the report says with “may” or “would”. A modal verb is compared with the one that the same verb has in "
        "the passage.",
        "Keep the report's own modal verb.",
        example="“A secretariat will help” where the report says “a secretariat would help”.",
    ),
    "hedge-dropped": Code(
        "Edited wording leaves out what softens a statement of the report, such as “likely”, “in an ideal sense” or "
        "“some”, although it says what stands with it.",
        "Keep the word, or put another in its place that softens as much.",
        example="“It would help” where the report says “it would likely help”.",
    ),
    "attribution-dropped": Code(
        "Edited wording asserts what the report says that somebody said: “it was suggested”, “one participant felt” or "
        "“some thought” is left out.",
        "Say who said it, as the report does. A `lead` may say it too.",
        example="“States have no policy” where the report says “it was suggested that States have no policy”.",
    ),
    "act-raised": Code(
        "Edited wording makes more of what was said than the report: asked and noted stand below suggested and felt, "
        "these below recommended, urged, and at last agreed, decided and rejected.",
        "Use the report's own verb.",
        example="“Participants agreed that …” where the report says “it was noted that …”.",
    ),
    "relative-date": Code(
        "A brief would print a date that a later reader cannot resolve, such as “next year”.",
        "Write the year. If the report only implies it, put it in square brackets.",
    ),
    "name-printed": Code(
        "A brief would print a name or phrase that shows who spoke.",
        "Write it without the name. `names` and `never_print` in `report.yaml` say what no brief may print.",
    ),
    "absence-contradicted": Code(
        "A block says that the report does not have something, and the report has it.",
        "Look at the place. Correct the wording; or narrow the search with `with` and `in`; or, if the report says "
        "something else there, add its words to `except`.",
        example="The brief says “No minister is listed as a participant”, and the list has a “Minister of Labour”.",
    ),
    "absence-unsaid": Code(
        "A block searches the report for something else than its wording says is absent, or its wording affirms what a "
        "search shows to be absent.",
        "Let the search be for what the wording says, or say in `says` which words of the wording it shows.",
        example="The brief says “The report contains no figures”, and the search was only for figures on costs.",
    ),
}
