"""What the OpenAPI schema says beyond the views: how scripts prove who they are, and the one shape of every error."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.plumbing import build_bearer_security_scheme_object

REFUSED = {
    "type": "object",
    "description": "Why not: a code for scripts, a sentence for people.",
    "properties": {"code": {"type": "string"}, "text": {"type": "string"}},
    "required": ["code", "text"],
}


class TokenScheme(OpenApiAuthenticationExtension):
    """A token of `manage.py api_token`."""

    target_class = "wargame.api.staff.ByToken"
    name = "token"

    def get_security_definition(self, auto_schema: object) -> dict[str, Any]:
        scheme: dict[str, Any] = build_bearer_security_scheme_object("Authorization", "Bearer")
        return scheme


def errors(result: dict[str, Any], **_: object) -> dict[str, Any]:
    """Declare the error of every operation: a postprocessing hook of drf-spectacular."""
    result["components"]["schemas"]["Refused"] = REFUSED
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Refused"}}}
    for methods in result["paths"].values():
        for operation in methods.values():
            operation["responses"]["default"] = {"description": "Refused", "content": content}
    return result
