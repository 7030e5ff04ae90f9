"""The program as its data flow. The only package that knows all the stages; see README, "How it works".

1. read     the report as received and its hints → Report
2. draw     blocks/<kind>.yaml, anchored in the Report → Library
3. compose  the audience's template → Document
4. fit      the page budget, on the cleared layout; then number → resolve → collect
5. render   one Document → HTML, PDF, DOCX
6. check    blocks, briefs, files; everything wrong is collected
7. write    build/ and its manifest, in one step
"""

from briefs.pipeline.build import Built, build, build_all
from briefs.pipeline.fit_brief import Order, composed_brief, edition, finished, fit_brief, try_fit
from briefs.pipeline.inputs import Inputs, Project, read_all, read_inputs
from briefs.pipeline.last_build import files, input_hashes, remember, versions, write
from briefs.pipeline.renditions import read_layout, render
from briefs.pipeline.several_reports import named, raise_errors

__all__ = [
    "Built",
    "Inputs",
    "Order",
    "Project",
    "build",
    "build_all",
    "composed_brief",
    "edition",
    "files",
    "finished",
    "fit_brief",
    "input_hashes",
    "named",
    "raise_errors",
    "read_all",
    "read_inputs",
    "read_layout",
    "remember",
    "render",
    "try_fit",
    "versions",
    "write",
]
