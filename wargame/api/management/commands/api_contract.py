"""`manage.py api_contract`: the front end's types of the REST door."""

from drf_spectacular.generators import SchemaGenerator

from wargame.generated import FRONTEND, Generates, typescript


class Command(Generates):
    help = "Write frontend/src/api.ts from the REST door's OpenAPI schema."
    path = FRONTEND / "src" / "api.ts"

    def text(self) -> str:
        return typescript("openapi-typescript/bin/cli.js", SchemaGenerator().get_schema(request=None, public=True))
