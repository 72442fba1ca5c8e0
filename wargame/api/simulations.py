"""Simulations: many games by bots, asked for, watched, cancelled, taken home. Of a pack alone, never of an exercise."""

import json
from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from wargame.api.simulation_shapes import NewSimulation, SimulationLine, SimulationShape
from wargame.api.staff import staff
from wargame.engine.refusals import Code, Refused
from wargame.engine.scenario import Scenario, Team
from wargame.exercises import library
from wargame.exercises import simulations as record

PACK = OpenApiParameter("scenario", description="Only those of the pack with this id.")


@extend_schema(methods=["GET"], responses=SimulationLine(many=True), operation_id="list_simulations", parameters=[PACK])
@extend_schema(
    methods=["POST"], request=NewSimulation, responses={201: SimulationLine}, operation_id="start_simulation"
)
@api_view(["GET", "POST"])
def simulations(request: Request) -> Response:
    """GET: the newest ones. POST: have workers play many games; one at a time for each member of staff."""
    if request.method == "GET":
        return Response([_line(row) for row in record.simulations(request.query_params.get("scenario", ""))])
    asked = NewSimulation(data=request.data)
    asked.is_valid(raise_exception=True)
    choices = dict(asked.validated_data)
    made = record.request_simulation(
        choices["scenario"],
        start=choices["start_card"],
        rules=choices["rule_card"],
        teams=choices["team_set"],
        clock=choices["clock"],
        plays=choices["plays"],
        runs=choices["runs"],
        seed=choices["seed"],
        user=staff(request),
    )
    return Response(_line(made), status=201)


@extend_schema(responses=SimulationShape, operation_id="read_simulation")
@api_view(["GET"])
def simulation(request: Request, simulation_id: str) -> Response:
    """How far one is, and what came of it once it is done."""
    row = record.simulation(simulation_id)
    told = _told(library.scenario(row.scenario.hash), json.loads(row.told)) if row.told else None
    return Response({**_line(row), "told": told})


@extend_schema(request=None, responses=SimulationLine, operation_id="cancel_simulation")
@api_view(["POST"])
def cancel(request: Request, simulation_id: str) -> Response:
    """Stop it. What it has played is thrown away; once it is over, nothing changes."""
    record.simulation(simulation_id)
    return Response(_line(record.cancel(simulation_id)))


@extend_schema(responses={200: OpenApiTypes.BINARY}, operation_id="download_simulation")
@api_view(["GET"])
def download(request: Request, simulation_id: str) -> HttpResponse:
    """The numbers, byte for byte as `manage.py simulate --json` writes them for the same choices and seed."""
    row = record.simulation(simulation_id)
    if not row.told:
        raise Refused(Code.UNKNOWN_SIMULATION, "This simulation has no numbers; wait until it is done.")
    name = f"{row.scenario.pack}-{row.plays}-{row.runs}-{row.seed}.json"
    return HttpResponse(
        row.told,
        content_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )


def _line(row: Any) -> dict[str, Any]:
    scenario, setup = library.scenario(row.scenario.hash), row.setup
    plan = scenario.plans.get(row.plays)
    return {
        "id": row.id,
        "scenario": row.scenario.pack,
        "title": row.scenario.title,
        "version": row.scenario.version,
        "start_card": scenario.start_cards[setup["start_card"]].title,
        "rule_card": scenario.rule_cards[setup["rule_card"]].title,
        "team_set": scenario.team_sets[setup["team_set"]].title,
        "clock": scenario.clocks[setup["clock"]].title,
        "plays": row.plays,
        "plan": plan.title if plan else "",
        "runs": row.runs,
        "seed": row.seed,
        "state": row.state,
        "text": row.text,
        "games": record.games(row),
        "seconds": round(record.seconds(row), 1),
        "asked_at": row.asked_at,
        "link": f"/api/simulations/{row.id}/download" if row.told else "",
    }


# What came of it, with the pack's own names


def _told(scenario: Scenario, told: Mapping[str, Any]) -> dict[str, Any]:
    teams = scenario.team_sets[told["setup"]["teams"]].teams
    orders = {kind: scenario.order_title(kind) for kind in told["orders"]}
    return {
        "measures": [{"id": id, **one} for id, one in told["measures"].items()],
        "scores": [_score(scenario, teams, name, spread) for name, spread in told["scores"].items()],
        "orders": [
            {"id": id, "title": orders[id], "share": one["share"], "mean": one["mean"]}
            for id, one in told["orders"].items()
        ],
        "injects": _shares(told["injects"], {id: one.headline.source for id, one in scenario.injects.items()}),
        "agreements": _shares(told["agreements"], {id: one.title for id, one in scenario.agreements.items()}),
        "crossed": _shares(told["crossed"], {id: one.title for id, one in scenario.red_lines.items()}),
        "faults": [{"text": text, "games": games} for text, games in told["faults"].items()],
    }


def _score(scenario: Scenario, teams: tuple[Team, ...], name: str, spread: object) -> dict[str, Any]:
    actor, _, title = name.partition(": ")
    team = next((team for team in teams if actor in team.actors), None)
    return {
        "id": name,
        "actor": scenario.names.get(actor, actor),
        "title": title,
        "team": team.name if team else "",
        "letters": team.letters if team else "",
        "slot": team.slot if team else 0,
        "spread": spread,
    }


def _shares(shares: Mapping[str, float], titles: Mapping[str, str]) -> list[dict[str, Any]]:
    return [{"id": id, "title": titles.get(id, id), "share": share} for id, share in shares.items()]
