"""The scenarios to choose from."""

from dataclasses import asdict
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import api_view
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from wargame.api.book_shapes import BookShape
from wargame.api.shapes import ScenarioShape
from wargame.engine.scenario import Card, Clock, Scenario, TeamSet, Treatment
from wargame.engine.study import Plan
from wargame.exercises import book, library


@extend_schema(responses=ScenarioShape(many=True), operation_id="list_scenarios")
@api_view(["GET"])
def scenarios(request: Request) -> Response:
    """Every pack in the scenarios folder that passes its checks."""
    return Response([_scenario(found) for found in library.choices().values()])


@extend_schema(responses=BookShape, operation_id="read_scenario")
@api_view(["GET"])
def scenario(request: Request, pack: str) -> Response:
    """One pack as a person reads it, chapter by chapter."""
    found = library.choices().get(pack)
    if found is None:
        raise NotFound("There is no such scenario, or it does not pass its checks.")
    return Response({"scenario": _scenario(found), "chapters": [asdict(chapter) for chapter in book.read(found)]})


def _scenario(found: Scenario) -> dict[str, Any]:
    return {
        "id": found.id,
        "title": found.title,
        "version": found.version,
        "rewritten": library.rewritten(found),
        "summary": found.summary,
        "content_note": found.content_note,
        "language": found.language,
        "orders": len(found.orders),
        "injects": len(found.injects),
        "start_cards": [_card(card) for card in found.start_cards.values()],
        "rule_cards": [_card(card) for card in found.rule_cards.values()],
        "treatments": [_treatment(one) for one in found.treatments.values()],
        "team_sets": [_team_set(one) for one in found.team_sets.values()],
        "clocks": [_clock(clock) for clock in found.clocks.values()],
        "plans": [_card(plan) for plan in found.plans.values()],
    }


def _card(card: Card | Plan) -> dict[str, Any]:
    return {"id": card.id, "title": card.title, "summary": card.summary}


def _treatment(one: Treatment) -> dict[str, Any]:
    arms = [{"id": arm.id, "title": arm.title, "summary": ""} for arm in one.arms.values()]
    return {"id": one.id, "title": one.title, "summary": one.summary, "arms": arms}


def _team_set(one: TeamSet) -> dict[str, Any]:
    teams = [
        {"name": team.name, "letters": team.letters, "slot": team.slot, "seats": len(team.seats)} for team in one.teams
    ]
    return {"id": one.id, "title": one.title, "players": one.players, "teams": teams}


def _clock(clock: Clock) -> dict[str, Any]:
    seconds = sum(clock.seconds.values()) * len(clock.turns)
    return {
        "id": clock.id,
        "title": clock.title,
        "turns": [turn.label for turn in clock.turns],
        "seconds": dict(clock.seconds),
        "minutes": round(seconds / 60),
    }
