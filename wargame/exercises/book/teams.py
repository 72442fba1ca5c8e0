"""Who plays: team sets with their briefs, and the actors behind them."""

from collections.abc import Iterator

from wargame.engine.scenario import Actor, Scenario, Team, TeamSet
from wargame.exercises.book import words
from wargame.exercises.book.page import Chapter, Entry, Row, anchor, rows


def chapter(scenario: Scenario) -> Chapter:
    sets = (entry for one in scenario.team_sets.values() for entry in _team_set(scenario, one))
    actors = (_actor(actor) for actor in scenario.actors.values())
    return Chapter(
        "teams", "Teams and actors", "Who sits together, for whom they act, and what each has read.", (*sets, *actors)
    )


def _team_set(scenario: Scenario, one: TeamSet) -> Iterator[Entry]:
    group = f"{one.title}, {one.players} players" if one.players else one.title
    for team in one.teams:
        yield _team(scenario, one, team, group)
        for seat in team.seats:
            tags = (team.name, "leads") if seat.leads else (team.name,)
            yield Entry(anchor(f"seat-{one.id}", seat.id), seat.title, seat.brief, tags, group=group)


def _team(scenario: Scenario, one: TeamSet, team: Team, group: str) -> Entry:
    acts = Row("Acts for", words.names(scenario, team.actors))
    return Entry(
        anchor(f"team-{one.id}", team.id),
        team.name,
        team.brief,
        ("team",),
        rows(acts, Row("Aim", team.aim)),
        group=group,
    )


def _actor(actor: Actor) -> Entry:
    about = rows(
        Row("Stance", actor.stance), Row("Constraint", actor.constraint), Row("Who must agree", actor.authorisation)
    )
    return Entry(anchor("actor", actor.id), actor.name, rows=about, facts=actor.facts, group="Actors")
