"""/picture: the whole search as pictures that can be kept."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from highroad.app import clock
from highroad.app.asked import Asked
from highroad.app.queries.picture import pictures


@require_GET
def picture(request: Asked) -> HttpResponse:
    """Employers are numbers unless their names are asked for."""
    named = request.GET.get("employers") == "named"
    context = {"section": "more", "pictures": pictures(request.owner, now=clock.now(), named=named), "named": named}
    return render(request, "picture/picture.html", context)
