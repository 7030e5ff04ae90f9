from __future__ import annotations

import json

from briefs.report.json_tree import report_json
from tests.report.builders import (
    HINTS_OF_ALL_NODES,
    TEXT_OF_ALL_NODES,
    report,
)


def test_the_whole_tree_is_given_as_json_can_hold_it() -> None:
    shown = report_json(report(TEXT_OF_ALL_NODES, HINTS_OF_ALL_NODES))
    assert json.loads(json.dumps(shown)) == shown
    assert shown == {
        "title": "A report",
        "path": "report.txt",
        "sha256": "",
        "line_count": 22,
        "children": [
            {
                "type": "matter",
                "address": "title 1",
                "label": "title 1",
                "lines": [1],
                "role": "title",
                "text": "Title",
            },
            {
                "type": "quotation",
                "address": "quotation 1",
                "label": "quotation 1",
                "lines": [3, 4],
                "text": "Quoted words",
                "role": "epigraph",
                "attribution": "Somebody",
            },
            {
                "type": "section",
                "address": "I",
                "label": "I",
                "lines": [6],
                "text": "I. One",
                "level": 1,
                "children": [
                    {
                        "type": "paragraph",
                        "address": "I ¶ 1",
                        "label": "I ¶1",
                        "lines": [8],
                        "text": "Text.¹",
                        "footnotes": [1],
                    },
                    {
                        "type": "section",
                        "address": "I › Two versus three",
                        "label": "I Two",
                        "lines": [10],
                        "text": "Two *versus* three",
                        "level": 2,
                        "children": [
                            {
                                "type": "list",
                                "address": "I › Two versus three list 1",
                                "label": "I Two list 1",
                                "lines": [],
                                "children": [
                                    {
                                        "type": "item",
                                        "address": "I › Two versus three item 1",
                                        "label": "I Two item 1",
                                        "lines": [12],
                                        "marker": "1.",
                                        "text": "First",
                                        "footnotes": [],
                                        "children": [
                                            {
                                                "type": "paragraph",
                                                "address": "I › Two versus three item 1 ¶ 1",
                                                "label": "I Two item 1 ¶1",
                                                "lines": [14],
                                                "text": "More.",
                                                "footnotes": [],
                                            }
                                        ],
                                    },
                                    {
                                        "type": "item",
                                        "address": "I › Two versus three item 2",
                                        "label": "I Two item 2",
                                        "lines": [16],
                                        "marker": "2.",
                                        "text": "Second",
                                        "footnotes": [],
                                    },
                                ],
                            },
                            {
                                "type": "footnote",
                                "address": "fn 1",
                                "label": "fn 1",
                                "lines": [18],
                                "number": 1,
                                "text": "A note.",
                                "called_from": "I ¶ 1",
                            },
                        ],
                    },
                ],
            },
            {
                "type": "section",
                "address": "Annex",
                "label": "Annex",
                "lines": [20],
                "text": "Annex",
                "level": 1,
                "children": [
                    {
                        "type": "table",
                        "address": "Annex table",
                        "label": "Annex table",
                        "lines": [],
                        "columns": ["name", "place"],
                        "children": [
                            {
                                "type": "row",
                                "address": "Annex row 1",
                                "label": "Annex row 1",
                                "lines": [22],
                                "text": "A\tRome",
                                "cells": ["A", "Rome"],
                            }
                        ],
                    }
                ],
            },
        ],
    }
