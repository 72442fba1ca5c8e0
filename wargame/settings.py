"""One settings module for both ways to run.

Embedded (nothing set): SQLite, an in-memory bell and an in-process broker, all in one process.
Full: `DATABASE_URL` (PostgreSQL) and `REDIS_URL` move the record, and the bell, cache and broker, out of the process.

| variable           | means                                                  | if unset                           |
| ------------------ | ------------------------------------------------------ | ---------------------------------- |
| WARGAME_DATA       | folder of the database, the secret key and the reports | `data/` beside manage.py           |
| WARGAME_SECRET_KEY | Django's secret key                                    | embedded: made once, kept in there |
| WARGAME_HOSTS      | host names that may be asked for, with commas between  | this machine only                  |
| WARGAME_ORIGIN     | how players reach us, such as http://192.168.1.5:8000  | the address of each request        |
| WARGAME_HTTPS      | 1: behind a proxy that speaks HTTPS and says so        | plain HTTP                         |
| WARGAME_DEBUG      | 1: Django's debug pages; never with people in the room | off                                |
"""

import os
import secrets
import tempfile
from collections.abc import MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from kombu import Exchange, Queue

BASE_DIR = Path(__file__).resolve().parent.parent


def switch(name: str) -> bool:
    return os.environ.get(name, "") == "1"


def secret_key(folder: Path) -> str:
    """Read the laptop's own key, made on the first run; nobody else on the machine may read it."""
    path = folder / "secret_key"
    try:
        return _kept(path)
    except OSError as error:
        raise ImproperlyConfigured(
            f"{path} cannot be written ({error.strerror}): make room for it, or choose another folder with "
            "WARGAME_DATA=/some/folder."
        ) from None


def _kept(path: Path) -> str:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=path.parent)  # mkstemp's files are 0600
        try:
            with os.fdopen(handle, "w") as file:
                file.write(secrets.token_urlsafe(50))
            with suppress(FileExistsError):
                os.link(draft, path)  # whole or not at all, and never over another process's key
        finally:
            os.unlink(draft)
    return path.read_text()


