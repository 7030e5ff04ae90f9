"""check: whether edited wording and finished briefs keep to the report and to the rules.

Each check is a module with a function, and a row of the table in `briefs.check.table`, which also has the runners.
Checks yield diagnostics and never raise because of what a document says.
"""
