"""Which socket path is whose."""

from typing import Any

from channels.auth import AuthMiddlewareStack
from channels.routing import URLRouter
from django.urls import path

from wargame.live.consumers import LiveConsumer
from wargame.live.origin import own_pages_only
from wargame.live.seat_auth import by_link, by_seat, by_session


def socket(route: str, app: Any) -> Any:
    """Django's `path`, which does not know that Channels routes to ASGI applications."""
    return path(route, app)


sockets = own_pages_only(
    URLRouter(
        [
            socket("s/<str:seat>/socket", LiveConsumer.as_asgi(whose=by_seat)),
            socket("e/<str:exercise>/socket", AuthMiddlewareStack(LiveConsumer.as_asgi(whose=by_session))),
            socket("w/<str:wall>/socket", LiveConsumer.as_asgi(whose=by_link)),
        ]
    )
)
