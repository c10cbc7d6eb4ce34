"""/likely-not-you: what this no can tell, and what it can't."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import likely_not_you as act
from highroad.app.actions.recoveries import looked
from highroad.app.asked import Asked
from highroad.app.queries.chance import FINALISTS
from highroad.app.queries.chance import chance as chance_of
from highroad.app.queries.likely_not_you import likely
from highroad.app.queries.worries import worry as answer_to
from highroad.app.says import says
from highroad.app.views.found import or_not_found
from highroad.steps import words_of
from highroad.steps.likely_not_you.worries import Worry

STEP = "likely_not_you"
PAGE = "no-likely-not-you"


@require_http_methods(["GET", "POST"])
@or_not_found
def step(request: Asked, event_id: str) -> HttpResponse:
    """How far it went, what they stated, the signs, what cannot be known, and the eight worries, closed."""
    if request.method == "POST":
        looked(request.owner, event_id, STEP, now=clock.now())
        return redirect("no", event_id)
    found = likely(request.owner, event_id, now=clock.now())
    context = {"section": "today", "likely": found, "no": found.no, "words": words_of(STEP)}
    return render(request, "likely_not_you/step.html", context)


@require_POST
@or_not_found
def heard(request: Asked, event_id: str) -> HttpResponse:
    """Add what the user heard of the reason, or take it out again."""
    if request.POST.get("forget"):
        act.forget_heard(request.owner, event_id)
        return redirect(PAGE, event_id)
    try:
        typed = {"reason": request.POST.get("reason", ""), "text": request.POST.get("text", "")}
        act.add_heard(request.owner, event_id, **typed, now=clock.now())
    except act.NothingHeard as refusal:
        messages.error(request, str(refusal))
    return redirect(PAGE, event_id)


@require_POST
@or_not_found
def work_on(request: Asked, event_id: str) -> HttpResponse:
    """Experience they named, or the user heard of, becomes something to work on, by one tap."""
    act.work_on_reason(request.owner, event_id, number=request.POST.get("reason", ""), now=clock.now())
    messages.success(request, says("likely_not_you.work_on"))
    return redirect(PAGE, event_id)


@require_GET
@or_not_found
def chance(request: Asked, event_id: str) -> HttpResponse:
    """What chance alone does where this one ended, in dots of a hundred."""
    found = chance_of(request.owner, event_id, finalists=request.GET.get("of", ""))
    context = {"section": "today", "chance": found, "no": found.no, "words": words_of(STEP)["chance"]}
    return render(request, "likely_not_you/chance.html", context | {"finalists": FINALISTS})


@require_http_methods(["GET", "POST"])
@or_not_found
def worry(request: Asked, event_id: str, worry: str) -> HttpResponse:
    """One of the eight worries, opened; what was said can be written down under its own."""
    if request.method == "POST" and worry == Worry.SAID:
        typed = {"text": request.POST.get("text", ""), "talk_id": request.POST.get("talk", "")}
        act.write_down(request.owner, event_id, **typed, now=clock.now())
        return redirect("no-worry", event_id, worry)
    found = answer_to(request.owner, event_id, worry, now=clock.now())
    context = {"section": "today", "answer": found, "no": found.no, "words": found.words, "found": found.found}
    return render(request, "likely_not_you/worry.html", context | {"step_words": words_of(STEP)})


@require_POST
@or_not_found
def let_go(request: Asked, event_id: str, worry_id: int) -> HttpResponse:
    """Let go of something written down."""
    undo = act.let_go(request.owner, worry_id, now=clock.now())
    messages.success(request, says("let_go.gone"), extra_tags=undo)
    return redirect("no-worry", event_id, Worry.SAID)
