"""What is learnt: what control and observers note while it runs, and the players' own words after its end."""

from wargame.engine import commands as c
from wargame.engine import events as e
from wargame.engine.commands import CONTROL_SEAT
from wargame.engine.decisions.case import Case, must_say
from wargame.engine.events import Event
from wargame.engine.observers import observes
from wargame.engine.refusals import Code, Refused


def record_observation(case: Case, command: c.RecordObservation) -> tuple[Event, ...]:
    """Control reads every note; an observer, their own."""
    must_say(command.text, "your observation")
    if command.observation in case.world.observations:
        raise Refused(Code.TWICE, "This observation is on record already.")
    if command.objective and (observes(case.seat) or command.objective not in case.world.scenario.objectives):
        raise Refused(Code.UNKNOWN_OBJECTIVE, "There is no such objective; choose one of the scenario's.")
    if command.team and case.world.team(command.team) is None:
        raise Refused(Code.UNKNOWN_TEAM, "There is no such team; choose one of this exercise's teams.")
    readers = (CONTROL_SEAT, f"seat:{case.seat}") if observes(case.seat) else (CONTROL_SEAT,)
    recorded = e.ObservationRecorded(
        readers, command.observation, case.seat, command.objective, command.team, command.text
    )
    return (recorded,)


def answer_hot_wash(case: Case, command: c.AnswerHotWash) -> tuple[Event, ...]:
    """A later answer of the same seat takes the place of its earlier one."""
    must_say(command.text, "your answer")
    if command.question not in case.world.scenario.hot_wash:
        raise Refused(Code.UNKNOWN_QUESTION, "There is no such question; choose one of the hot wash.")
    return (e.HotWashAnswered((CONTROL_SEAT, case.side), command.question, case.seat, command.text),)
