"""How much one request may carry. Django's own limit comes too late: the body has been written to disk by then."""

import json
from typing import Any


class TooLarge(Exception):
    """A request's body exceeds the limit."""


def limited(app: Any, most: int) -> Any:
    """The ASGI application, which answers 413 to a body of more than `most` bytes, announced or not."""

    async def counted(scope: Any, receive: Any, send: Any) -> None:
        length = dict(scope["headers"]).get(b"content-length", b"0")
        if not length.isdigit() or int(length) > most:
            await refuse(send, most)
            return
        got = 0

        async def receive_counted() -> Any:
            nonlocal got
            message = await receive()
            got += len(message.get("body", b""))
            if got > most:
                raise TooLarge
            return message

        try:
            await app(scope, receive_counted, send)
        except TooLarge:
            await refuse(send, most)

    return counted


async def refuse(send: Any, most: int) -> None:
    said = json.dumps({"code": "too_large", "text": f"Send at most {most // 1024} KB."}).encode()
    headers = [(b"content-type", b"application/json"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": said})
