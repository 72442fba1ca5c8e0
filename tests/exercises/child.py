"""A process that sends dispatches until it is killed, and says which are acked: `python -m tests.exercises.child`."""

import os
import sys
from itertools import count

import django

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()

from django.db import connection

from tests.engine.builders import tiny
from tests.exercises.acting import NORTH, dispatch
from wargame.exercises import library, writer
from wargame.exercises.asked import Asked, new_request


def main(database: str, exercise_id: str) -> None:
    connection.settings_dict["NAME"] = database
    library.remember(tiny())
    for n in count():
        futures = []
        for one in range(5):
            command, brought = dispatch(f"d{n}-{one}")
            futures.append(
                (command.dispatch, writer.submit(exercise_id, Asked(NORTH, new_request(), command, brought)))
            )
        for id, future in futures:
            future.result()
            print(id, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
