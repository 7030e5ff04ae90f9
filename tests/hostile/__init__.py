"""Projects that strangers made, against the program as a whole."""
