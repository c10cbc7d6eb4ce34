"""The addresses of people: everyone met, and what the user says about one of them."""

from django.urls import path

from highroad.app.views import people

urlpatterns = [
    path("people", people.people, name="people"),
    path("people/<slug:person_id>", people.person, name="person"),
    path("people/<slug:person_id>/keep", people.keep),
    path("people/<slug:person_id>/snooze", people.snooze),
    path("people/<slug:person_id>/in-touch", people.in_touch),
    path("people/<slug:person_id>/same", people.same),
    path("people/<slug:person_id>/write", people.write),
]
