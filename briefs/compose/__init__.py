"""compose: a template and a Library → a Document, unnumbered and uncut.

Jinja runs first. What a call prints is an opaque token that never passes through Markdown; it stands for the typed
content that the block's own template made. The Markdown around the tokens becomes sections.
"""
