"""JSON Merge Patch (RFC 7396): what changed between two views. Views hold no nulls, so null always means: gone."""

from collections.abc import Mapping
from typing import Any

Json = Any
Patch = dict[str, Json]


def diff(before: Mapping[str, Json], after: Mapping[str, Json]) -> Patch:
    """The patch from `before` to `after`; empty if they are equal. What is the same object costs nothing."""
    patch: Patch = {key: None for key in before if key not in after}
    for key, new in after.items():
        if key not in before:
            patch[key] = new
        elif (old := before[key]) is not new and (changed := _changed(old, new)) is not None:
            patch[key] = changed
    return patch


def _changed(old: Json, new: Json) -> Json | None:
    if isinstance(old, dict) and isinstance(new, dict):
        return diff(old, new) or None
    # 1 == True and 1 == 1.0 in Python, but the browser tells true from 1.
    same = old == new and isinstance(old, bool) == isinstance(new, bool)
    return None if same else new
