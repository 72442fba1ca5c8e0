"""What a browser gets."""

from typing import Annotated, Literal

from pydantic import Field

from wargame.exercises.wall import Show
from wargame.live.frames.common import Frame
from wargame.live.view_shape import Parts
from wargame.live.view_shape.common import Value


class View(Frame):
    """The whole view: after `hello`, and whenever patches would not do."""

    type: Literal["view"] = "view"
    here: str
    now: float
    """Server's seconds since StartEx."""
    parts: Parts


class Changed(Frame):
    """A JSON Merge Patch of the parts, from cursor `prev` to `here`."""

    type: Literal["changed"] = "changed"
    prev: str
    here: str
    now: float
    patch: dict[str, object]


class Ack(Frame):
    type: Literal["ack"] = "ack"
    request_id: str
    made: str = ""
    """Id of what the command made: order, draft, dispatch, agreement …"""
    revision: int = 0
    """New revision of an edited draft field."""


class Refused(Frame):
    type: Literal["refused"] = "refused"
    request_id: str
    """Empty when the frame was too broken to have one."""
    code: str
    text: str


class DraftField(Frame):
    value: Value
    revision: int
    seat: str
    """Who changed it last."""


class Draft(Frame):
    kind: str
    actor: str
    turn: int
    seat: str
    fields: dict[str, DraftField]
    ready: bool
    order: int


class Drafts(Frame):
    """The team's drafts, whole; sent after `view` and whenever one changes."""

    type: Literal["drafts"] = "drafts"
    drafts: dict[str, Draft]


class Present(Frame):
    state: Literal["here", "away", "dropped", "bot", "free"]
    editing: str = ""
    """`draft/field` that this seat is in (own team only)."""
    name: str = ""
    """Display name, for own team and control."""
    policy: str = ""
    """Of a bot: how it plays."""
    waits: bool = False
    """Somebody sits here whom control has not confirmed; told to control."""


class PresentStaff(Frame):
    """One of control's people, on however many pages."""

    name: str
    away: bool
    holds: str
    """Key of the queue's item in hand; "" for none, and while they are away."""


class Presence(Frame):
    """Own team's seats; for control all, and control's people. Unnumbered: the next one replaces it."""

    type: Literal["presence"] = "presence"
    seats: dict[str, Present]
    staff: dict[str, PresentStaff] = {}
    """By account; for control alone."""


class Texts(Frame):
    type: Literal["texts"] = "texts"
    request_id: str
    texts: dict[str, str]
    """Only those that this viewer may read and that are not erased."""


class LogLine(Frame):
    seq: int
    at: float
    turn: int
    kind: str
    sentence: str
    reason: str = ""
    """Reference of the text that says why, where the act has one that still counts."""
    why: str = ""
    """Of what a rewind took back: that text itself, since no view refers to it any more."""
    void: bool
    """A rewind took it back."""
    team: str
    by: str = ""
    """Who of control's people did it."""
    hash: str


class LogPage(Frame):
    type: Literal["log_page"] = "log_page"
    request_id: str
    lines: list[LogLine]
    head: int
    head_hash: str


class SeenAs(Frame):
    type: Literal["seen_as"] = "seen_as"
    request_id: str
    seat: str
    parts: Parts


class Job(Frame):
    """Progress of work in a worker that this viewer asked for or waits on."""

    type: Literal["job"] = "job"
    job: str
    kind: Literal["adjudication", "report"]
    state: Literal["waiting", "running", "done", "failed"]
    progress: float
    """0 to 1."""
    text: str
    link: str = ""


class Wall(Frame):
    """What the walls show, for walls and control. Unnumbered: the next one replaces it."""

    type: Literal["wall"] = "wall"
    show: Show
    of: str
    line: str
    code: str
    """The join code, while the lobby or the slide calls for it."""
    taken: int
    """Seats of teams that are not free, of `seats`."""
    seats: int


class Pong(Frame):
    type: Literal["pong"] = "pong"
    sent: float
    now: float


class Closing(Frame):
    """The last frame: this seat is taken elsewhere, was freed, or the page must be loaded anew."""

    type: Literal["closing"] = "closing"
    why: Literal["taken_elsewhere", "freed", "reload", "full"]


ServerFrame = Annotated[
    View | Changed | Ack | Refused | Drafts | Presence | Texts | LogPage | SeenAs | Job | Wall | Pong | Closing,
    Field(discriminator="type"),
]
