"""/applications/csv: a tracker kept until now, matched column by column, looked at before it is kept."""

import base64
import binascii

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from highroad.app import clock
from highroad.app.actions.tables import TARGETS, NotATable, applications_in, bring_in, read_table

SHOWN = 5


@require_http_methods(["GET", "POST"])
def table(request: HttpRequest) -> HttpResponse:
    """Choose a file; match its columns and look; keep it."""
    if request.method == "GET":
        return render(request, "applications/csv.html", {"section": "applications"})
    try:
        raw = _raw(request)
        found = read_table(raw)
    except (NotATable, binascii.Error) as refusal:
        context = {"section": "applications", "refusal": str(refusal)}
        return render(request, "applications/csv.html", context, status=422)
    chosen = {target: request.POST.get(target, found.guess[target]) for target in TARGETS}
    applications = applications_in(found, chosen)
    if "keep" in request.POST and applications:
        together = bring_in(request.owner, applications, now=clock.now())
        messages.success(request, f"{len(applications)} applications are in your record.", extra_tags=together)
        return redirect("applications")
    context = {
        "section": "applications",
        "columns": found.columns,
        "matched": [(target, chosen[target]) for target in TARGETS],
        "shown": applications[:SHOWN],
        "count": len(applications),
        "left_out": len(found.rows) - len(applications),
        "carried": base64.b64encode(raw).decode(),
    }
    return render(request, "applications/csv_match.html", context)


def _raw(request: HttpRequest) -> bytes:
    dropped = request.FILES.get("file")
    return dropped.read() if dropped else base64.b64decode(request.POST.get("carried", ""))
