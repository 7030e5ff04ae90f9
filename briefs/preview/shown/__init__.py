"""What the page shows, as values; `json_of` gives each as the JSON that the modules in `page/` read.

Briefs have ids, `report/audience/product`, which the page hands back as it got them. Units have their tags (`u3`), the
ids of their elements in the HTML of the brief. Passages are positions in the clean text of a node of the report
(see `briefs.model.typesetting.clean`), counted in characters.
"""
