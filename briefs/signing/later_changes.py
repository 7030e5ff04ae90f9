"""Which later changes of a signed PDF only fill in its fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def rules_for_changes() -> Any:
    """pyHanko's rules for incremental updates, and one more: fields may lie in a structure tree as ours do.

    Its own rule knows elements whose `K` is the reference to a field, not a list of one, which means the same (ISO
    32000-1, table 323).
    """
    from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, ModificationLevel, StandardDiffPolicy
    from pyhanko.sign.diff_analysis.rules_api import Context, QualifiedWhitelistRule, ReferenceUpdate

    class FieldsInLists(QualifiedWhitelistRule):
        """That the structure tree refers to a field does not keep it from being filled in."""

        def apply_qualified(self, old: Any, new: Any) -> Iterator[tuple[Any, Any]]:
            for reference in new.explicit_refs_in_revision():
                for path in old._get_usages_of_ref(reference):
                    if _refers_to_field(path.path) and "/FT" in old(reference):
                        context = Context.from_absolute(old, path)
                        yield ModificationLevel.FORM_FILLING, ReferenceUpdate(reference, context)

    return StandardDiffPolicy([*DEFAULT_DIFF_POLICY.global_rules, FieldsInLists()], DEFAULT_DIFF_POLICY.form_rule)


def _refers_to_field(path: Any) -> bool:
    """Whether this is a way through the structure tree to what an element refers to."""
    match list(path):
        case ["/Root", "/StructTreeRoot", "/K", *_, "/K", int(), "/Obj"]:
            return True
    return False
