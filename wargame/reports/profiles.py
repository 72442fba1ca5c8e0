"""For whom a report is made. A profile is a viewer: its file holds what that viewer may know, and nothing else."""

from dataclasses import dataclass

from wargame.engine.views import Viewer
from wargame.exercises.report_kinds import ProfileId


@dataclass(frozen=True, slots=True)
class Profile:
    """A kind of reader, and what the report's first page says of it."""

    id: ProfileId
    viewer: Viewer
    audience: str


def profile_of(id: ProfileId) -> Profile:
    match id:
        case "control":
            told = "For control: holds every team's secrets, orders and messages. Do not pass on."
            return Profile(id, Viewer("control"), told)
        case "public":
            told = "Public: holds only what every team and observer could see, and what was revealed at the end."
            return Profile(id, Viewer("observer"), told)
