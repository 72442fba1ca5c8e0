"""Which path is whose."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from wargame.health import healthz, readyz

urlpatterns = [
    path("healthz", healthz),
    path("readyz", readyz),
    # One door for passwords, which counts wrong ones.
    path("admin/login/", RedirectView.as_view(url="/login", query_string=True)),
    path("admin/", admin.site.urls),
    path("api/", include("wargame.api.urls")),
    path("", include("wargame.live.urls")),
]
