"""/ask-for-feedback, /feedback and /actions: ask once, keep the answer, make something of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import ask_for_feedback as act
from highroad.app.asked import Asked
from highroad.app.forms.ask_for_feedback import ActionForm
from highroad.app.queries import ask_for_feedback as ask
from highroad.app.queries.applications import NotThere
from highroad.app.says import says
from highroad.app.views.found import or_not_found
from highroad.steps import words_of
from highroad.steps.ask_for_feedback.answer import Sort

STEP = "ask_for_feedback"


@require_GET
@or_not_found
def step(request: Asked, event_id: str) -> HttpResponse:
    """Whom to ask and why, or what came of asking."""
    found = ask.ask(request.owner, event_id, now=clock.now())
    context = {"section": "today", "ask": found, "no": found.no, "words": words_of(STEP)}
    return render(request, "ask_for_feedback/step.html", context)


@require_POST
@or_not_found
def asked(request: Asked, event_id: str, number: int) -> HttpResponse:
    """The user asked this person themselves."""
    act.asked(request.owner, event_id, number, now=clock.now())
    return redirect("no-ask-for-feedback", event_id)


@require_POST
@or_not_found
def nudged(request: Asked, event_id: str, number: int) -> HttpResponse:
    """The user asked once more."""
    act.nudged(request.owner, event_id, number, now=clock.now())
    return redirect("no-ask-for-feedback", event_id)


@require_POST
@or_not_found
def asked_for_talk(request: Asked, event_id: str) -> HttpResponse:
    """The user works there and asked for a conversation."""
    act.asked_for_talk(request.owner, event_id, request.POST.get("name", "")[:200], now=clock.now())
    return redirect("no-ask-for-feedback", event_id)


@require_POST
@or_not_found
def internal(request: Asked, event_id: str) -> HttpResponse:
    """Whether the user works there already."""
    act.say_internal(request.owner, event_id, internal=request.POST.get("internal") == "yes", now=clock.now())
    return redirect("no-ask-for-feedback", event_id)


@require_POST
@or_not_found
def ontario(request: Asked, event_id: str) -> HttpResponse:
    """Whether the job is in Ontario."""
    act.say_ontario(request.owner, event_id, in_ontario=request.POST.get("ontario") == "yes", now=clock.now())
    return redirect("no-ask-for-feedback", event_id)


@require_GET
def feedback(request: Asked) -> HttpResponse:
    """Every request and what came of it."""
    context = {"section": "more", "feedback": ask.feedback(request.owner, now=clock.now()), "words": words_of(STEP)}
    return render(request, "ask_for_feedback/feedback.html", context)


@require_http_methods(["GET", "POST"])
@or_not_found
def answer(request: Asked, feedback_id: int) -> HttpResponse:
    """One answer, sentence by sentence; or the box to put it in."""
    refusal = ""
    if request.method == "POST":
        try:
            act.keep_answer(request.owner, feedback_id, request.POST.get("answer", ""), now=clock.now())
        except act.NothingWritten as error:
            refusal = str(error)
        else:
            return redirect("feedback-answer", feedback_id)
    found = ask.answer(request.owner, feedback_id, now=clock.now())
    context = {"section": "more", "asked": found.asked, "parts": found.parts, "words": words_of(STEP)}
    context |= {"refusal": refusal, "again": bool(refusal) or "again" in request.GET}
    return render(request, "ask_for_feedback/answer.html", context, status=422 if refusal else 200)


@require_POST
@or_not_found
def is_it(request: Asked, feedback_id: int) -> HttpResponse:
    """Whether a mail that came is the answer."""
    told, yes = request.POST.get("mail", ""), request.POST.get("is_it") == "yes"
    act.is_answer(request.owner, feedback_id, told, yes=yes, now=clock.now())
    return redirect("feedback-answer", feedback_id)


@require_POST
@or_not_found
def move(request: Asked, feedback_id: int, number: int) -> HttpResponse:
    """One sentence is sorted anew."""
    if (sort := request.POST.get("to", "")) not in set(Sort):
        raise NotThere
    act.move(request.owner, feedback_id, number, Sort(sort), now=clock.now())
    return redirect("feedback-answer", feedback_id)


@require_http_methods(["GET", "POST"])
@or_not_found
def work_on(request: Asked, feedback_id: int, number: int) -> HttpResponse:
    """One sentence of an answer becomes something to work on."""
    now = clock.now()
    sentence = ask.sentence_of(request.owner, feedback_id, number, now=now)
    return _action_page(request, sentence=sentence, feedback_id=feedback_id)


@require_GET
def actions(request: Asked) -> HttpResponse:
    """What is being worked on."""
    context = {"section": "more", "actions": ask.actions(request.owner), "today": clock.now().date()}
    return render(request, "ask_for_feedback/actions.html", context)


@require_http_methods(["GET", "POST"])
@or_not_found
def new_action(request: Asked) -> HttpResponse:
    """Something to work on that nobody had to tell."""
    return _action_page(request, sentence="", feedback_id=None)


@require_POST
@or_not_found
def finish(request: Asked, action_id: int) -> HttpResponse:
    """It was worked on."""
    act.finish(request.owner, action_id, now=clock.now())
    messages.success(request, says("ask_for_feedback.done"))
    return redirect("actions")


@require_POST
@or_not_found
def later(request: Asked, action_id: int) -> HttpResponse:
    """Not done yet; look again in two weeks."""
    act.look_again(request.owner, action_id, (clock.now() + ask.REVIEW_AFTER).date())
    return redirect("actions")


def _action_page(request: Asked, *, sentence: str, feedback_id: int | None) -> HttpResponse:
    now = clock.now()
    form = ActionForm(request.POST or None, initial={"text": "", "review_on": (now + ask.REVIEW_AFTER).date()})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        act.work_on(
            request.owner,
            told["text"],
            first_step=told["first_step"],
            review_on=told["review_on"],
            feedback_id=feedback_id,
            now=now,
        )
        return redirect("actions")
    context = {"section": "more", "form": form, "sentence": sentence, "feedback_id": feedback_id}
    return render(request, "ask_for_feedback/action.html", context, status=422 if form.errors else 200)
