"""Which path is whose."""

from django.contrib import admin
from django.urls import include, path

from wargame.health import healthz, readyz

urlpatterns = [
    path("healthz", healthz),
    path("readyz", readyz),
    path("admin/", admin.site.urls),
    path("api/", include("wargame.api.urls")),
    path("", include("wargame.live.urls")),
]
