"""/settings/data: copy, put back, take along and delete."""

import tempfile
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from highroad.app import clock
from highroad.app.actions.backup import BackupTooNew, NotABackup, back_up, restore
from highroad.app.actions.bring_back import NotAnExport, RecordNotEmpty, bring_back
from highroad.app.actions.consents import Gate, allow
from highroad.app.actions.wipe import wipe
from highroad.app.asked import Asked
from highroad.app.queries.exports import as_csv, as_json
from highroad.app.queries.folder import backups
from highroad.app.says import says


@require_GET
def data(request: Asked) -> HttpResponse:
    """Show where everything lies and what can be done with it."""
    context = {"section": "more", "folder": settings.DATA_FOLDER, "backups": backups(settings.DATA_FOLDER)}
    return render(request, "data/data.html", context)


@require_POST
def make_backup(request: Asked) -> HttpResponse:
    """Make a backup in the folder."""
    made = back_up(now=clock.now())
    messages.success(request, says("data.copied", name=made.name))
    return redirect("data")


@require_POST
def take_backup(request: Asked) -> FileResponse:  # noqa: ARG001
    """Make a backup and hand it over as a file."""
    made = back_up(now=clock.now())
    return FileResponse(made.open("rb"), as_attachment=True, filename=made.name)


@require_POST
def bring(request: Asked) -> HttpResponse:
    """Restore a backup or an export that was dropped here."""
    dropped = request.FILES.get("file")
    if dropped is None:
        messages.error(request, says("data.choose"))
        return redirect("data")
    with tempfile.TemporaryDirectory(dir=settings.PASSING) as folder:
        file = Path(folder) / Path(dropped.name or "file").name
        with file.open("wb") as opened:
            opened.writelines(dropped.chunks())
        try:
            words = _put_back(request, file)
        except (NotABackup, BackupTooNew, NotAnExport, RecordNotEmpty) as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, words)
    return redirect("data")


def _put_back(request: Asked, file: Path) -> str:
    """What to say once it is done; raises the refusals of both ways."""
    if file.suffix == ".json":
        bring_back(request.owner, file)
        return says("data.brought_back")
    restore(file, now=clock.now())
    return says("data.restored")


@require_POST
def take_json(request: Asked) -> HttpResponse:
    """Hand over everything as JSON; private writing only when the box was ticked for this one file."""
    with_private = request.POST.get("private") == "yes"
    if with_private:
        allow(request.owner, Gate.PRIVATE_IN_EXPORT, about="a file from the page", now=clock.now())
    answer = JsonResponse(as_json(request.owner, now=clock.now(), with_private=with_private))
    answer["Content-Disposition"] = 'attachment; filename="high-road.json"'
    return answer


@require_POST
def take_csv(request: Asked) -> HttpResponse:
    """Hand over the applications as a table."""
    answer = HttpResponse(as_csv(request.owner, now=clock.now()), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="high-road-applications.csv"'
    return answer


@require_POST
def wipe_all(request: Asked) -> HttpResponse:
    """Delete everything once the word was typed."""
    if request.POST.get("word", "").strip().lower() != "wipe":
        messages.error(request, says("data.not_wiped"))
        return redirect("data")
    wipe(now=clock.now())
    return redirect("welcome")
