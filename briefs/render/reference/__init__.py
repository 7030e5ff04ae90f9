"""Reference documents: where the looks of Word files come from.

`reference_files` finds those of templates, `reference_check` says what is wrong with one, `reference_document` reads
one, `look` adapts it to a brief, and `starter_document` writes the starter.
"""
