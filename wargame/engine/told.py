"""Each event as one plain sentence, for the log, the time line and the report. No names of people, no free text."""

from wargame.engine import events as e
from wargame.engine.commands import CONTROL_SEAT
from wargame.engine.events import Event
from wargame.engine.formula import Value, say
from wargame.engine.scenario import Audience
from wargame.engine.sight import Viewer
from wargame.engine.spoken import moment_words, span
from wargame.engine.views.control import PHASE_NAMES
from wargame.engine.views.injects import headline
from wargame.engine.views.picture import exactly
from wargame.engine.world import Moment, Rewind, World

SEAT_CHANGES = {"taken": "was taken", "freed": "was freed", "bot": "is played by a bot"}
RED_LINE_WORDS = {"open": "is no longer near", "near": "is near", "crossed": "is crossed"}


def told(world: World, viewer: Viewer, event: Event) -> str:
    """What happened, as this viewer may be told. Ask it only of events that the viewer may see.

    `world` is the one after the event, or any later one in which the event was not rewound.
    """
    match event:
        case e.ExerciseStarted():
            return f"StartEx: “{world.scenario.title}” began"
        case e.CardDealt():
            return f"A card of the deck “{world.scenario.decks[event.deck].title}” was dealt"
        case e.EstimatesDrawn():
            return f"{_team(world, event.team)} got its estimates for turn {event.turn}"
        case e.PhaseOpened():
            return f"{PHASE_NAMES[event.phase]} of turn {event.turn} opened"
        case e.Paused():
            return "Control paused the exercise"
        case e.Resumed():
            return "Control resumed the exercise"
        case e.Extended():
            whom = f" to {_team(world, event.team)}" if event.team else ""
            return f"Control gave {span(event.seconds)} more{whom}"
        case e.ExerciseEnded():
            return "EndEx: the exercise ended; seed and nonce are revealed"
        case e.Rewound():
            point = f" (entry {event.to} of the log)" if viewer.kind == "control" else ""
            return f"Control went back to {point_of(world.rewinds[event.attempt])}{point}"
        case e.VariableAdjusted():
            return _adjusted(world, viewer, event)
        case e.SeatChanged():
            return f"The seat {_seat(world, event.seat)} {SEAT_CHANGES[event.what]}"

        case e.OrderSubmitted():
            return f"{_actor(world, event.actor)} submitted “{world.scenario.order_title(event.kind)}”"
        case e.OrderWithdrawn():
            return f"{_whose(world, event.order)} withdrew {_order(world, event.order)}"
        case e.OrderReturned():
            return f"Control returned {_order(world, event.order)} to {_whose(world, event.order)}"
        case e.RulingProposed():
            return f"A ruling on “{event.ticket.title}” was proposed to control"
        case e.RulingIssued():
            return _ruled(event)
        case e.MonthOpened():
            return f"Month {event.month} began"
        case e.TurnAdjudicated():
            return f"Turn {event.turn} was adjudicated"
        case e.RedLineMoved():
            return f"The red line “{world.scenario.red_lines[event.red_line].title}” {RED_LINE_WORDS[event.status]}"

        case e.InjectFired() | e.InjectImprovised():
            return f"News: {_inject(world, event.inject)}"
        case e.InjectHeld():
            return f"Control held {_inject(world, event.inject)}"
        case e.InjectSkipped():
            return f"Control skipped {_inject(world, event.inject)}"
        case e.InjectRearmed():
            return f"Control armed {_inject(world, event.inject)} again"
        case e.InjectMoved():
            to = moment_words(Moment(event.turn, event.phase, event.offset))
            return f"Control moved {_inject(world, event.inject)} to {to}"
        case e.InjectAnswered():
            return _answered(world, event)

        case e.DispatchSent():
            return f"{_team(world, event.team)} wrote to {_addressees(world, event.to)}"
        case e.ControlCalled():
            return f"{_seat(world, event.seat)} called control"
        case e.CallAnswered():
            return f"Control answered the call of {_seat(world, world.calls[event.call].seat)}"

        case e.AgreementProposed():
            return f"{_actor(world, event.actor)} proposed {_agreement(world, event.agreement)}"
        case e.AgreementRevised():
            return f"{_actor(world, event.actor)} revised {_agreement(world, event.agreement)}"
        case e.AgreementSigned():
            return f"{_actor(world, event.actor)} signed {_agreement(world, event.agreement)}"
        case e.AgreementInForce():
            return f"{_agreement(world, event.agreement)} came into force"
        case e.AgreementEnded():
            by = _actor(world, event.actor) if event.actor else "A rule or control"
            return f"{by} ended {_agreement(world, event.agreement)}"

        case e.ObservationRecorded():
            team = f" of {_team(world, event.team)}" if event.team else ""
            return f"An observation{team} was recorded"
        case e.HotWashAnswered():
            return f"{_seat(world, event.seat)} answered a question of the hot wash"


def point_of(rewind: Rewind) -> str:
    """Where a rewind went back to, in words."""
    start = "the start of " if rewind.start else ""
    return f"{start}{PHASE_NAMES[rewind.phase].lower()} in turn {rewind.turn}"


def _adjusted(world: World, viewer: Viewer, event: e.VariableAdjusted) -> str:
    if not exactly(world, viewer, event.path):
        return "Control corrected a value"
    return f"Control set {_value_name(world, event.path)} from {_said(event.before)} to {_said(event.after)}"


def _ruled(event: e.RulingIssued) -> str:
    ticket = event.ticket
    if ticket.kind == "drift":
        return f"{ticket.title}: what moved by itself"
    outcome = next((o.label for o in ticket.outcomes if o.id == ticket.outcome), ticket.outcome)
    said = ticket.sentence or outcome
    return f"Ruling on “{ticket.title}”: {said}".rstrip(".")


def _answered(world: World, event: e.InjectAnswered) -> str:
    written = world.scenario.injects.get(event.inject)
    labels = dict(written.answer.choices) if written and written.answer else {}
    choice = f": {labels.get(event.choice, event.choice)}" if event.choice else ""
    if world.seat(event.seat) is None:
        return f"{_inject(world, event.inject)} was answered by default{choice}"
    return f"{_seat(world, event.seat)} answered {_inject(world, event.inject)}{choice}"


def _team(world: World, team: str) -> str:
    found = world.team(team)
    return found.name if found else "Control"


def _seat(world: World, seat: str) -> str:
    """An office with its team, never a person."""
    found = world.seat(seat)
    return f"{found.title} ({_team(world, found.team)})" if found else "Control"


def _actor(world: World, actor: str) -> str:
    found = world.scenario.actors.get(actor)
    return found.name if found else "Control"


def _whose(world: World, order: str) -> str:
    return _actor(world, world.orders[order].actor)


def _order(world: World, order: str) -> str:
    return f"“{world.scenario.order_title(world.orders[order].kind)}”"


def _inject(world: World, inject: str) -> str:
    """Fired, as it was said; before that, as the author wrote it."""
    state, written = world.injects[inject], world.scenario.injects.get(inject)
    return f"“{written.headline.source if written and state.status != 'fired' else headline(state)}”"


def _agreement(world: World, agreement: str) -> str:
    return f"“{world.scenario.agreements[world.agreements[agreement].template].title}”"


def _addressees(world: World, to: Audience) -> str:
    names = [_team(world, entry.removeprefix("team:")) if entry != CONTROL_SEAT else "control" for entry in to]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _value_name(world: World, path: str) -> str:
    return f"“{world.scenario.name_of(path)}”"


def _said(value: Value) -> str:
    return say(value) or "nothing"
