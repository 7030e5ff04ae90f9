"""What offices have cleared: the records that a house keeps, by brief and version."""

from __future__ import annotations

from pydantic import Field

from briefs.model.block_fields import Model, Text
from briefs.model.brief_key import BRIEF, BriefKey
from briefs.model.edition import Date, Name, Product
from briefs.model.written_versions import Version


class ClearanceRecord(Model):
    """The decision of one office on one version of a brief; of all briefs, if it names no audience."""

    office: Text = Field(description="the office, as the house lists it")
    version: Version = Field(description="the version of the cleared edition, in quotation marks")
    date: Date = Field(description="when the office decided (YYYY-MM-DD)")
    cleared: bool = Field(default=True, description="false: the office has refused")
    audience: Name | None = Field(default=None, description="the audience of the brief; without it, all briefs")
    product: Product | None = Field(default=None, description="the product; without it, the brief itself")

    def is_about(self, key: BriefKey, version: str) -> bool:
        """Whether it is a decision on this version of this brief."""
        is_its_brief = self.audience is None or BriefKey(self.audience, self.product or BRIEF) == key
        return is_its_brief and self.version == version


class Clearances(Model):
    """`templates/clearances.yaml`: what offices have decided, in the order of time."""

    clearances: tuple[ClearanceRecord, ...] = Field(description="the decisions, one after another")