def database(url: str) -> dict[str, Any]:
    """`postgresql://user:password@host:port/name?option=value` as Django wants it."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL must start with postgresql://; leave it unset for SQLite.")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": "5", **options},
    }


def keep_assets(headers: MutableMapping[str, str], path: str, url: str) -> None:
    """Vite puts a hash into the name of each file in assets/, so a browser need never ask for one again."""
    # ServeStatic has a setting for this, which its Django middleware does not read.
    if url.startswith("/static/assets/"):
        headers["Cache-Control"] = "max-age=31536000, public, immutable"


# --- which way we run ---

DATABASE_URL = os.environ.get("DATABASE_URL", "")
REDIS_URL = os.environ.get("REDIS_URL", "")
EMBEDDED = not (DATABASE_URL or REDIS_URL)
SCENARIOS = Path(os.environ.get("WARGAME_SCENARIOS") or BASE_DIR / "scenarios")
"""The library: a folder of packs."""
DATA_DIR = Path(os.environ.get("WARGAME_DATA") or BASE_DIR / "data")
HTTPS = switch("WARGAME_HTTPS")
PUBLIC_ORIGIN = os.environ.get("WARGAME_ORIGIN", "")

DEBUG = switch("WARGAME_DEBUG")
ALLOWED_HOSTS = [host for host in os.environ.get("WARGAME_HOSTS", "").split(",") if host] or [
    "localhost",
    "127.0.0.1",
    "[::1]",
]

SECRET_KEY = os.environ.get("WARGAME_SECRET_KEY", "")
if not SECRET_KEY and EMBEDDED:
    SECRET_KEY = secret_key(DATA_DIR)
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "DATABASE_URL or REDIS_URL is set, so several processes share one key: set WARGAME_SECRET_KEY to a long "
        "random text, the same for all of them. To make one: "
        "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
    )

# --- the record ---

if DATABASE_URL:
    DATABASES = {"default": database(DATABASE_URL)}
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA_DIR / "wargame.sqlite3",
            "OPTIONS": {
                # Lock when a transaction begins: a lock asked for midway is refused at once, not waited for.
                "transaction_mode": "IMMEDIATE",
                "timeout": 5,
                # WAL: readers do not wait for the writer. FULL: an acked order survives a pulled plug.
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            },
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- the bell, the cache and the jobs ---

CACHES: dict[str, Any]
CHANNEL_LAYERS: dict[str, Any]
if REDIS_URL:
    CACHES = {
        "default": {
            "BACKEND": "wargame.cache.ForgetfulCache",
            "LOCATION": REDIS_URL,
            "OPTIONS": {"socket_timeout": 1, "socket_connect_timeout": 1},
        }
    }
    CHANNEL_LAYERS = {
        "default": {"BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer", "CONFIG": {"hosts": [REDIS_URL]}}
    }
    CELERY_BROKER_URL = CELERY_RESULT_BACKEND = REDIS_URL
    # Longer than any job may take, or Redis hands a job that is still running to a second worker.
    CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = {
        "visibility_timeout": 3600,
        "socket_timeout": 10,  # a Redis that hangs is a Redis that is away
        "socket_connect_timeout": 2,
        "socket_keepalive": True,
    }
else:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    CHANNEL_LAYERS = {}  # there is no other process, and one's own rooms hear its bell without a layer
    CELERY_BROKER_URL = "memory://localhost/"
    CELERY_RESULT_BACKEND = "cache+memory://"
    CELERY_BROKER_TRANSPORT_OPTIONS = {"polling_interval": 0.01}  # the default waits a second for each job

CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SERIALIZER = CELERY_RESULT_SERIALIZER = CELERY_EVENT_SERIALIZER = "json"
QUEUES = ("adjudication", "bots", "reports", "batch")
# Each has an exchange of its own: left out, all would hang on the default one, and each get every job.
CELERY_TASK_QUEUES = [Queue(name, Exchange(name), routing_key=name) for name in QUEUES]
CELERY_TASK_DEFAULT_QUEUE = "adjudication"
CELERY_TASK_ROUTES = {f"{queue}.*": {"queue": queue} for queue in QUEUES[1:]}
# A killed worker delays a job and never loses it: jobs are idempotent, and acked only when done.
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
# The one who asks never waits for a broker that is away; the ticker asks again.
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_IGNORE_RESULT = True  # results are rows; a job whose result is gathered says so itself
CELERY_TASK_SOFT_TIME_LIMIT = 540
CELERY_TASK_TIME_LIMIT = 600
CELERY_RESULT_EXPIRES = 3600
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "UTC"
# The net under rooms that died and jobs that were lost. One that waited is worth nothing: the next one comes.
CELERY_BEAT_SCHEDULE = {"tick": {"task": "exercises.tick", "schedule": 1.0, "options": {"expires": 1.0}}}

# --- the parts ---

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "channels",
    "csp",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "rest_framework",
    "wargame.exercises",
    "wargame.live",
    "wargame.api",
    "wargame.bots",
    "wargame.reports",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "wargame.middleware.refuse_nul",
    "servestatic.middleware.ServeStaticMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "wargame" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
ROOT_URLCONF = "wargame.urls"
ASGI_APPLICATION = "wargame.asgi.application"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_I18N = USE_TZ = True

# --- the front end: built by Vite into frontend/dist, served from there by whoever serves the page ---

FRONTEND_DIST = BASE_DIR / "frontend" / "dist"
FRONTEND_MANIFEST = FRONTEND_DIST / "manifest.json"  # which hashed file is which source
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [FRONTEND_DIST] if FRONTEND_DIST.is_dir() else []
SERVESTATIC_USE_FINDERS = True  # no collectstatic step between a build and a page
SERVESTATIC_AUTOREFRESH = DEBUG
SERVESTATIC_ALLOW_ALL_ORIGINS = False
SERVESTATIC_ADD_HEADERS_FUNCTION = keep_assets

# --- the door is shut by default ---

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        # React Aria adds one <style>; it takes the nonce from <meta property="csp-nonce"> in the page.
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SECURE_REFERRER_POLICY = "no-referrer"  # the admin says same-origin in its own page: see templates/admin/base_site.html
X_FRAME_OPTIONS = "DENY"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin" if HTTPS else None  # browsers ignore it, loudly, in plain HTTP
CSRF_FAILURE_VIEW = "wargame.errors.csrf_failed"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# On a laptop in a room there is no HTTPS, and a Secure cookie would never come back.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz)$"]  # asked from inside, without the proxy

DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 10

REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "wargame.api.staff.ByToken",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAdminUser"],
    "EXCEPTION_HANDLER": "wargame.api.errors.answer",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    # Codes, links and passwords are counted where they are tried: see live/attempts.py.
    "DEFAULT_THROTTLE_CLASSES": ["wargame.api.throttles.Writes"],
    "DEFAULT_THROTTLE_RATES": {"write": "600/min", "report": "30/min"},
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Wargame",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "POSTPROCESSING_HOOKS": ["drf_spectacular.hooks.postprocess_schema_enums", "wargame.api.schema.errors"],
    "ENUM_NAME_OVERRIDES": {
        "StatusEnum": ["lobby", "running", "ended"],
        "SimulationState": ["waiting", "running", "done", "failed", "cancelled"],
    },
    "SERVE_PERMISSIONS": ["rest_framework.permissions.IsAdminUser"],
    # The pages of the docs come with the package, so that they open without the internet.
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
}

# Logs say what happened to which id: never a payload, a name or a token.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_codes": {"()": "wargame.logs.NoCodes"}, "one_line": {"()": "wargame.away.OneLine"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # A wrong code or a lost session is a person's everyday, and no line in the log.
        "django.request": {"level": "ERROR", "filters": ["no_codes"]},
        "channels_redis.pubsub": {"filters": ["one_line"]},
        "wargame": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}
