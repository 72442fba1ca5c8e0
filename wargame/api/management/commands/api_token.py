"""`manage.py api_token USER` makes a token for scripts, and `--revoke` ends the user's tokens."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import CommandError, CommandParser

from wargame.exercises import codes
from wargame.exercises.management.on_record import RecordCommand


class Command(RecordCommand):
    help = "Print a token with which a script may use /api as this member of staff. It is shown only now."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("user", help="name of a staff account")
        parser.add_argument("--days", type=int, default=30, choices=range(1, 366), metavar="1-365", help="default: 30")
        parser.add_argument("--revoke", action="store_true", help="end all tokens of this user; make none")

    def handle(self, *args: Any, user: str, days: int, revoke: bool, **options: Any) -> None:
        found = User.objects.filter(username=user).first()
        if found is None or not found.is_staff:
            raise CommandError(f"There is no staff account {user}.")
        if revoke:
            self.stdout.write(f"{codes.revoke_tokens(found)} revoked")
        else:
            self.stdout.write(codes.new_token(found, timedelta(days=days)))
