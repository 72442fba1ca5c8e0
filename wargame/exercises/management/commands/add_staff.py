"""`manage.py add_staff NAME`: an account for one more facilitator, and its end."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from wargame.exercises import accounts
from wargame.exercises.management.on_record import RecordCommand


class Command(RecordCommand):
    help = (
        "Make an account that runs exercises, and print its password, which is shown only now; for a name that has "
        "one, a new password. It may not enter /admin/: for that, use createsuperuser."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name")
        parser.add_argument("--remove", action="store_true", help="close the account, its open pages and its tokens")

    def handle(self, *args: Any, name: str, remove: bool, **options: Any) -> None:
        try:
            if remove:
                accounts.close(name)
                self.stdout.write(f"{name} may no longer enter")
            else:
                self.stdout.write(f"{name} signs in at /login with: {accounts.add(name)}")
        except accounts.NoSuchAccount:
            raise CommandError(f"There is no staff account {name}.") from None
        except ValidationError as error:
            raise CommandError(error.messages[0]) from None
