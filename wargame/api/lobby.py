"""The lobby: who sits where, how one joins, what is missing before StartEx."""

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from wargame.api.shapes import LinkShape, LobbyShape, NewBotShape, NewLinkShape
from wargame.api.staff import staff
from wargame.engine.observers import OBSERVERS, observer_title
from wargame.engine.scenario import Seat, Team
from wargame.engine.world import World
from wargame.exercises import accounts, codes, invitations, queries, seats, wall, worlds

CHANGES = {"confirm": seats.confirm_seat, "free": seats.free_seat}


@extend_schema(request=None, responses=LobbyShape, operation_id="change_seat")
@api_view(["POST"])
def seat(request: Request, exercise_id: str, key: str, change: str) -> Response:
    """Confirm whoever sits there, or free the seat."""
    CHANGES[change](exercise_id, key)
    return Response(lobby_of(request, exercise_id))


@extend_schema(request=NewBotShape, responses=LobbyShape, operation_id="put_bot")
@api_view(["POST"])
def bot(request: Request, exercise_id: str, key: str) -> Response:
    """Give a free seat to a bot, or the bot that sits there another policy."""
    asked = NewBotShape(data=request.data)
    asked.is_valid(raise_exception=True)
    seats.bot_seat(exercise_id, key, asked.validated_data.get("policy", ""))
    return Response(lobby_of(request, exercise_id))


@extend_schema(request=None, responses=LobbyShape, operation_id="fill_with_bots")
@api_view(["POST"])
def bots(request: Request, exercise_id: str) -> Response:
    """Put a bot in every free seat. They play from StartEx, or at once; free a seat to take its bot out."""
    queries.exercise(exercise_id)
    seats.bot_free_seats(exercise_id)
    return Response(lobby_of(request, exercise_id))


@extend_schema(request=None, responses=LobbyShape, operation_id="renew_codes")
@api_view(["POST"])
def new_codes(request: Request, exercise_id: str) -> Response:
    """New join codes for the exercise, its teams and its observers; the old ones end."""
    wall.renew_codes(exercise_id)
    return Response(lobby_of(request, exercise_id))


@extend_schema(request=None, responses=LobbyShape, operation_id="free_observer")
@api_view(["DELETE"])
def observer(request: Request, exercise_id: str, key: str) -> Response:
    """Send an observer away; their notes stay."""
    seats.free_observer(exercise_id, key)
    return Response(lobby_of(request, exercise_id))


@extend_schema(request=NewLinkShape, responses={201: LinkShape}, operation_id="invite_facilitator")
@api_view(["POST"])
def links(request: Request, exercise_id: str) -> Response:
    """A link that signs one more facilitator in, to an account of their own. It is shown only now."""
    queries.exercise(exercise_id)
    asked = NewLinkShape(data=request.data)
    asked.is_valid(raise_exception=True)
    token = codes.new_link(accounts.invited(asked.validated_data["name"], staff(request)))
    return Response({"link": f"{invitations.origin(request)}/enter#{token}"}, status=201)


def lobby_of(request: Request, exercise_id: str) -> dict[str, Any]:
    """The lobby as the facilitator sees it. Raises `NoSuchExercise`."""
    row = queries.exercise(exercise_id)
    world = worlds.loaded(exercise_id).world
    join = queries.join_codes(exercise_id)
    sitting = {one.key: one for one in queries.seats(exercise_id)}
    return {
        "id": row.id,
        "title": row.title,
        "status": row.status,
        "practice": world.setup.practice,
        "setup": _setup(world),
        "content_note": world.scenario.content_note,
        "join": _join(request, join.get("")),
        "observers": {
            "join": _join(request, join.get(OBSERVERS)),
            "here": [
                {"key": one.key, "title": observer_title(one.key), "name": one.name}
                for one in queries.observers(exercise_id)
            ],
        },
        "wall": f"/w/{row.wall_id}/",
        "teams": [_team(request, team, join, sitting) for team in world.teams],
        "missing": [{"text": m.text, "remedy": m.remedy, "done": m.done} for m in queries.missing(exercise_id)],
    }


def _setup(world: World) -> list[list[str]]:
    scenario, setup = world.scenario, world.setup
    return [
        ["Scenario", f"{scenario.title} {scenario.version}"],
        ["Start card", scenario.start_cards[setup.start_card].title],
        ["Rule card", scenario.rule_cards[setup.rule_card].title],
        *(
            [one.title, one.arms[setup.treatments[id]].title]
            for id, one in scenario.treatments.items()
            if id in setup.treatments
        ),
        ["Teams", scenario.team_sets[setup.team_set].title],
        ["Turns", f"{len(world.clock.turns)}, {_length(world)} in all"],
        ["Who rules", "Engine, then you" if setup.mode == "umpire" else "Engine alone, explained"],
        ["Phases close", "by the clock" if setup.auto_advance else "by hand"],
    ]


def _length(world: World) -> str:
    """All turns as planned, as the page of the set-up said it: `2 h 36 min`."""
    hours, minutes = divmod(round(sum(world.clock.seconds.values()) * len(world.clock.turns) / 60), 60)
    return " ".join([f"{hours} h"] * (hours > 0) + [f"{minutes} min"] * (minutes > 0 or not hours))


def _join(request: Request, code: Any) -> dict[str, Any]:
    """Code, link and picture; empty after StartEx, until control makes new ones."""
    if code is None:
        return {"code": "", "link": "", "qr": "", "expires_at": timezone.now()}
    link = invitations.join_link(request, code.code)
    return {"code": code.code, "link": link, "qr": invitations.qr(link), "expires_at": code.expires_at}


def _team(request: Request, team: Team, join: dict[str, Any], sitting: dict[str, Any]) -> dict[str, Any]:
    code = join.get(team.id)
    return {
        "id": team.id,
        "name": team.name,
        "letters": team.letters,
        "slot": team.slot,
        "code": code.code if code else "",
        "qr": invitations.qr(invitations.join_link(request, code.code)) if code else "",
        "seats": [_seat(one, sitting[one.id]) for one in team.seats],
    }


def _seat(seat: Seat, row: Any) -> dict[str, Any]:
    return {
        "key": seat.id,
        "title": seat.title,
        "initials": seat.initials,
        "leads": seat.leads,
        "state": row.state,
        "name": row.name,
        "policy": row.policy,
    }
