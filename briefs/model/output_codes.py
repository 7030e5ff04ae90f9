"""The codes of mistakes in how briefs look and are written: style sheets, reference documents and the build."""

from __future__ import annotations

from briefs.model.code import Code

STYLES = {
    "style-sheet": Code(
        "`print.css` has a rule, a property or a value that cannot be applied. Pages would be printed without it.",
        "Correct the line: the hint names the property that you may have meant, or says how such a value is written.",
    ),
    "style-address": Code(
        "A style sheet uses a file or an address, as with `url(…)` or `@import`. Files that are mailed must not fetch "
        "anything: whoever opened one would be known to somebody else.",
        "Put a picture into the style sheet as a `data:` address, and a font into `templates/layout/fonts`. Copy what "
        "`@import` would fetch.",
    ),
    "style-limit": Code(
        "A style sheet holds more than briefs need and the program applies: a number, a name, a selector or the file "
        "itself is too large, or something is nested too deeply.",
        "Correct the line. `SECURITY.md` states the limits of files.",
    ),
    "layout-stopped": Code(
        "A brief cannot be laid out: it would have far more pages than briefs have, a page would take too long, or "
        "the engine that lays out stops at a value that it does not understand.",
        "Most often, a value in `print.css` asks for more than a page has room for: take back your last change there. "
        "If you have made none, the brief prints too much, or a word without end.",
    ),
    "style-property": Code(
        "`print.css` has a property of figures that does not exist, or a value that it cannot have.",
        "Correct it: the hint names the property that you may have meant, or says which values it can have.",
    ),
}

LOGOS = {
    "logo-unusable": Code(
        "The logo in `house.yaml` cannot be printed: it is not there, is no SVG or PNG file, is damaged or "
        "too large, shows nothing, or holds what a brief must not, such as scripts, effects, text in fonts or links to "
        "other files.",
        "The hint says how to save it. Its file lies in the project, best in `templates/layout`.",
    ),
    "logo-coarse": Code(
        "The logo is a PNG of fewer than 300 pixels to the inch at its height.",
        "Use an SVG file, or a PNG with the rows of pixels that the hint asks for.",
        "warning",
    ),
}

FONTS = {
    "font-missing": Code(
        "The folder `templates/layout/fonts` has no font, none of a family that its `fonts.conf` names, or not the "
        "bold or italic type of the first of them.",
        "Put the fonts there again, from the package of their maker or from your last copy of the project.",
    ),
    "font-damaged": Code(
        "A file in `templates/layout/fonts` cannot be read as a font, or a part of it is missing or changed.",
        "Replace it with a whole copy, or take it out of the folder if no brief needs it.",
    ),
    "font-configuration": Code(
        "`fonts.conf` says more than which families text is set in: it names other files or folders, or is damaged.",
        "Take the file from the program's own `templates/layout/fonts`, and change only the names of families.",
    ),
    "font-embedding": Code(
        "The maker of a font does not allow a part of it to be put into files that others change, so Word and HTML "
        "files do not carry it.",
        "Use a font that may be embedded, or write `embed_fonts: false` into `house.yaml`: then all readers see the "
        "fonts that they have.",
        "warning",
    ),
}

