"""compose: a template and a Library → a Document, unnumbered and uncut.

Jinja runs first. A call prints an opaque token, which stands for the typed content that the block's own template made.
So this content never passes through Markdown. The Markdown around the tokens becomes sections.
"""
