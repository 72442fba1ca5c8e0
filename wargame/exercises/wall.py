"""What the walls of an exercise show: a public part that control chooses, or a line that control types.

No event: the choice changes nothing that anybody knows or may do, see decision 7.
"""

from dataclasses import asdict, dataclass
from typing import Literal

from wargame.engine.refusals import Code, Refused
from wargame.engine.views import public_part
from wargame.exercises import codes, doorbell, queries, worlds
from wargame.exercises.models import Exercise, Seat
from wargame.exercises.texts import clean

Show = Literal["situation", "map", "indicator", "time_line", "outcomes", "clock", "stand_by", "question", "join"]
LONGEST = 200
CHOSEN_FROM = {"indicator": "variables", "outcomes": "rulings", "question": "hot_wash"}
"""The public map in which `of` must be found; with outcomes it may be left out, and then all of the turn are shown."""


@dataclass(frozen=True, slots=True)
class Slide:
    show: Show = "situation"
    of: str = ""
    """Which indicator, ruling or question."""
    line: str = ""
    """What control typed for a pause."""


@dataclass(frozen=True, slots=True)
class Wall:
    """All that a wall needs beside the public part of the view."""

    slide: Slide
    code: str
    """The join code, while the slide or the lobby calls for it."""
    taken: int
    seats: int


def show_on_wall(exercise_id: str, slide: Slide) -> None:
    """Every wall of the exercise shows this from now on. Raises `Refused` if it names what the public may not see."""
    if slide.show in CHOSEN_FROM and not _public(exercise_id, slide):
        raise Refused(Code.BAD_VALUE, "The public does not see this; choose something else for the wall.")
    kept = Slide(slide.show, slide.of, clean(slide.line)[:LONGEST])
    Exercise.objects.filter(id=exercise_id).update(slide=asdict(kept))
    doorbell.ring(exercise_id, "wall")


def _public(exercise_id: str, slide: Slide) -> bool:
    """Whether everybody may see what the slide names; the outcomes of a turn need no name."""
    found = public_part(worlds.catch_up(exercise_id).world).get(CHOSEN_FROM[slide.show], {})
    return slide.of in found if slide.of and isinstance(found, dict) else slide.show == "outcomes"


def wall_of(exercise_id: str) -> Wall:
    """What every wall of the exercise shows now. Raises `NoSuchExercise`."""
    row = queries.exercise(exercise_id)
    slide = Slide(**row.slide)
    seats = queries.seats(exercise_id)
    joining = row.status == Exercise.Status.LOBBY or slide.show == "join"
    code = queries.join_codes(exercise_id).get("") if joining else None
    return Wall(slide, code.code if code else "", sum(s.state != Seat.State.FREE for s in seats), len(seats))


def renew_codes(exercise_id: str) -> None:
    """New join codes, on the wall too; the old ones end. Raises `NoSuchExercise`."""
    row = queries.exercise(exercise_id)
    codes.new_codes(row, (team.id for team in worlds.loaded(exercise_id).world.teams))
    doorbell.ring(exercise_id, "wall")
