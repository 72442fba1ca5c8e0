"""A command's circumstances: the world it is decided on, who asks, when, and the dice."""

from wargame.engine.commands import CONTROL_SEAT, TextRef
from wargame.engine.dice import Dice
from wargame.engine.formula import Scope
from wargame.engine.frozen import dataclass
from wargame.engine.progress import Progress
from wargame.engine.refusals import Code, Refused
from wargame.engine.scenario import Audience, Seat, Variable
from wargame.engine.sight import Viewer, resolved, sight, viewer_of
from wargame.engine.world import World


@dataclass(frozen=True, slots=True)
class Case:
    world: World
    seat: str
    """Who asks: a seat, `control` or `system`."""
    at: float
    dice: Dice

    @property
    def viewer(self) -> Viewer:
        return viewer_of(self.world, self.seat)

    @property
    def team(self) -> str:
        """The asker's team; "" for control, which plays every actor without a team."""
        return self.viewer.team

    @property
    def side(self) -> str:
        """The asker's team as an audience names it."""
        return f"team:{self.team}" if self.team else CONTROL_SEAT

    def sight(self) -> Scope:
        """What the asker's formulas may read."""
        return sight(self.world, self.viewer)

    def progress(self) -> Progress:
        return Progress(self.world, self.at)


def leader(world: World, team_id: str) -> Seat | None:
    """The seat that submits and signs for the team; none if any of its seats may."""
    team = world.team(team_id)
    return next((s for s in team.seats if s.leads), None) if team else None


def must_lead(case: Case, instead: str) -> None:
    """Refuse a seat that does not lead its team, with what to do `instead`; `{lead}` stands for who leads."""
    seat, lead = case.world.seat(case.seat), leader(case.world, case.team)
    if seat and lead and not seat.leads:
        raise Refused(Code.NOT_YOURS, instead.format(lead=lead.title))


def must_say(text: TextRef, what: str) -> None:
    """Refuse without the text."""
    if not text:
        raise Refused(Code.MISSING_TEXT, f"Write {what} first.")


def must_reason(text: TextRef) -> None:
    """Refuse control's act without its reason."""
    if not text:
        raise Refused(Code.MISSING_REASON, "Give a reason first: it goes on record.")


def known_variable(world: World, path: str) -> Variable:
    """The variable that control means. Refuse a path that there is not."""
    variable = world.scenario.variables.get(path)
    if variable is None:
        raise Refused(Code.UNKNOWN_VARIABLE, f"There is no variable “{path}”; choose one from the list.")
    return variable


def addressed(world: World, to: Audience) -> Audience:
    """Control's choice of readers as an audience. Refuse one that names nobody, or somebody who is not here."""
    if not to or not all(_exists(world, entry) for entry in to):
        raise Refused(Code.UNKNOWN_TEAM, "Choose all, or teams or seats of this exercise.")
    return resolved(world, to)


def _exists(world: World, entry: str) -> bool:
    kind, _, name = entry.partition(":")
    match kind:
        case "all" | "control":
            return entry == kind
        case "team":
            return world.team(name) is not None
        case "actor":
            return name in world.scenario.actors
        case "seat":
            return world.seat(name) is not None
        case _:
            return False
