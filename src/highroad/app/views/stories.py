"""/stories: growth stories, one part a screen, and the plan for the next no."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import stories as act
from highroad.app.actions.dont_get_stuck import Amiss
from highroad.app.asked import Asked
from highroad.app.forms.stories import StartForm
from highroad.app.queries import stories as ask
from highroad.app.says import says
from highroad.app.views.found import or_not_found
from highroad.steps import words_of
from highroad.steps.dont_get_stuck.story import Part


@require_GET
def stories(request: Asked) -> HttpResponse:
    """The ones that were told."""
    return _page(request, "stories", stories=ask.stories(request.owner))


@require_http_methods(["GET", "POST"])
@or_not_found
def new(request: Asked) -> HttpResponse:
    """What it will be about, and which question it answers."""
    form = StartForm(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        return _page(request, "new", start=ask.start(request.owner))
    told = form.cleaned_data
    try:
        number = act.begin(
            request.owner,
            action_id=told["worked_on"],
            about=told["said"],
            question=told["question"],
            now=clock.now(),
        )
    except Amiss as refusal:
        return _page(request, "new", start=ask.start(request.owner), refusal=refusal)
    return redirect("story-part", number, Part.SITUATION)


@require_GET
@or_not_found
def story(request: Asked, story_id: int) -> HttpResponse:
    """One story as it would be said."""
    return _page(request, "story", told=ask.story(request.owner, story_id))


@require_http_methods(["GET", "POST"])
@or_not_found
def part(request: Asked, story_id: int, part: str) -> HttpResponse:
    """One part: written, passed by, or left for now; what was typed is kept in any case."""
    page = ask.part_page(request.owner, story_id, part)
    if request.method == "GET":
        return _page(request, "part", page=page)
    _write(request, page)
    return redirect("stories") if request.POST.get("end") == "stop" else redirect(page.following)


@require_POST
@or_not_found
def save(request: Asked, story_id: int, part: str) -> HttpResponse:
    """Keep what is typed, as it is typed."""
    page = ask.part_page(request.owner, story_id, part)
    _write(request, page)
    return JsonResponse({"row": story_id})


@require_POST
@or_not_found
def let_go(request: Asked, story_id: int) -> HttpResponse:
    """Delete one story."""
    undo = act.let_go(request.owner, story_id, now=clock.now())
    messages.success(request, says("let_go.gone"), extra_tags=undo)
    return redirect("stories")


def _write(request: Asked, page: ask.PartPage) -> None:
    said, when = request.POST.get("said", ""), request.POST.get("when", "")
    act.write(request.owner, page.told.id, page.part, said, when=when, now=clock.now())


def _page(request: Asked, template: str, **context: object) -> HttpResponse:
    whole = {"section": "more", "words": words_of("dont_get_stuck")} | context
    return render(request, f"stories/{template}.html", whole, status=422 if "refusal" in context else 200)
