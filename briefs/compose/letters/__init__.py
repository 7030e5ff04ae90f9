"""Covering letters: `templates/letters/<audience>.md`, checked as briefs' templates are, and written to recipients."""
