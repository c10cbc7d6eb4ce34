"""/import/{id}/missed: search a source again for a mail the reader passed by."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions.imports import NOT_TAKEN
from highroad.app.actions.imports_missed import add_missed, done_looking, take_copy
from highroad.app.asked import Asked
from highroad.app.numbers import number_in
from highroad.app.queries.imports import source
from highroad.app.queries.imports_missed import search
from highroad.app.says import says
from highroad.app.views.found import or_not_found


@require_http_methods(["GET", "POST"])
@or_not_found
def missed(request: Asked, source_id: int) -> HttpResponse:
    """Ask for words, and show the mails that hold them; the words stay out of the address."""
    seen = source(request.owner, source_id)
    words = request.POST.get("words", "").strip()[:200]
    context = {"section": "more", "source": seen, "words": words}
    if words and seen.still_there:
        try:
            context["search"] = search(request.owner, seen.id, words, start=_number(request, "start"))
        except NOT_TAKEN as trouble:
            context["trouble"] = str(trouble)
    return render(request, "imports/missed.html", context)


@require_POST
@or_not_found
def add(request: Asked, source_id: int) -> HttpResponse:
    """Add one of the mails that were found."""
    start, digest = _number(request, "start"), request.POST.get("digest", "")
    try:
        event_id = add_missed(request.owner, source_id, start=start, digest=digest, now=clock.now())
    except NOT_TAKEN as trouble:
        messages.error(request, str(trouble))
        return redirect("import-missed", source_id)
    messages.success(request, says("imports_missed.added"))
    return redirect("read", event_id)


@require_POST
@or_not_found
def bring(request: Asked, source_id: int) -> HttpResponse:
    """Take the file of an uploaded source once more, to search it."""
    try:
        take_copy(request.owner, source_id, request.FILES.getlist("files"), now=clock.now())
    except NOT_TAKEN as trouble:
        messages.error(request, str(trouble))
    return redirect("import-missed", source_id)


@require_POST
@or_not_found
def done(request: Asked, source_id: int) -> HttpResponse:
    """Remove the copy that was searched."""
    done_looking(request.owner, source_id)
    return redirect("import-source", source_id)


def _number(request: Asked, name: str) -> int:
    """A position in a source as the page gave it; what is no number is its top."""
    return number_in(request.POST.get(name, "")) or 0
