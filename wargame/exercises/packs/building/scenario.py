"""scenario.yaml to clocks, cards, actors, teams and sources."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate

from wargame.engine.observers import OBSERVERS
from wargame.engine.scenario import (
    PHASES,
    Actor,
    Arm,
    Card,
    Clock,
    Fact,
    Seat,
    Source,
    Team,
    TeamSet,
    Treatment,
    TurnSpec,
)
from wargame.exercises.packs.compiling import Compiler
from wargame.exercises.packs.names import flat
from wargame.exercises.packs.problems import Place
from wargame.exercises.packs.shapes.scenario import (
    ActorShape,
    ClockShape,
    ScenarioFile,
    SeatShape,
    TeamSetShape,
    TeamShape,
)

FILE = Place("scenario.yaml")
SLOTS = 16
"""Teams that screens can tell apart: eight colours and outlines, and the same eight again with letters in italics."""

Brief = Callable[[Place, str | None], str]
"""The text of a brief named at a place."""


def clocks(shape: ScenarioFile) -> dict[str, Clock]:
    return {id: _clock(id, one) for id, one in shape.clocks.items()}


def _clock(id: str, shape: ClockShape) -> Clock:
    ends = list(accumulate(turn.months for turn in shape.turns))
    turns = (
        TurnSpec(turn.months, turn.label or _months(end - turn.months + 1, end))
        for turn, end in zip(shape.turns, ends, strict=True)
    )
    return Clock(id, shape.title, tuple(turns), {phase: getattr(shape.seconds, phase) for phase in PHASES})


def _months(first: int, last: int) -> str:
    return f"Month {first}" if first == last else f"Months {first} to {last}"


def start_cards(shape: ScenarioFile) -> dict[str, Card]:
    return {id: Card(id, one.title, one.summary) for id, one in shape.start_cards.items()}


def rule_cards(bench: Compiler, shape: ScenarioFile) -> dict[str, Card]:
    common = flat(shape.constants)
    cards = {id: common | flat(one.constants) for id, one in shape.rule_cards.items()}
    every = {name for constants in cards.values() for name in constants}
    for id, constants in cards.items():
        for name in sorted(every - set(constants)):
            bench.problem(FILE / "rule_cards" / id, f"the constant '{name}' is missing; another rule card has it")
    return {id: Card(id, one.title, one.summary, cards[id]) for id, one in shape.rule_cards.items()}


def card_secrets(cards: Mapping[str, Card]) -> frozenset[str]:
    """The constants that are not the same on all cards: whoever reads one can tell which card is in play."""
    values = [set(card.constants.items()) for card in cards.values()]
    shared = set.intersection(*values)
    return frozenset(f"k.{name}" for own in values for name, _ in own - shared)


def treatments(shape: ScenarioFile) -> dict[str, Treatment]:
    return {
        id: Treatment(
            id, one.title, one.summary, {name: Arm(name, arm.title, arm.inject) for name, arm in one.arms.items()}
        )
        for id, one in shape.treatments.items()
    }


def actors(bench: Compiler, shape: ScenarioFile) -> dict[str, Actor]:
    _check_letters(bench, FILE / "actors", {id: one.letters for id, one in shape.actors.items()})
    return {id: _actor(bench, FILE / "actors" / id, id, one) for id, one in shape.actors.items()}


def _actor(bench: Compiler, place: Place, id: str, shape: ActorShape) -> Actor:
    facts = bench.facts(place / "facts", shape.facts)
    return Actor(id, shape.name, shape.letters, shape.stance, shape.constraint, shape.authorisation, facts)


def team_sets(bench: Compiler, shape: ScenarioFile, brief: Brief) -> dict[str, TeamSet]:
    return {id: _team_set(bench, FILE / "team_sets" / id, id, one, brief) for id, one in shape.team_sets.items()}


def _team_set(bench: Compiler, place: Place, id: str, shape: TeamSetShape, brief: Brief) -> TeamSet:
    _check_letters(bench, place / "teams", {id: one.letters for id, one in shape.teams.items()})
    if OBSERVERS in shape.teams:
        bench.problem(place / "teams" / OBSERVERS, "this is where observers sit; choose another id for the team")
    if len(shape.teams) > SLOTS:
        bench.problem(place / "teams", f"more than {SLOTS} teams: screens could not tell them apart")
    teams = [
        _team(bench, place / "teams" / team_id, team_id, n, team, brief)
        for n, (team_id, team) in enumerate(shape.teams.items())
    ]
    _check_slots(bench, place / "teams", teams)
    _check_actors(bench, place, teams, bench.actors(place / "control", shape.control))
    return TeamSet(id, shape.title, tuple(teams), shape.players)


def _team(bench: Compiler, place: Place, id: str, position: int, shape: TeamShape, brief: Brief) -> Team:
    _check_letters(bench, place / "seats", {office: seat.initials for office, seat in shape.seats.items()}, "initials")
    if not any(seat.leads for seat in shape.seats.values()):
        bench.problem(place / "seats", "no seat leads: nobody could submit or sign")
    return Team(
        id,
        shape.name,
        shape.letters,
        shape.slot or position % SLOTS + 1,
        bench.actors(place / "actors", shape.actors),
        tuple(_seat(place / "seats" / office, id, office, seat, brief) for office, seat in shape.seats.items()),
        brief(place / "brief", shape.brief),
        shape.aim,
    )


def _seat(place: Place, team: str, office: str, shape: SeatShape, brief: Brief) -> Seat:
    text = brief(place / "brief", shape.brief)
    return Seat(f"{team}.{office}", team, shape.title, shape.initials, shape.leads, text)


def _check_letters(bench: Compiler, place: Place, letters: Mapping[str, str], key: str = "letters") -> None:
    for id in _repeated(letters):
        bench.problem(place / id / key, f"'{letters[id]}' is taken by another")


def _check_slots(bench: Compiler, place: Place, teams: list[Team]) -> None:
    for id in _repeated({team.id: team.slot for team in teams}) if len(teams) <= SLOTS else ():
        bench.problem(place / id, "another team has this slot")


def _check_actors(bench: Compiler, place: Place, teams: list[Team], by_control: Iterable[str]) -> None:
    """Every actor has one owner: a team of this set, or control."""
    taken = set(by_control)
    for team in teams:
        for actor in taken.intersection(team.actors):
            bench.problem(place / "teams" / team.id / "actors", f"{actor} has an owner already")
        taken.update(team.actors)
    for actor in bench.names.actors:
        if actor not in taken:
            bench.problem(place, f"nobody plays {actor}: give it to a team, or to control")


def _repeated(values: Mapping[str, object]) -> Iterable[str]:
    """The ids whose value an earlier one has."""
    counts: Counter[object] = Counter()
    for id, value in values.items():
        counts[value] += 1
        if counts[value] > 1:
            yield id


def sources(shape: ScenarioFile) -> dict[str, Source]:
    return {id: Source(id, one.title, one.date, one.note) for id, one in shape.sources.items()}


def facts(bench: Compiler, shape: ScenarioFile) -> dict[str, Fact]:
    for id, one in shape.facts.items():
        for n, source in enumerate(one.sources):
            bench.one_of(FILE / "facts" / id / "sources" / n, source, shape.sources, "source")
    return {id: Fact(id, one.text, tuple(one.sources)) for id, one in shape.facts.items()}
