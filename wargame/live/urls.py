"""The pages, and the doors that take JSON without a session."""

from django.urls import path

from wargame.live import entry, join, pages, wall

urlpatterns = [
    path("", pages.home),
    path("new/<str:scenario>", pages.new),
    path("scenarios/<str:scenario>", pages.book),
    path("scenarios/<str:scenario>/simulation", pages.simulation),
    path("e/<str:exercise>/", pages.lobby),
    path("e/<str:exercise>/control", pages.control),
    path("e/<str:exercise>/report", pages.report),
    path("s/<str:seat>/", pages.seat),
    path("w/<str:wall>/", wall.page),
    path("w/<str:wall>/<str:code>.svg", wall.picture),
    path("join", pages.join),
    path("join/<str:code>", join.by_code),
    path("join/<str:code>/seats", join.seats_of_code),
    path("enter", entry.enter),
    path("login", entry.sign_in),
    path("logout", entry.sign_out),
]
