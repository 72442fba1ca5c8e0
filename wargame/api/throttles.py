"""How often one member of staff may ask; reading is free. `REST_FRAMEWORK` has the rates."""

from typing import TYPE_CHECKING

from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.throttling import UserRateThrottle

if TYPE_CHECKING:
    from rest_framework.views import APIView  # at run time it imports this module, by the settings


class Writes(UserRateThrottle):
    """Whatever may change something."""

    scope = "write"

    def allow_request(self, request: Request, view: "APIView") -> bool:
        return request.method in SAFE_METHODS or super().allow_request(request, view)


class Reports(Writes):
    """Reports, which keep a worker busy for seconds."""

    scope = "report"
