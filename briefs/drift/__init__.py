"""Drift: what a report says now, against what it said when the wording that rests on it was last accepted."""
