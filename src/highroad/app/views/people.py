"""/people: everyone met, and one of them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from highroad.app.asked import Asked
from highroad.app.queries import people as people_query
from highroad.app.views.found import or_not_found

SECTION = {"section": "people"}


@require_GET
def people(request: Asked) -> HttpResponse:
    """Everyone met, last heard of first."""
    page, met = people_query.people(request.owner, number=request.GET.get("page", ""))
    return render(request, "people/people.html", SECTION | {"page": page, "people": met})


@require_GET
@or_not_found
def person(request: Asked, person_id: str) -> HttpResponse:
    """One person, and where they were met."""
    found = people_query.person(request.owner, person_id)
    return render(request, "people/person.html", SECTION | {"person": found})