REFERENCES = {
    "reference-unreadable": Code(
        "A reference document is not a Word document that can be read, or is damaged.",
        "Open it in Word and save it again as .docx, or write a new one with `briefs reference --new FILE`.",
    ),
    "reference-direct-formatting": Code(
        "Text of a reference document is formatted by hand, and its style is not.",
        "Change the style: select the text, then choose “Update to Match Selection” for that style in Word.",
        "warning",
    ),
    "reference-font": Code(
        "A style of a reference document uses a font that the PDF cannot match in width, so that lines break "
        "differently.",
        "Choose the font that the hint names, or add the other one to `templates/layout/fonts`.",
        "warning",
    ),
    "reference-style": Code(
        "A style of a reference document does to its text what no text of a brief can have: it hides it, puts it in a "
        "frame, begins a new page, or makes all text look like an exception. Briefs leave this out.",
        "Nothing needs to be done. If the style is a mistake, change it in Word: select it in the gallery of styles, "
        "then choose “Modify”.",
        "warning",
    ),
    "reference-numbering": Code(
        "A style of a reference document numbers headings or other text. Briefs leave these numbers out, since their "
        "paragraphs have numbers of their own.",
        "Nothing needs to be done. To be rid of the warning, take the numbering off the style in Word.",
        "warning",
    ),
    "word-pages": Code(
        "In Word, a brief has more pages than it may have, although the program has made the styles of its reference "
        "document as compact as the PDF. The number is an estimate.",
        "The hint says what takes the room: the page, or the font. Change that in the reference document, or allow "
        "more `pages`.",
        "warning",
    ),
    "reference-page": Code(
        "A page of the reference document has more or less room for text than a page of the PDF, or several columns.",
        "Change its margins by the millimetres in the hint, or choose one column, or A4 or Letter.",
        "warning",
    ),
    "reference-picture": Code(
        "A header or footer of a reference document has a picture that the PDF does not have.",
        "Take it out, and name it as `logo` in `house.yaml`: then all formats have it, at the same place.",
        "warning",
    ),
    "reference-section": Code(
        "The page set-up of a reference document lacks the size of the page or its margins, or has what briefs do not "
        "have, such as numbers of lines or a grid.",
        "Set it in Word, under Layout. Until then, a brief has the size and margins of the PDF, and nothing of the "
        "rest.",
        "warning",
    ),
    "reference-leftover": Code(
        "A header or footer of a reference document has words or fields left to be filled in, such as "
        "“[Short title]”, a date that Word changes, or a field for a property that briefs do not have.",
        "Take them out in Word, or type what is to stand there. A brief does not print them.",
        "warning",
    ),
    "reference-words": Code(
        "A header or footer of a reference document has words of its own, which no other format has. A brief does not "
        "print them.",
        "Say in `templates/house.yaml` what all formats are to print. If Word files are to print these words, as those "
        "of a letterhead, write `letterhead: true` there.",
        "warning",
    ),
    "reference-art": Code(
        "A header or footer of a reference document has a picture or shape that covers the text, a watermark, a "
        "picture that is not in the file, or an object of another program. A brief does not have it.",
        "Take it out in Word, or make it a picture in the file that stays in the margin.",
        "warning",
    ),
    "reference-foreign": Code(
        "A reference document has what no brief takes from a file of others: macros, objects of other programs, fields "
        "that load or run something, links to other files, or parts and elements that briefs do not know.",
        "Nothing needs to be done: briefs do not have it. If you did not expect it, ask where the file comes from "
        "before you open it in Word.",
        "warning",
    ),
    "reference-page-number": Code(
        "A footer of a reference document does not have the fields for page numbers, and a brief does not add them: it "
        "does so only where it adds a line of its own.",
        "Insert “Page X of Y” from Word's gallery of page numbers; numbers that are typed do not count.",
        "warning",
    ),
}

WRITING = {
    "output-edited": Code(
        "A file that a build would have replaced or removed was changed by hand since it was built.",
        "Nothing is lost: the file has the new name that the message gives. Make the change in the blocks or templates "
        "if later builds should have it, and remove the file when you no longer need it.",
        "warning",
    ),
    "stale": Code(
        "A file in `build/` is out of date: what it was made from has changed since, the same brief was built again in "
        "another format, or nothing makes it any more. Beside newer files, it may say something else than they do.",
        "Build it again, or remove it with `briefs build --prune`, which leaves files that were changed by hand.",
        "warning",
    ),
    "old-build-left": Code(
        "The new build is complete, but the folder of the last one cannot be removed.",
        "Remove the folder that the message names. If something in it belongs to another user, ask that user or an "
        "administrator.",
        "warning",
    ),
}
