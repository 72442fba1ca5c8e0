"""`manage.py scenario_schema`: write the JSON Schema that editors use for scenario packs."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from wargame.exercises.packs.schema import schema_text


class Command(BaseCommand):
    requires_system_checks = []
    help = "Write scenarios/schema.json, which gives editors completion and hints in scenario packs."

    def handle(self, *args: Any, **options: Any) -> None:
        path = settings.BASE_DIR / "scenarios" / "schema.json"
        path.write_text(schema_text())
        self.stdout.write(f"wrote {path.relative_to(settings.BASE_DIR)}")
