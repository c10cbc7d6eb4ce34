"""/people: everyone met, and one of them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from highroad.app.queries import people as people_query
from highroad.app.queries.applications import NotThere

SECTION = {"section": "people"}


@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """Everyone met, last heard of first."""
    page = people_query.people(request.owner, number=request.GET.get("page", 1))
    return render(request, "people/people.html", SECTION | {"page": page})


@require_GET
def person(request: HttpRequest, person_id: str) -> HttpResponse:
    """One person, and where they were met."""
    try:
        found = people_query.person(request.owner, person_id)
    except NotThere as error:
        raise Http404 from error
    return render(request, "people/person.html", SECTION | {"person": found})
