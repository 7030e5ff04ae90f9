"""The program as its data flow. The only package that knows all the stages; begin with `build.py`.

1. read     the report as received and its hints → Report
2. draw     blocks/<kind>.yaml, anchored in the Report → Library
3. compose  the audience's template → Document
4. fit      the page budget, on the cleared layout; then number → resolve → collect
5. render   one Document → HTML, PDF, DOCX
6. check    blocks, briefs, files; everything wrong is collected
7. write    build/ and its manifest, in one step
"""

from briefs.pipeline.build import Built, build
from briefs.pipeline.checks import check_inputs
from briefs.pipeline.inputs import Inputs, read_inputs
from briefs.pipeline.order import Order, Progress, Project, UnknownAudience
from briefs.pipeline.several_reports import Findings

__all__ = [
    "Built",
    "Findings",
    "Inputs",
    "Order",
    "Progress",
    "Project",
    "UnknownAudience",
    "build",
    "check_inputs",
    "read_inputs",
]
