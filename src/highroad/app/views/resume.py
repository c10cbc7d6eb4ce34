"""/resume: the résumé as text; and a posting beside it, with what became something to work on."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import resume as act
from highroad.app.asked import Asked
from highroad.app.queries import resume as ask
from highroad.app.views.found import or_not_found
from highroad.words.content import load_toml


@require_http_methods(["GET", "POST"])
def resume(request: Asked) -> HttpResponse:
    """Show what is kept, or keep the words of a file or of the box in its place."""
    if request.method == "GET":
        return _page(request)
    try:
        _keep(request)
    except act.NotReadable as refusal:
        return _page(request, refusal=str(refusal), typed=request.POST.get("text", ""))
    messages.success(request, _said()["kept"])
    return redirect("resume")


@require_POST
def remove(request: Asked) -> HttpResponse:
    """Take it out."""
    act.remove(request.owner)
    messages.success(request, _said()["removed"])
    return redirect("resume")


@require_http_methods(["GET", "POST"])
@or_not_found
def paper(request: Asked, some_id: str) -> HttpResponse:
    """One posting beside the résumé; or the box to paste it in."""
    refusal = ""
    if request.method == "POST":
        try:
            act.keep_posting(request.owner, some_id, request.POST.get("text", ""), now=clock.now())
        except act.Amiss as error:
            refusal = str(error)
        else:
            return redirect("paper", some_id)
    context = {"section": "applications", "paper": ask.paper(request.owner, some_id), "refusal": refusal}
    context |= {"again": "again" in request.GET, "typed": request.POST.get("text", "")}
    return render(request, "resume/paper.html", context, status=422 if refusal else 200)


@require_POST
@or_not_found
def work_on(request: Asked, some_id: str) -> HttpResponse:
    """One gap becomes something to work on, by one tap."""
    skill = request.POST.get("skill", "")
    if skill:
        act.work_on_skill(request.owner, some_id, skill, now=clock.now())
    else:
        act.work_on_said(request.owner, some_id, now=clock.now())
    messages.success(request, _said()["work_on"])
    return _back(request, some_id)


@require_POST
@or_not_found
def have(request: Asked, some_id: str) -> HttpResponse:
    """The user has what the résumé does not say."""
    act.have(request.owner, some_id, request.POST.get("skill", ""))
    messages.success(request, _said()["have"])
    return _back(request, some_id)


@require_POST
def have_not(request: Asked) -> HttpResponse:
    """Take that back."""
    act.have_not(request.owner, request.POST.get("skill", ""))
    return redirect("resume")


def _back(request: Asked, some_id: str) -> HttpResponse:
    back = request.POST.get("back", "")
    ours = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/")
    return redirect(back) if ours else redirect("paper", some_id)


def _keep(request: Asked) -> None:
    dropped = request.FILES.get("file")
    if dropped is None:
        act.keep(request.owner, request.POST.get("text", ""), now=clock.now())
    else:
        act.keep_file(request.owner, dropped.read(act.LARGEST + 1), now=clock.now())


def _page(request: Asked, *, refusal: str = "", typed: str = "") -> HttpResponse:
    context = {"section": "more", "resume": ask.resume(request.owner), "refusal": refusal, "typed": typed}
    return render(request, "resume/resume.html", context, status=422 if refusal else 200)


def _said() -> dict[str, str]:
    said: dict[str, str] = load_toml("highroad.app", "content/resume.toml")["said_back"]
    return said
