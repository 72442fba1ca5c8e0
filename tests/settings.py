"""The same settings, with their own data folder: a test never touches a real exercise.

`DATABASE_URL` and `REDIS_URL` work as ever; tests/run.py sets them to run the record's tests on PostgreSQL.
"""

import os
import tempfile
from pathlib import Path

_data = tempfile.TemporaryDirectory(prefix="wargame-tests-")
os.environ["WARGAME_DATA"] = _data.name
os.environ.setdefault("WARGAME_SECRET_KEY", "only for tests")

from wargame.settings import *  # noqa: E402, F403
from wargame.settings import DATABASE_URL, DATABASES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # tests sign in often

if not DATABASE_URL:
    # A file, not memory: the writer thread and a live server open it too, as they would a real one.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(_data.name) / "test.sqlite3")}
    # Nobody pulls the plug on a test.
    options = DATABASES["default"]["OPTIONS"]
    options["init_command"] = options["init_command"].replace("synchronous=FULL", "synchronous=OFF")
