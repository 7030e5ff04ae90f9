"""What both kinds of template have in common: their language, Jinja."""
