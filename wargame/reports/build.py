"""One report, from a record to bytes."""

from collections.abc import Callable

from wargame.reports.jsonl import to_jsonl
from wargame.reports.pdf import to_pdf
from wargame.reports.profiles import PROFILES, Profile
from wargame.reports.story import Json, Record, story

Maker = Callable[[Json, bytes, str], bytes]
"""From the story, its JSONL and the file's stem, the file."""

FORMATS: dict[str, Maker] = {
    "pdf": lambda story, lines, stem: to_pdf(story, lines, f"{stem}.jsonl"),
    "jsonl": lambda story, lines, stem: lines,
}


def build(record: Record, profile_id: str, format_id: str) -> bytes:
    """The report of an exercise for a profile. KeyError for a profile or format that does not exist."""
    profile = PROFILES[profile_id]
    told = story(record, profile)
    lines = to_jsonl(told, record.entries if _whole_log(profile) else ())
    return FORMATS[format_id](told, lines, file_stem(profile))


def file_stem(profile: Profile) -> str:
    """What the file is called, without its suffix."""
    return f"after-action-report-{profile.id}"


def _whole_log(profile: Profile) -> bool:
    """Only control's file carries the log itself: its numbers and times tell of everybody's acts."""
    return profile.viewer.kind == "control"
