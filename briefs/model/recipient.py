"""Somebody who is given a brief, as a row of the list of recipients says."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import dataclass

from briefs.model.formats import Format


@dataclass(frozen=True, slots=True)
class Recipient:
    """A recipient of the brief for `audience`; all texts as written in the list, empty where it says nothing.

    `name` is printed on personal copies, `salutation` begins the letter. `language` is a BCP 47 tag. `formats` are
    those wanted; empty means those that `distribution.yaml` names. `copy` is the number that the list fixes, if it
    does. `clears` says that the office clears drafts. `path`, `row` say where the recipient is written: the line of the
    file in which the row begins, or the row of the sheet, from 1.
    """

    name: str
    audience: str
    salutation: str = ""
    title: str = ""
    office: str = ""
    country: str = ""
    email: str = ""
    language: str = ""
    formats: tuple[Format, ...] = ()
    copy: int | None = None
    clears: bool = False
    path: str = ""
    row: int = 0

    @property
    def key(self) -> str:
        """A hash of who it is, by which a copy keeps its number: address if there is one, name, office and country.

        Case, compatibility forms and spaces make no difference. Two people of one name have different addresses,
        offices or countries.
        """
        who = (self.email, self.name, self.office, self.country, self.audience)
        folded = [" ".join(unicodedata.normalize("NFKC", one).casefold().split()) for one in who]
        return hashlib.sha256(json.dumps(folded, ensure_ascii=False).encode()).hexdigest()[:32]
