"""Which reports there are: for whom, and in which format. They are named here alone; `reports` makes each."""

from collections.abc import Mapping
from typing import Literal

FormatId = Literal["pdf", "jsonl"]
ProfileId = Literal["control", "public"]

FORMATS: Mapping[FormatId, str] = {"pdf": "application/pdf", "jsonl": "application/jsonl"}
"""With the media type."""
PROFILES: tuple[ProfileId, ...] = ("control", "public")


def file_name(profile: str, format: str) -> str:
    """What a report's file is called."""
    return f"after-action-report-{profile}.{format}"
