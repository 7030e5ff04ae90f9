"""The names of the files that this folder reads, by which others leave them alone: no brief is made from them."""

from __future__ import annotations

import re
from pathlib import PurePath

from briefs.model.distribution_names import FILE_NAME

_LIST = re.compile(r"recipients(?:[-_. ].*)?\.(?:csv|tsv|txt|xlsx?|xlsm|ods|ya?ml)", re.IGNORECASE)


def is_for_distribution(path: PurePath) -> bool:
    """Whether a file has the name of the settings for distribution or of a list of recipients.

    A list may have more words in its name, as in `recipients-2026.csv`.
    """
    return path.name == FILE_NAME or _LIST.fullmatch(path.name) is not None
