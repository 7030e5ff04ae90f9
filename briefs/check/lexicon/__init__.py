"""The words that checks know, by language: one YAML file each, all of the same form (`briefs/model/lexicon.py`)."""
