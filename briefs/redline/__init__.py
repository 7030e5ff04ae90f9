"""Redlines: a new edition with everything marked that is different from an old one."""
