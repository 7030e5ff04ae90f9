"""The vocabulary of WordprocessingML (ISO/IEC 29500), for writing and for reading Word files.

Nothing here depends on the look of a brief. `elements` has the pieces of text, `styles` the style sheet, `controls`,
`notes` and `numbering` what their names say, and `package` the file around them.
"""
