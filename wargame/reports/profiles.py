"""For whom a report is made. A profile is a viewer: its file holds what that viewer may know, and nothing else."""

from dataclasses import dataclass
from typing import Literal

from wargame.engine.views import Viewer

ProfileId = Literal["control", "public"]


@dataclass(frozen=True, slots=True)
class Profile:
    """A kind of reader, and what the report's first page says of it."""

    id: ProfileId
    viewer: Viewer
    audience: str


PROFILES: dict[str, Profile] = {
    "control": Profile(
        "control",
        Viewer("control"),
        "For control: holds every team's secrets, orders and messages. Do not pass on.",
    ),
    "public": Profile(
        "public",
        Viewer("observer"),
        "Public: holds only what every team and observer could see, and what was revealed at the end.",
    ),
}
