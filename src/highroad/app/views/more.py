"""The list of everything that is not in the rail."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET


@require_GET
def more(request: HttpRequest) -> HttpResponse:
    """Show the list."""
    return render(request, "more/more.html", {"section": "more"})
