"""Every address of the app. GET shows, POST changes."""

from django.urls import path

from highroad.app.views import data, more, today, welcome

urlpatterns = [
    path("", today.today, name="today"),
    path("healthz", today.healthz),
    path("welcome", welcome.welcome, name="welcome"),
    path("welcome/sample", welcome.sample),
    path("more", more.more, name="more"),
    path("settings/data", data.data, name="data"),
    path("settings/data/backup", data.make_backup, name="data-backup"),
    path("settings/data/take", data.take_backup, name="data-take-backup"),
    path("settings/data/bring", data.bring, name="data-bring"),
    path("settings/data/json", data.take_json, name="data-json"),
    path("settings/data/csv", data.take_csv, name="data-csv"),
    path("settings/data/wipe", data.wipe_all, name="data-wipe"),
]

handler404 = "highroad.app.views.errors.not_found"
handler500 = "highroad.app.views.errors.went_wrong"
