"""What a browser sends."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from wargame.exercises.wall import Show
from wargame.live.frames.common import Frame, Key, Line, Number, RequestId, Text, Whole
from wargame.live.frames.control import ByControl
from wargame.live.frames.player import ByPlayer

AnyCommand = Annotated[ByPlayer | ByControl, Field(discriminator="type")]


class Hello(Frame):
    """First frame on a socket: the cursor of the last view or change, if the page still has one."""

    type: Literal["hello"] = "hello"
    cursor: str = ""
    packed: bool = False
    """The page unpacks raw deflate: views then come as bytes, a fifth of the size or less."""


class Send(Frame):
    type: Literal["send"] = "send"
    request_id: RequestId
    command: AnyCommand


class OpenDraft(Frame):
    """Begin a draft that the whole team sees."""

    type: Literal["open_draft"] = "open_draft"
    request_id: RequestId
    kind: Key
    actor: Key


class EditDraft(Frame):
    """Set one field; refused as `draft_changed` if another seat changed it since `revision`."""

    type: Literal["edit_draft"] = "edit_draft"
    request_id: RequestId
    draft: Key
    field: Key
    """`form.<id>`, `rationale`, `expected`, `action` or `ready` (value true or false)."""
    value: bool | Whole | Number | Text
    revision: Whole


class DropDraft(Frame):
    type: Literal["drop_draft"] = "drop_draft"
    request_id: RequestId
    draft: Key


class ReadTexts(Frame):
    type: Literal["read_texts"] = "read_texts"
    request_id: RequestId
    refs: Annotated[list[Key], Field(min_length=1, max_length=100)]


class ReadLog(Frame):
    """Control: a page of the log, newest first, before `before` (0: from the end)."""

    type: Literal["read_log"] = "read_log"
    request_id: RequestId
    before: Whole = 0


class SeeAs(Frame):
    """Control: the view of a seat, read-only, as a whole."""

    type: Literal["see_as"] = "see_as"
    request_id: RequestId
    seat: Key


class ShowOnWall(Frame):
    """Control: what every wall of the exercise shows from now on."""

    type: Literal["show_on_wall"] = "show_on_wall"
    request_id: RequestId
    show: Show
    of: Annotated[str, StringConstraints(max_length=80)] = ""
    """Which indicator, ruling or question."""
    line: Line = ""
    """For `stand_by`."""


class Ping(Frame):
    """Keeps the line open and measures the clock's skew."""

    type: Literal["ping"] = "ping"
    sent: float


class Attend(Frame):
    """Where this seat is now, for its team's presence. Unanswered, unnumbered; the next one replaces it."""

    type: Literal["attend"] = "attend"
    away: bool = False
    """The page is hidden."""
    editing: Annotated[str, StringConstraints(max_length=161)] = ""
    """`draft/field` that has the focus; of control's people, the key of the queue's item in hand."""


Asks = Send | OpenDraft | EditDraft | DropDraft | ReadTexts | ReadLog | SeeAs | ShowOnWall
"""Frames with a request id: each gets `ack`, `refused` or what it asked for."""
ClientFrame = Annotated[Hello | Asks | Ping | Attend, Field(discriminator="type")]
