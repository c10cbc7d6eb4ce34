"""Every address of the app. GET shows, POST changes."""

from django.urls import path

from highroad.app.views import today

urlpatterns = [
    path("", today.today),
    path("healthz", today.healthz),
]

handler404 = "highroad.app.views.errors.not_found"
handler500 = "highroad.app.views.errors.went_wrong"
