"""Every connection enters here: HTTP goes to Django, sockets to the live door."""

import os

from channels.routing import ProtocolTypeRouter
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wargame.settings")

import wargame.celery  # noqa: E402, F401  so that a job started from a request finds our broker

django = get_asgi_application()  # sets Django up; what follows needs it

from django.conf import settings  # noqa: E402

from wargame.limits import limited  # noqa: E402
from wargame.live.lifespan import lifespan  # noqa: E402
from wargame.live.routing import sockets  # noqa: E402

http = limited(django, settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
application = ProtocolTypeRouter({"http": http, "websocket": sockets, "lifespan": lifespan})
