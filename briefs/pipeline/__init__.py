"""The program as its data flow. The only package that knows all the stages; begin with `build.py`.

1. read     the report as received and its hints → Report
2. draw     blocks/<kind>.yaml, anchored in the Report → Library
3. compose  the audience's template → Document
4. fit      the page budget, on the cleared layout; then number → resolve → collect
5. render   one Document → HTML, PDF, DOCX
6. check    blocks, briefs, files; everything wrong is collected
7. write    build/ and its manifest, in one step
"""

from briefs.pipeline.build import build
from briefs.pipeline.built import Built
from briefs.pipeline.examination import prepare
from briefs.pipeline.fits import fits
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.order import Order, Progress, Project

__all__ = [
    "Built",
    "Inputs",
    "Order",
    "Progress",
    "Project",
    "build",
    "fits",
    "prepare",
]
