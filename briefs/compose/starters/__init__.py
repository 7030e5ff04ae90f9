"""What the first template of a report says and asks for, by the language of the report: one YAML file each.

`reader`, `series` and `code` are for its front matter; `sections` are its headings in order, each with its `id`, how
early it loses units (`cut`), and its `calls`, which ask for all blocks of some kinds.
Lists print kinds that may be accepted without what a table needs, such as who gains from a benefit. Tables also have
column headings of their own, in English: files for other languages have none.
"""
