"""The same person, address or copy twice for one brief is told; two people of one name are two people."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.recipients.lists import read, said

HEAD = "name,salutation,audience,email,office,country,copy,clearance\n"


def rows(folder: Path, *lines: str) -> list[str]:
    return said(read(folder, HEAD + "".join(f"{line}\n" for line in lines)))


@pytest.mark.parametrize(
    "second",
    [
        "Olga Öst,Dear,captains,a@example.org,Sea,Åland,,",
        "OLGA  ÖST,Dear,Captains,A@EXAMPLE.ORG,Sea,Åland,,",
        "Olga Öst,Dear,captains,a@example.org,Trade,,,",
        "Olga Öst,Dear,captains,,Sea,Åland,,",
    ],
)
def test_the_same_person_is_told_whatever_else_differs(second: str, tmp_path: Path) -> None:
    assert rows(tmp_path, "Olga Öst,Dear,captains,a@example.org,Sea,Åland,,", second) == [
        "3: this person is in row 2 already, for the same brief (captains) [recipient-twice]"
    ]


@pytest.mark.parametrize(
    "second",
    [
        "Olga Öst,Dear,clerks,a@example.org,Sea,Åland,,",
        "Olga Öst,Dear,captains,b@example.org,Sea,Åland,,",
        "Olga Öst,Dear,captains,,Trade,Åland,,",
        "Olga Öst,Dear,captains,,Sea,Norway,,",
        "Olga Öst,Dear,captains,a@example.org,Sea,Åland,,yes",
    ],
)
def test_two_people_of_one_name_or_two_briefs_for_one_person_are_fine(second: str, tmp_path: Path) -> None:
    assert rows(tmp_path, "Olga Öst,Dear,captains,a@example.org,Sea,Åland,,", second) == []


def test_people_without_addresses_are_told_apart_by_their_offices(tmp_path: Path) -> None:
    found = rows(tmp_path, "A,Dear,captains,,Sea,,,", "A,Dear,captains,,Trade,,,", "A,Dear,captains,,Sea,,,")
    assert found == ["4: this person is in row 2 already, for the same brief (captains) [recipient-twice]"]


def test_a_shared_address_is_a_warning(tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}A,Dear,captains,a@example.org,,,,\nB,Dear,captains,A@example.org,,,,\n")
    assert said(found) == ["3: the recipient in row 2 has the same address [address-shared]"]
    assert not found.has_errors
    assert len(found.value) == 2


def test_a_copy_is_given_once_for_each_brief(tmp_path: Path) -> None:
    found = rows(
        tmp_path, "A,Dear,captains,,,,7,", "B,Dear,clerks,,,,7,", "C,Dear,captains,,,,7.0,", "D,Dear,captains,,,,7,"
    )
    assert found == [
        '4: column "copy": "7.0" is not the number of a copy [recipient-value]',
        "5: copy 7 of the brief for captains is that of row 2 [copy-taken]",
    ]


def test_what_is_wrong_makes_nobody_the_same(tmp_path: Path) -> None:
    found = rows(
        tmp_path, "A,Dear,captains,a@example.org,,,,", "A,Dear,captains,a,,,,", "A,Dear,captians,a@example.org,,,,"
    )
    assert [one.rpartition(" ")[2] for one in found] == ["[recipient-value]", "[audience-unknown]"]
