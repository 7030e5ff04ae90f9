"""Reference documents: the source of the look of Word files.

`reference_files` finds those of templates, `reference_check` finds their mistakes, `reference_document` reads one,
`look` adapts it to a brief, and `starter_document` writes the starter, which is the built-in look.
"""
