"""Accepts or rejects all tracked changes in LibreOffice; run by the Python that has its bridge, python3-uno.

python3 office_resolution.py PIPE SOURCE Accept|Reject RESULT …
"""

from __future__ import annotations

import os
import sys
import time
from typing import Any

import uno  # type: ignore[import-not-found] # of the system
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]


def main(pipe: str, *jobs: str) -> None:
    context = connected(pipe)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    helper = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    for source, verb, result in zip(jobs[::3], jobs[1::3], jobs[2::3], strict=True):
        document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, (value("Hidden", True),))
        helper.executeDispatch(document.CurrentController.Frame, f".uno:{verb}AllTrackedChanges", "", 0, ())
        document.storeToURL(uno.systemPathToFileUrl(result), (value("FilterName", "MS Word 2007 XML"),))
    os._exit(0)  # at once: the bridge may crash as it is taken down


def connected(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # it is not ready yet
            time.sleep(0.5)
    sys.exit("LibreOffice does not answer")


def value(name: str, content: object) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, content
    return made


if __name__ == "__main__":
    main(*sys.argv[1:])
