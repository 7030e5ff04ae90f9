"""Word comes back: what reviewers changed in returned files, as proposals for each wording of a brief."""
