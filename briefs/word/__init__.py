"""The vocabulary of WordprocessingML (ISO/IEC 29500): what a writer writes with and a reader reads by.

Nothing here knows how a brief looks. `elements` has the pieces of text, `styles` the style sheet, `controls`, `notes`
and `numbering` what their names say, `package` the file around them.
"""
