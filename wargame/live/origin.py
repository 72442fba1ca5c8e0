"""Sockets only from our own pages. A browser sends cookies along from any page; the Origin header says from which."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import split_domain_port, validate_host


def own_pages_only(app: Any) -> Any:
    """The ASGI application, which refuses (403) unless Origin is the very host and port asked for, and one of ours."""

    async def checked(scope: Any, receive: Any, send: Any) -> None:
        headers = dict(scope["headers"])
        host = headers.get(b"host", b"").decode("latin1")
        origin = urlsplit(headers.get(b"origin", b"").decode("latin1"))
        if is_ours(host) and origin.netloc == host and origin.scheme in ("http", "https"):
            await app(scope, receive, send)
        else:
            await send({"type": "websocket.close"})

    return checked


def is_ours(host: str) -> bool:
    """Whether Django would answer to this Host header."""
    domain, _ = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)
