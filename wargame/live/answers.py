"""What a guest's frame asks of the room and the record, and the frame that answers it. No rule is decided here."""

import asyncio
import logging
from functools import partial

from wargame.engine.commands import CONTROL_SEAT, TextRef
from wargame.engine.observers import observes
from wargame.engine.refusals import Code, Refused
from wargame.engine.sight import viewer_of
from wargame.engine.views import may_read
from wargame.exercises import drafts, queries, texts
from wargame.exercises.asked import Answer, Asked, NoSuchExercise, Unavailable
from wargame.exercises.texts import Texts
from wargame.exercises.wall import Slide, show_on_wall
from wargame.exercises.writer import submit
from wargame.live.frames import client, control, player, server
from wargame.live.guest import Guest
from wargame.live.log_lines import log_line, reasons_taken_back
from wargame.live.parts import encode, layers
from wargame.live.reading import doing, reading
from wargame.live.room import Room
from wargame.live.to_command import Asking, to_command

log = logging.getLogger(__name__)


async def answer(room: Room, guest: Guest, frame: client.ClientFrame) -> None:
    """Do what the frame says. Answers go to the guest's outbox, some of them later."""
    match frame:
        case client.Hello(cursor=cursor, packed=packed):
            room.enter(guest, cursor, packed=packed)
        case client.Ping(sent=sent):
            tell(guest, server.Pong(sent=sent, now=room.now))
        case client.Attend(away=away, editing=editing):
            room.company.attend(guest, away=away, editing=editing)
        case _:
            await _answer_request(room, guest, frame)


async def _answer_request(room: Room, guest: Guest, frame: client.Asks) -> None:
    try:
        await _serve(room, guest, frame)
    except Exception as error:  # a bug or a database that is away: the asker hears, the socket stays
        tell(guest, refusal(frame.request_id, error))


async def _serve(room: Room, guest: Guest, frame: client.Asks) -> None:
    match frame:
        case client.Send():
            send(room, guest, frame)
        case client.OpenDraft(kind=kind, actor=actor):
            new_id = Asking(room.exercise, guest.seat, frame.request_id, Texts()).new_id
            opened = await doing(drafts.open_draft, room.exercise, playing_seat(room, guest), kind, actor, new_id)
            tell(guest, server.Ack(request_id=frame.request_id, made=opened.id))
        case client.EditDraft(draft=draft, field=field, value=value, revision=revision):
            edit = (room.exercise, playing_seat(room, guest), draft, field, value, revision)
            tell(guest, server.Ack(request_id=frame.request_id, revision=await doing(drafts.edit_draft, *edit)))
        case client.DropDraft(draft=draft):
            await doing(drafts.drop_draft, room.exercise, playing_seat(room, guest), draft)
            tell(guest, server.Ack(request_id=frame.request_id))
        case client.ReadTexts(refs=refs):
            viewer = room.viewer(guest.seat)
            may = [TextRef(ref) for ref in refs if may_read(room.world, viewer, TextRef(ref))]
            found = await reading(texts.read, room.exercise, may)
            tell(
                guest, server.Texts(request_id=frame.request_id, texts={str(ref): body for ref, body in found.items()})
            )
        case client.ReadLog(before=before):
            check_control(guest)
            lines, head, head_hash = await reading(queries.log_page, room.exercise, before)
            taken_back = await reading(texts.read, room.exercise, reasons_taken_back(lines))
            page = [log_line(line, taken_back) for line in lines]
            tell(guest, server.LogPage(request_id=frame.request_id, lines=page, head=head, head_hash=head_hash))
        case client.SeeAs(seat=seat):
            check_control(guest)
            guest.outbox.push(seen_as(room, frame.request_id, seat))
        case client.ShowOnWall(show=show, of=of, line=line):
            check_control(guest)
            await doing(show_on_wall, room.exercise, Slide(show, of, line))
            tell(guest, server.Ack(request_id=frame.request_id))


# Commands


def send(room: Room, guest: Guest, frame: client.Send) -> None:
    """Queue the command. What waits is carried out in the order in which it was sent."""
    check_may_ask(room, guest, frame.command)
    asking = Asking(room.exercise, guest.seat, frame.request_id, Texts())
    command = to_command(frame.command, asking)
    draft = frame.command.draft or "" if isinstance(frame.command, player.SubmitOrder) else ""
    future = submit(room.exercise, Asked(guest.seat, frame.request_id, command, asking.texts, draft, guest.account))
    asyncio.wrap_future(future).add_done_callback(partial(_answered, guest, frame.request_id))


def _answered(guest: Guest, request_id: str, done: "asyncio.Future[Answer]") -> None:
    if done.cancelled():
        return
    error = done.exception() or done.result().refused
    tell(guest, refusal(request_id, error) if error else server.Ack(request_id=request_id, made=done.result().made))


def check_may_ask(room: Room, guest: Guest, command: client.AnyCommand) -> None:
    """Which kinds of command a socket may carry at all; the engine checks the rest. Raises Refused."""
    if guest.seat == CONTROL_SEAT:
        return
    if observes(guest.seat) and isinstance(command, control.ByObserver):
        check_admitted(room, guest)
        return
    if not isinstance(command, player.ByPlayer):
        raise Refused(Code.NOT_YOURS, "Only control may do this.")
    playing_seat(room, guest)


def playing_seat(room: Room, guest: Guest) -> str:
    """The guest's seat, if it is a team's and control has confirmed who sits there. Raises Refused."""
    if not guest.plays:
        raise Refused(Code.NOT_YOURS, "Only a seat of a team may do this.")
    check_admitted(room, guest)
    return guest.seat


def check_admitted(room: Room, guest: Guest) -> None:
    if not room.company.admitted(guest):
        raise Refused(Code.NOT_YOURS, "Control has not confirmed your seat yet.")


def check_control(guest: Guest) -> None:
    if guest.seat != CONTROL_SEAT:
        raise Refused(Code.NOT_YOURS, "Only control may do this.")


# Answers


def refusal(request_id: str, error: BaseException) -> server.Refused:
    """What the asker is told of a refusal, or of a failure."""
    match error:
        case Refused(code=code, text=text):
            return server.Refused(request_id=request_id, code=code, text=text)
        case Unavailable():
            return server.Refused(request_id=request_id, code=Code.UNAVAILABLE, text=Unavailable.text)
        case NoSuchExercise():
            return server.Refused(request_id=request_id, code=Code.UNAVAILABLE, text="The exercise is gone.")
    log.error("a request failed", exc_info=error)
    return server.Refused(request_id=request_id, code=Code.UNAVAILABLE, text=FAILED)


FAILED = "Something went wrong on our side, and nothing has changed. Tell control."


def tell(guest: Guest, frame: server.ServerFrame) -> None:
    guest.outbox.push(frame.model_dump_json())


def seen_as(room: Room, request_id: str, seat: str) -> str:
    """The frame `SeenAs`. Raises Refused."""
    viewer = viewer_of(room.world, seat)
    if viewer.seat != seat:
        raise Refused(Code.UNKNOWN_SEAT, "There is no such seat.")
    body = ",".join(f'"{name}":{room.parts.text(key)}' for name, key in layers(viewer).items())
    head = f'"type":"seen_as","request_id":{encode(request_id)},"seat":{encode(seat)}'
    return f'{{{head},"parts":{{{body}}}}}'
