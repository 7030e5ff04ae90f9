"""What both kinds of template have in common: the language that they are written in, Jinja."""
