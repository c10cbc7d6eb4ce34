"""/import: bring mail in, watch it being read, stop, go on, look again."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import imports as act
from highroad.app.asked import Asked
from highroad.app.queries import imports as ask
from highroad.app.queries.addresses import guesses, maybe_called
from highroad.app.views.found import or_not_found


@require_http_methods(["GET", "POST"])
def imports(request: Asked) -> HttpResponse:
    """Say what is read and kept, and take files or a path."""
    if request.method == "GET":
        return _page(request)
    try:
        taken = _taken(request)
    except act.NOT_TAKEN as trouble:
        return _page(request, refusals=[str(trouble)])
    if not taken.sources:
        return _page(request, refusals=taken.refusals)
    for refusal in taken.refusals:
        messages.warning(request, refusal)
    return redirect("import-source", taken.sources[0]) if len(taken.sources) == 1 else redirect("import")


@require_GET
@or_not_found
def source(request: Asked, source_id: int) -> HttpResponse:
    """One source: looked through, being read, or read."""
    seen = ask.source(request.owner, source_id)
    context = {"section": "more", "source": seen, "examples": ask.examples(seen.id)}
    if seen.over:
        context |= {"troubled": ask.troubled(request.owner, seen.id), "record": ask.record(request.owner)}
        context |= {"guesses": guesses(request.owner), "maybe_called": maybe_called(request.owner)}
    return render(request, "imports/source.html", context)


@require_GET
@or_not_found
def progress(request: Asked, source_id: int) -> HttpResponse:
    """How far it is, for a page that asks again and again; the whole page is fetched anew at the end."""
    seen = ask.source(request.owner, source_id)
    answer = render(request, "imports/progress.html", {"source": seen})
    if not seen.running:
        answer["HX-Refresh"] = "true"
    return answer


@require_POST
@or_not_found
def start(request: Asked, source_id: int) -> HttpResponse:
    """Read and keep what was looked through."""
    act.start(request.owner, source_id)
    return redirect("import-source", source_id)


@require_POST
@or_not_found
def stop(request: Asked, source_id: int) -> HttpResponse:
    """Stop reading for now."""
    act.stop(request.owner, source_id)
    return redirect("import-source", source_id)


@require_POST
@or_not_found
def go_on(request: Asked, source_id: int) -> HttpResponse:
    """Read on from where it stopped."""
    act.go_on(request.owner, source_id)
    return redirect("import-source", source_id)


@require_POST
def look_again(request: Asked) -> HttpResponse:
    """Read everything again with the newer reader."""
    act.look_again(request.owner, now=clock.now())
    return redirect("import")


@require_POST
@or_not_found
def let_go(request: Asked, source_id: int) -> HttpResponse:
    """Take a source off the list."""
    act.let_go(request.owner, source_id, now=clock.now())
    return redirect("import")


def _taken(request: Asked) -> act.Taken:
    path = request.POST.get("path", "").strip()
    if path and not request.FILES:
        return act.add_path(request.owner, path, now=clock.now())
    return act.add_uploads(request.owner, request.FILES.getlist("files"), now=clock.now())


def _page(request: Asked, *, refusals: Sequence[str] = ()) -> HttpResponse:
    context = {
        "section": "more",
        "sources": ask.sources(request.owner),
        "newer_reader": ask.newer_reader(request.owner),
        "refusals": refusals,
        "path": request.POST.get("path", ""),
    }
    return render(request, "imports/imports.html", context, status=422 if refusals else 200)
