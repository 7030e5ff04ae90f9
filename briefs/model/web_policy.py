"""What pages that the program writes may do in a browser: show themselves, and nothing else.

Each says so itself, since it may be opened from a mail or a folder, where no server says it for it.
"""

from __future__ import annotations

POLICY = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
    "img-src data:; font-src data:; base-uri 'none'; form-action 'none'\">\n"
    '<meta name="referrer" content="no-referrer">'
)
"""Elements for the head of a page (Content Security Policy 3, 3.3; Referrer Policy, 4.1): it loads nothing from
anywhere, runs nothing, sends nothing, and tells no link from where it was followed. Its own style and the pictures and
fonts in it are shown."""
