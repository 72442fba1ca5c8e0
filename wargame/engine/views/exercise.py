"""The exercise itself, its clock and its people: mostly the pack's own words."""

from collections import Counter

from wargame.engine.commands import Setup
from wargame.engine.observers import observer_title
from wargame.engine.scenario import Actor, Provenance, Scenario, Team
from wargame.engine.views.look import Look, Shape, Shapes


def provenance(made: Provenance) -> Shape:
    shape: Shape = {"kind": made.kind}
    if made.facts:
        shape["facts"] = list(made.facts)
    if made.note:
        shape["note"] = made.note
    return shape


def exercise(look: Look) -> Shape:
    """Rule card and treatments in play are control's until EndEx; the seed and the nonce are nobody's."""
    world, scenario = look.world, look.world.scenario
    shape: Shape = {
        "scenario": scenario.id,
        "title": scenario.title,
        "version": scenario.version,
        "mark": "PRACTICE" if world.setup.practice else "EXERCISE",
        "status": world.status,
        "mode": world.setup.mode,
        "start_card": scenario.start_cards[world.setup.start_card].title,
        "content_note": scenario.content_note,
        "briefing": scenario.briefing,
        "limits": list(scenario.limits),
        "commitment": world.commitment,
        "pack_hash": scenario.pack_hash,
        "rules_hash": scenario.rules_hash,
    }
    if look.control or look.revealed:
        shape["rule_card"] = scenario.rule_cards[world.setup.rule_card].title
        shape |= _treatments(scenario, world.setup)
    if look.revealed:
        shape |= {"seed": world.seed, "nonce": world.nonce}
    return shape


def _treatments(scenario: Scenario, setup: Setup) -> Shape:
    """Each treatment of the pack with its arm, the usual one included: a group that was compared must say so."""
    chosen = setup.treatments
    told = [
        {"title": one.title, "arm": one.arms[chosen[id]].title if id in chosen else ""}
        for id, one in scenario.treatments.items()
    ]
    return {"treatments": told} if told else {}


def timer(look: Look) -> Shape:
    """Pauses that are over are left out of the phase's opening: now less `opened_at` is what has run."""
    world = look.world
    now, clock = world.timer, world.clock
    shape: Shape = {
        "turn": now.turn,
        "turns": [{"months": turn.months, "label": turn.label} for turn in clock.turns],
        "phase": now.phase,
        "phases": [{"phase": phase, "seconds": seconds} for phase, seconds in clock.seconds.items()],
        "opened_at": round(now.opened_at + now.paused_for, 6),
        "paused": now.paused,
    }
    if now.ends_at is not None:
        shape["ends_at"] = now.ends_at
    if now.remaining is not None:
        shape["remaining"] = now.remaining
    return shape


def own_timer(look: Look) -> Shape:
    """The whole timer again, only for a team that was given more time than the others."""
    extra = look.world.timer.extra.get(look.viewer.team, 0.0)
    return timer(look) | {"extra": extra} if extra else {}


def teams(look: Look) -> Shapes:
    world = look.world
    plain = look.keep("teams plain", (), lambda: {team.id: _team(team, n) for n, team in enumerate(world.teams)})
    if not (look.control or world.setup.show_readiness):
        return plain
    orders = world.orders.values()
    done = Counter(o.team for o in orders if o.turn == world.timer.turn and o.status in ("submitted", "ruled"))
    return {team: {**shape, "submitted": done[team]} for team, shape in plain.items()}


def _team(team: Team, order: int) -> Shape:
    seats = {
        seat.id: {"title": seat.title, "initials": seat.initials, "leads": seat.leads, "order": n}
        for n, seat in enumerate(team.seats)
    }
    return {
        "name": team.name,
        "letters": team.letters,
        "slot": team.slot,
        "aim": team.aim,
        "order": order,
        "actors": list(team.actors),
        "seats": seats,
    }


def actors(look: Look) -> Shapes:
    world = look.world
    return {a.id: _actor(a, world.team_of(a.id), n) for n, a in enumerate(world.scenario.actors.values())}


def _actor(actor: Actor, team: str, order: int) -> Shape:
    return {
        "name": actor.name,
        "letters": actor.letters,
        "team": team,
        "order": order,
        "stance": actor.stance,
        "constraint": actor.constraint,
        "authorisation": actor.authorisation,
        "facts": list(actor.facts),
    }


def facts(look: Look) -> Shapes:
    return {f.id: {"text": f.text, "sources": list(f.sources)} for f in look.world.scenario.facts.values()}


def sources(look: Look) -> Shapes:
    return {s.id: {"title": s.title, "date": s.date, "note": s.note} for s in look.world.scenario.sources.values()}


def you(look: Look) -> Shape:
    """Who looks, with the briefs that open only to this seat."""
    if look.control:
        return {"role": "control", "title": "Control", "initials": "C"}
    if look.viewer.kind == "observer":
        own = look.viewer.seat
        return {"role": "observer", "seat": own, "title": observer_title(own), "initials": "O"}
    seat = look.world.seat(look.viewer.seat)
    team = look.world.team(look.viewer.team)
    assert seat is not None and team is not None
    return {
        "role": "player",
        "seat": seat.id,
        "title": seat.title,
        "initials": seat.initials,
        "leads": seat.leads,
        "team": team.id,
        "brief": seat.brief,
        "team_brief": team.brief,
    }
