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
from highroad.app.views.found import or_not_found
from highroad.steps import words_of

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


@require_GET
def feedback(request: Asked) -> HttpResponse:
    """Every request and what came of it."""
    context = {"section": "more", "asked": ask.feedback(request.owner, now=clock.now()), "words": words_of(STEP)}
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
    found = ask.one_feedback(request.owner, feedback_id, now=clock.now())
    context = {"section": "more", "asked": found, "words": words_of(STEP), "refusal": refusal}
    return render(request, "ask_for_feedback/answer.html", context, status=422 if refusal else 200)


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
    return render(request, "ask_for_feedback/actions.html", {"section": "more", "actions": ask.actions(request.owner)})


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
    messages.success(request, "Done. That counts.")
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
