"""The exercise as one reader may tell it: plain data, from which the PDF and the JSONL are made."""

from wargame.reports.profiles import Profile
from wargame.reports.record import Json, Record
from wargame.reports.sections import SECTIONS
from wargame.reports.teller import Teller


def story(record: Record, profile: Profile) -> Json:
    """Everything that the report prints."""
    teller = Teller(record, profile, record.world, record.log)
    head = {
        "title": record.title,
        "audience": profile.audience,
        "profile": profile.id,
        "mark": teller.view["exercise"]["mark"],
    }
    return {**head, **{name: section(teller) for name, section in SECTIONS.items()}}
