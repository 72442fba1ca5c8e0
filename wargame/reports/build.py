"""One report, from a record to bytes."""

from typing import cast

from wargame.exercises.report_kinds import FormatId, ProfileId, file_name
from wargame.reports.jsonl import to_jsonl
from wargame.reports.pdf import to_pdf
from wargame.reports.profiles import Profile, profile_of
from wargame.reports.record import Record
from wargame.reports.story import story


def build(record: Record, profile_id: str, format_id: str) -> bytes:
    """The report of an exercise for a profile. Both ids are of `report_kinds`."""
    profile = profile_of(cast(ProfileId, profile_id))
    told = story(record, profile)
    lines = to_jsonl(told, record.entries if _whole_log(profile) else ())
    match cast(FormatId, format_id):
        case "pdf":
            return to_pdf(told, lines, file_name(profile.id, "jsonl"))
        case "jsonl":
            return lines


def _whole_log(profile: Profile) -> bool:
    """Only control's file carries the log itself: its numbers and times tell of everybody's acts."""
    return profile.viewer.kind == "control"
