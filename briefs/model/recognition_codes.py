"""The codes of reports in formats other than plain text that cannot be read, or not wholly."""

from __future__ import annotations

from briefs.model.code import Code

RECOGNIZING = {
    "report-encrypted": Code(
        "The file of the report is encrypted and asks for a password.",
        "Open it with its password, and save it without one.",
        example="A PDF from an archive that opens only with a password.",
    ),
    "report-damaged": Code(
        "The file of the report is damaged, not safe to open, or in another format than the ending of its name says.",
        "Ask for the file again. If a program still opens it, save it anew from there.",
        example="A PDF of which only the first half was downloaded.",
    ),
    "report-too-large": Code(
        "The report has more pages, megabytes, or parts within parts than any report has. To read "
        "it would take minutes.",
        "Do what the hint says: divide the file, or take out what is no text, such as pictures.",
        example="A PDF with all resolutions of a century, or a web page that holds its photographs itself.",
    ),
    "report-scanned": Code(
        "The report is a PDF without text: its pages are pictures.",
        "Recognise the text with a program for that, such as OCRmyPDF, and read the result carefully.",
        example="A scanned report that no program has recognised the text of.",
    ),
    "report-pages-unread": Code(
        "Some pages of the report have no text that can be read.",
        "Look at the pages that the message names. If they have text, recognise it with a program for that, such as "
        "OCRmyPDF. If they are photographs or maps, nothing needs to be done.",
        "warning",
        example="A PDF in which a signed letter was scanned, and all other pages have text.",
    ),
    "report-form": Code(
        "The report is a form in the format XFA, whose contents are not on its pages.",
        "Open it in Adobe Reader, and print it into a PDF.",
        example="A PDF that says “Please wait…” in all other programs.",
    ),
    "report-font-unknown": Code(
        "Fonts in the PDF do not say what characters they draw, so the words cannot be read, though they can be seen.",
        "Ask for another file, such as the one that the PDF was made from. Or recognise the text anew with a program "
        "such as OCRmyPDF.",
        "warning",
        example="Words that are letters on the page, and nothing but signs when they are copied.",
    ),
    "report-has-changes": Code(
        "The report has tracked changes. It is read as if all of them were accepted.",
        "Ask for the final report, or accept or reject the changes in Word.",
        "warning",
        example="A draft in Word that an office has edited with “Track Changes”.",
    ),
    "report-left-aside": Code(
        "The file of the report holds something that is not read as its text: hidden words, comments, notes that "
        "nothing calls, charts without words, or other files.",
        "If it belongs to the report, put its words into the text.",
        "warning",
        example="A comment in Word, or a footnote whose number was taken out of the text.",
    ),
}
