"""A distribution that forgets its recipients keeps what recognizes files."""

from __future__ import annotations

import json
from pathlib import Path

from briefs.model.register import register_json
from briefs.outbox.forgetting import files_with_names, without_names
from tests.outbox.builders import copy, recipient, register


def test_nothing_of_a_recipient_is_left_in_the_register() -> None:
    whom = recipient("Ó RÍORDÁIN", office="Quay", title="Harbor Master")
    made = register(copy(1, whom, bounced="550 riordain unknown"))
    left = json.dumps(register_json(without_names(made)), ensure_ascii=False)
    for word in ("RÍORDÁIN", "Quay", "Harbor Master", "example.org,", whom.key, "unknown", "Captain"):
        assert word not in left
    assert f"{1:064}" in left


def test_files_with_names_are_found_whatever_made_them(tmp_path: Path) -> None:
    names = ["outbox/0001.eml", "outbox/0001 (edited).eml", "copies/a.pdf", "copies/a.pdf.part", "register.csv"]
    names.append("outbox/sent/0001.eml")
    (tmp_path / "register (folder).csv").mkdir()
    names += [".layouts/000001.pdf", ".layouts/.000002.pdf.0c1d", "cover-list.html.part", "register.csv.part"]
    others = ["register (edited).csv", "cover-list.html", "edition/a.pdf", "register.json", "SHA256SUMS"]
    for name in (*names, *others):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = {path.relative_to(tmp_path).as_posix() for path in files_with_names(tmp_path, register())}
    assert found == {*names, *others[:2]}
    shared = {path.relative_to(tmp_path).as_posix() for path in files_with_names(tmp_path, register(is_personal=False))}
    assert shared == found - {"copies/a.pdf", "copies/a.pdf.part"}
