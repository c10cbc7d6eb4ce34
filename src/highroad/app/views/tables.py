"""/applications/csv: a tracker kept until now, matched column by column, looked at before it is kept."""

import base64
import binascii
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from highroad.app import clock
from highroad.app.actions.by_hand import Told
from highroad.app.actions.tables import MOST_BYTES, TARGETS, NotATable, Table, applications_in, bring_in, read_table
from highroad.app.asked import Asked
from highroad.app.says import says

SECTION = {"section": "applications"}
SHOWN = 5


@require_http_methods(["GET", "POST"])
def table(request: Asked) -> HttpResponse:
    """Choose a file; match its columns and look; keep it."""
    if request.method == "GET":
        return render(request, "applications/csv.html", SECTION)
    try:
        raw = _raw(request)
        found = read_table(raw)
    except NotATable as refusal:
        return render(request, "applications/csv.html", SECTION | {"refusal": refusal}, status=422)
    chosen = {target: request.POST.get(target, found.guess[target]) for target in TARGETS}
    applications = applications_in(found, chosen, today=clock.now().date())
    if "keep" in request.POST and applications:
        together = bring_in(request.owner, applications, now=clock.now())
        messages.success(request, says("tables.kept", many=len(applications)), extra_tags=together)
        return redirect("applications")
    return _preview(request, found, chosen, applications, raw)


def _preview(
    request: Asked, found: Table, chosen: dict[str, str], applications: list[tuple[Told, ...]], raw: bytes
) -> HttpResponse:
    context: dict[str, Any] = {
        "columns": found.columns,
        "matched": chosen.items(),
        "shown": applications[:SHOWN],
        "count": len(applications),
        "left_out": len(found.rows) - len(applications),
        "cut": found.cut,
        "carried": base64.b64encode(raw).decode(),
    }
    return render(request, "applications/csv_match.html", SECTION | context)


def _raw(request: Asked) -> bytes:
    """The file that was dropped, or the one carried along while its columns are matched."""
    dropped = request.FILES.get("file")
    if dropped:
        return next(iter(dropped.chunks(MOST_BYTES)), b"")
    try:
        return base64.b64decode(request.POST.get("carried", ""), validate=True)
    except binascii.Error as error:
        raise NotATable from error
