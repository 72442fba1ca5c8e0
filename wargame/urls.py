"""Which path is whose."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from wargame.health import healthz, readyz

handler400 = "wargame.errors.bad_request"
handler403 = "wargame.errors.forbidden"
handler404 = "wargame.errors.not_found"
handler500 = "wargame.errors.server_error"

urlpatterns = [
    path("healthz", healthz),
    path("readyz", readyz),
    # One door for passwords, which counts wrong ones.
    path("admin/login/", RedirectView.as_view(url="/login", query_string=True)),
    path("admin/", admin.site.urls),
    path("api/", include("wargame.api.urls")),
    path("", include("wargame.live.urls")),
]
