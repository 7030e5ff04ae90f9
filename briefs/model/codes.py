"""The codes of all mistakes in documents: what each means, and what the author can do about it.

`docs/diagnostics.md` is generated from this table (`make docs`). Codes are stable: people search for them.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefs.model.code import Code
from briefs.model.distribution_codes import DISTRIBUTING
from briefs.model.input_codes import DRAWING, FILES, READING
from briefs.model.last_resort_codes import LAST_RESORT
from briefs.model.output_codes import FONTS, LOGOS, REFERENCES, STYLES, WRITING
from briefs.model.proof_codes import PROOF
from briefs.model.recognition_codes import RECOGNIZING
from briefs.model.sense_codes import SENSE
from briefs.model.wording_codes import WORDING

COMPOSING = {
    "too-much-text": Code(
        "A brief has a word or a text that no page has room for, or far more paragraphs, items and cells than briefs "
        "have. The program does not try to lay it out: that would not come to an end.",
        "Divide the text, or print less. `SECURITY.md` states the limits.",
    ),
    "version-status": Code(
        "A cleared edition would have the version of a draft: one below 1, or with anything but digits and dots, as in "
        "1.0-rc2.",
        "Give cleared editions a version of their own in `house.yaml`, as in `version: {draft: 0.3, cleared: "
        "1.0}`, or with `--version`.",
    ),
    "clearance-missing": Code(
        "A cleared edition is to be built, and an office of the house has not cleared it, has refused it, or has said "
        "something that nobody can be sure of.",
        "Once the office has decided, read the file that it returned with `briefs review`, or write its decision into "
        "`clearances.yaml` beside the templates. Or take `clearance: required` out of `house.yaml`, if the house keeps "
        "no records of this.",
        example="`house.yaml` lists Policy and Legal, and `clearances.yaml` has a decision of Policy only.",
    ),
    "clearance-outdated": Code(
        "A cleared edition is to be built, and something in it has changed since an office cleared it, which that "
        "office did not ask for in its file. What was cleared is what is sent.",
        "Send the office the new draft, best with a redline, and read its answer with `briefs review`. Or take back "
        "what has changed. If the office has cleared the new words in another way, write that into `clearances.yaml`.",
        example="Legal returns version 0.3 as cleared, and then an editor rewords a block that it prints.",
    ),
    "edition-expired": Code(
        "A cleared edition is dated, or is to be distributed or sent, after the last day on which it is valid.",
        "Look whether it still holds. If it does, write a later day as `valid_until` into `house.yaml`, and give out a "
        "new version.",
        example="`valid_until: 2026-12-31`, and `briefs send` is called on 4 January 2027.",
    ),
    "front-matter": Code(
        "The front matter of a template is missing or wrong.",
        "Compare it with the front matter of another template, and correct the line that the message names.",
    ),
    "template-syntax": Code(
        "A template cannot be read: a bracket, a quotation mark or an end is missing, or an attribute is unknown.",
        'Compare the line with a call that works. Every call looks like `{{ statements("es.02") }}`.',
    ),
    "template-name": Code(
        "A template or block template uses a name that does not exist, or that it may not use.",
        "Correct the name, or choose one of those that the hint names.",
    ),
    "option-value": Code(
        "A call gives an option a value that it cannot have.",
        "Write a value of the kind that the message names, or leave the option out.",
    ),
    "template-filter": Code(
        "A block template uses a filter that does not exist.",
        "Correct the name of the filter, or print the value without it.",
    ),
    "template-limit": Code(
        "A template is too long, or what it computes takes too long or becomes too long. The limits are in "
        "`SECURITY.md`, far above what briefs need.",
        "Look for a loop that runs too often, a text that is repeated too often, or an end that is missing.",
    ),
    "block-unknown": Code(
        "A template asks for a block that does not exist.",
        "Correct the id, or write the block. `briefs blocks` lists all ids.",
    ),
    "block-kind": Code(
        "A template prints a block with a call for other kinds of block.",
        "Use one of the calls that the hint names, or another block.",
    ),
    "block-excluded": Code(
        "A template asks for a block that is `never` for its audience.",
        "Remove the block from the template, or change its `audiences` if this audience may read it after all.",
    ),
    "block-in-sentence": Code(
        "A call that prints whole paragraphs, lists or tables stands inside a sentence.",
        'Put the call on a line of its own, or print words of the block with `{{ block("…").short }}`.',
    ),
    "block-repeated": Code(
        "A call names a block twice, and would print it twice.",
        "Name it once. If it must be said twice, name it in `repeats` in the front matter.",
    ),
    "block-lost": Code(
        "A block template does not print a block that it is given.",
        "Use another call, or change the block template so that it prints every block.",
    ),
    "form-missing": Code(
        "A block does not have the form or field that a template asks for.",
        "Write it in the block's file, or print the block with another call.",
    ),
    "audience-unknown": Code(
        "A name is not the name of an audience.",
        "Correct the spelling. The audiences are those of the templates.",
    ),
    "audience-unmentioned": Code(
        "No block says how much an audience needs it. All of them are `could`, and little but their order decides "
        "what is left out to keep to the page budget.",
        "Say in the blocks that matter most what they are for it, in `audiences`: must, should, could or never.",
        "warning",
    ),
    "raw-html": Code(
        "A template contains HTML.",
        "Write it in Markdown. How blocks look is decided in `templates/blocks/`.",
    ),
    "untraced-prose": Code(
        "A template says something that does not come from the report.",
        "Make it a block of kind `statement` with its anchors, or shorten it to a few connecting words.",
    ),
    "not-representable": Code(
        "A template or block template uses an element that a brief cannot hold.",
        "Write it as a paragraph, a list, a table or a heading.",
    ),
}

BUDGETS = {
    "over-budget": Code(
        "A brief is longer than its page budget, even without everything that may be left out.",
        "Shorten the blocks that the hint names, give some of them less weight, or raise `pages`.",
    ),
    "first-page": Code(
        "A section that must be on page 1 is not there, or does not exist.",
        "Shorten what comes before its end, or take its name out of `first_page`.",
    ),
    "over-words": Code(
        "A brief has more words than its word budget, even without everything that may be left out.",
        "Shorten the blocks that the hint names, give some of them less weight, or raise `words`.",
    ),
}

CHECKING = {
    **WORDING,
    **SENSE,
    **PROOF,
    "glyph-missing": Code(
        "None of the briefs' fonts has a character, or the character cannot be printed at all.",
        "Use another character, or add a font that has it to `templates/layout/fonts`.",
    ),
    "brief-right-to-left": Code(
        "A brief is made of words that are written from right to left, such as Arabic or Hebrew ones. Its pages are "
        "from left to right, so lines would begin and end on the wrong side.",
        "Write the brief in letters that are read from left to right. Single words that run the other way are fine.",
    ),
    "figure-right-to-left": Code(
        "A picture would have to show words that are written from right to left, such as Arabic or Hebrew ones. It "
        "cannot do that yet: their letters would be neither joined nor in order.",
        "Print the blocks as a table or a list, which can, or write the words of the picture in other letters.",
    ),
    "figure-too-high": Code(
        "A picture is higher than a page, so that its foot would be cut off.",
        "Show fewer things in it, or split it into two pictures. The hint names the property in `print.css` that "
        "makes such a picture lower.",
    ),
    "off-page": Code(
        "A word, address or picture of a brief would not lie within the text area of its page.",
        "Shorten it, or print its block where there is more room, such as outside a table.",
    ),
    "words-lost": Code(
        "A PDF does not have every word of its brief.",
        "If `print.css` hides something, take that out. Otherwise print the block in another way, and report this.",
    ),
    "must-missing": Code(
        "A block that is `must` for an audience is not in its brief. Its other products need not have it.",
        "Print the block in the template, or change its `audiences`.",
    ),
    "pair-broken": Code(
        "A brief has one block of a pair without the other, or one side of a contradiction without the other.",
        "Print both or neither; one block may be a note. The pair is declared in the block's `with`.",
    ),
    "sentence-too-long": Code(
        "A brief has a sentence of more than 30 words, not counting quotations. In a draft, this is a warning if the "
        "sentence is the report's own.",
        "Write a short form for the block, or divide the sentence.",
    ),
    "acronym-unexpanded": Code(
        "A brief has an acronym that it never expands, or that a heading or caption has before it is expanded.",
        "Write it out where it first occurs, or print the block that does. An acronym that everybody knows goes into "
        "`common_acronyms` in `report.yaml`.",
    ),
    "short-name-first": Code(
        "A brief uses the short name of a body before it has given the full one.",
        "Print the full name where the body is first named. The short names of an acronym are in its `short_names`.",
        "warning",
    ),
    "date-passed": Code(
        "A brief speaks of a date before its own as still to come, as in “is to meet in 2010”. A draft also "
        "says so to the clearing officer, except of titles, headings and captions.",
        "Write it as what was planned, such as “was to be held”. Words in quotation marks keep their tense.",
        "warning",
    ),
    "caption-count": Code(
        "A caption, heading or introduction counts what stands below it, and counts wrong. Something may have been "
        "left out to keep to the page budget. Only what a list is likely to be of is counted, such as questions, "
        "proposals or terms, and blocks by their kind.",
        "Leave the number out, or correct it and make sure that nothing below is left out.",
    ),
    "said-twice": Code(
        "A brief says the same thing in two places outside tables and pictures.",
        "Print only one of them. If it must be said twice, such as first in a summary, name the block in `repeats` in "
        "the front matter.",
        "warning",
    ),
    "heading-leans": Code(
        "A heading has a word such as “they” or “this” that stands for something named before it, and means nothing "
        "to a reader who begins there.",
        "Name in the heading what the word stands for.",
        "warning",
    ),
    "title-long": Code(
        "The title of a brief has more than 14 words.",
        "Shorten it, so that it states the finding at a glance.",
    ),
    "contents-missing": Code(
        "A brief prints no block of a kind that its front matter says it contains.",
        "Print one, or give more weight to one that was left out: the hint names them. Or take the kind out of "
        "`contains`.",
    ),
    "section-empty": Code(
        "A brief prints no blocks, or there is nothing under one of its headings.",
        "Print something there, or take the heading out. `briefs fit` shows what was left out and why.",
    ),
}

STAGES: Mapping[str, Mapping[str, Code]] = {
    "Reading the report": {**READING, **RECOGNIZING},
    "Files that you write": FILES,
    "Drawing blocks": DRAWING,
    "Composing briefs": COMPOSING,
    "Fitting briefs to their budgets": BUDGETS,
    "Checking wording and briefs": CHECKING,
    "Style sheets": STYLES,
    "Fonts": FONTS,
    "Logos": LOGOS,
    "Reference documents for Word": REFERENCES,
    "Writing the build": WRITING,
    "Distributing briefs": DISTRIBUTING,
    "When a command is ended": LAST_RESORT,
}
"""The codes by the stage that finds what they stand for, in the order of the stages."""

CODES: Mapping[str, Code] = {code: what for codes in STAGES.values() for code, what in codes.items()}
"""Every code that a diagnostic can have."""
