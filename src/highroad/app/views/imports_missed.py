"""/import/{id}/missed: search a source again for a mail the reader passed by."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions.imports import NOT_TAKEN
from highroad.app.actions.imports_missed import add_missed, done_looking, take_copy
from highroad.app.asked import Asked
from highroad.app.queries.applications import NotThere
from highroad.app.queries.imports import SourceSeen, source
from highroad.app.queries.imports_missed import search


@require_http_methods(["GET", "POST"])
def missed(request: Asked, source_id: int) -> HttpResponse:
    """Ask for words, and show the mails that hold them; the words stay out of the address."""
    seen = _seen(request, source_id)
    words = request.POST.get("words", "").strip()[:200]
    context = {"section": "more", "source": seen, "words": words}
    if words and seen.still_there:
        try:
            context["search"] = search(request.owner, seen.id, words, start=_number(request, "start"))
        except NOT_TAKEN as trouble:
            context["trouble"] = str(trouble)
    return render(request, "imports/missed.html", context)


@require_POST
def add(request: Asked, source_id: int) -> HttpResponse:
    """Add one of the mails that were found."""
    try:
        event_id = add_missed(
            request.owner,
            source_id,
            start=_number(request, "start"),
            digest=request.POST.get("digest", ""),
            now=clock.now(),
        )
    except NotThere as error:
        raise Http404 from error
    except NOT_TAKEN as trouble:
        messages.error(request, str(trouble))
        return redirect("import-missed", source_id)
    messages.success(request, "Added. Did we read it right?")
    return redirect("read", event_id)


@require_POST
def bring(request: Asked, source_id: int) -> HttpResponse:
    """Take the file of an uploaded source once more, to search it."""
    _seen(request, source_id)
    if request.FILES:
        take_copy(request.owner, source_id, request.FILES.getlist("files"), now=clock.now())
    else:
        messages.error(request, "Choose the file first.")
    return redirect("import-missed", source_id)


@require_POST
def done(request: Asked, source_id: int) -> HttpResponse:
    """Remove the copy that was searched."""
    _seen(request, source_id)
    done_looking(request.owner, source_id)
    return redirect("import-source", source_id)


def _seen(request: Asked, source_id: int) -> SourceSeen:
    try:
        return source(request.owner, source_id)
    except NotThere as error:
        raise Http404 from error


def _number(request: Asked, name: str) -> int:
    written = request.POST.get(name, "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 16 else 0
