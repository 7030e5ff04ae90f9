"""How strong words are: how many, how firmly, and what kind of act, in edited wording and in its passage."""
