"""`manage.py scenario_schema`: the JSON Schema that gives editors completion and hints in scenario packs."""

from django.conf import settings

from wargame.exercises.packs.schema import schema_text
from wargame.generated import Generates


class Command(Generates):
    help = "Write scenarios/schema.json, which gives editors completion and hints in scenario packs."
    path = settings.BASE_DIR / "scenarios" / "schema.json"

    def text(self) -> str:
        return schema_text()
