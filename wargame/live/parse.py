"""From the text on the wire to a frame, or to the one sentence that says why not."""

import re

from pydantic import TypeAdapter, ValidationError

from wargame.live.frames.client import ClientFrame

MOST_BYTES = 64 * 1024
"""Of a frame; the longest text a frame may carry is far below."""

_frames: TypeAdapter[ClientFrame] = TypeAdapter(ClientFrame)
_REQUEST = re.compile(r'"request_id"\s*:\s*"([0-9a-f]{32})"')


class BadFrame(Exception):
    """A text that is no frame. `text` is for the person; `request_id` is empty if none could be made out."""

    def __init__(self, text: str, request_id: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.request_id = request_id


def parse(text: str | None) -> ClientFrame:
    """The frame that this text is. None stands for bytes, which no page of ours sends. Raises BadFrame."""
    if text is None:
        raise BadFrame("A frame must be text.")
    if len(text) > MOST_BYTES or len(text.encode()) > MOST_BYTES:
        raise BadFrame(f"A frame may have at most {MOST_BYTES // 1024} KB.")
    request = _REQUEST.search(text)
    request_id = request[1] if request else ""
    if "\\u0000" in text:  # PostgreSQL cannot store it
        raise BadFrame("A text must not hold the character NUL.", request_id)
    try:
        return _frames.validate_json(text)
    except ValidationError as error:
        raise BadFrame(_sentence(error), request_id) from None


def _sentence(error: ValidationError) -> str:
    """The first thing wrong, without what was sent: that may be long, or not for a log."""
    found = error.errors(include_url=False, include_input=False, include_context=False)
    # A field of several kinds complains once for each; of NaN and infinity only one complaint is to the point.
    first = next((one for one in found if one["type"] == "finite_number"), found[0])
    if first["type"].startswith("union_tag"):
        return "This type of frame is not known here."
    if first["type"] == "json_invalid":
        return "A frame must be JSON."
    place = ".".join(str(step)[:40] for step in first["loc"][1:6])
    return f"{place}: {first['msg']}." if place else f"{first['msg']}."
