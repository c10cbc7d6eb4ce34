"""/applications/{id}/proofread: what was really sent, with what may be wrong in it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from highroad.app import clock
from highroad.app.asked import Asked
from highroad.app.queries.proofread import sent
from highroad.app.views.found import or_not_found


@require_GET
@or_not_found
def proofread(request: Asked, some_id: str) -> HttpResponse:
    """Every mail the user sent them, read once more."""
    found = sent(request.owner, some_id, zone=clock.now().tzinfo)
    return render(request, "proofread/proofread.html", {"section": "applications", "read": found})
