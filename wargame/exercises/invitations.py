"""What is handed out so that people come: the link of a join code, and its picture for phones."""

import io
from functools import lru_cache

import segno
from django.conf import settings
from django.http import HttpRequest


def origin(request: HttpRequest) -> str:
    """Where people reach this server: the address in the room rather than this machine's own name for itself."""
    found: str = settings.PUBLIC_ORIGIN or request.build_absolute_uri("/").rstrip("/")
    return found


def join_link(request: HttpRequest, code: str) -> str:
    """Leads to the form of that code; without one, to where a code is typed."""
    return f"{origin(request)}/join/{code}" if code else f"{origin(request)}/join"


def qr_svg(link: str) -> bytes:
    """The link as a QR code that grows with its place: black on white, whatever the page's colours."""
    drawn = io.BytesIO()
    segno.make(link, error="m").save(drawn, kind="svg", border=2, light="#fff", omitsize=True)
    return drawn.getvalue()


@lru_cache(maxsize=256)
def qr(link: str) -> str:
    """The link as a QR code: SVG in a data URI. A lobby asks for the same few every five seconds."""
    return segno.make(link, error="m").svg_data_uri(border=2)
