"""/practice: a question or two a day, aloud; questions of one's own; a mock interview; a deck for a talk."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import practice as act
from highroad.app.actions.dont_get_stuck import Amiss
from highroad.app.asked import Asked
from highroad.app.queries import practice_pages as ask
from highroad.app.queries import practice_talks as talks
from highroad.app.queries.practice import words
from highroad.app.says import says
from highroad.app.views.found import or_not_found

REFUSED = 422


@require_GET
def practice(request: Asked) -> HttpResponse:
    """What there is today, a mock interview, and where the questions are kept."""
    return _page(request, "practice", home=ask.home(request.owner, now=clock.now()))


@require_http_methods(["GET", "POST"])
@or_not_found
def card(request: Asked, card: str) -> HttpResponse:
    """One question: said aloud, then marked; only then comes what a good answer shows."""
    asked = ask.ask(request.owner, card, now=clock.now())
    if request.method == "GET":
        return _heard(_page(request, "card", ask=asked))
    try:
        act.mark(request.owner, card, request.POST.get("mark", ""), now=clock.now())
    except act.Unmarked as refusal:
        return _heard(_page(request, "card", ask=asked, refusal=refusal))
    return redirect("practice-after", card)


@require_http_methods(["GET", "POST"])
@or_not_found
def after(request: Asked, card: str) -> HttpResponse:
    """What a good answer shows, beside the user's own best one, which can be written here."""
    try:
        page = ask.after(request.owner, card, now=clock.now())
    except ask.NotYet:
        return redirect("practice-card", card)
    if request.method == "GET":
        return _page(request, "after", page=page)
    text = request.POST.get("said", "")
    if request.POST.get("end") != "story":
        act.keep_answer(request.owner, card, text, now=clock.now())
        return redirect(
            "practice" if request.POST.get("end") == "stop" else ask.onward(request.owner, card, now=clock.now())
        )
    try:
        number = act.keep_as_story(request.owner, card, text, now=clock.now())
    except Amiss as refusal:
        return _page(request, "after", page=page, refusal=refusal)
    return redirect("story-part", number, "situation")


@require_POST
@or_not_found
def save(request: Asked, card: str) -> HttpResponse:
    """Keep the answer as it is typed."""
    act.keep_answer(request.owner, card, request.POST.get("said", ""), now=clock.now())
    return JsonResponse({"row": card})


@require_http_methods(["GET", "POST"])
@or_not_found
def cards(request: Asked) -> HttpResponse:
    """Questions of the user's own; what they noted they had said is shown only when they ask for it."""
    shown = ask.cards(request.owner, with_notes="notes" in request.GET)
    if request.method == "GET":
        return _page(request, "cards", cards=shown)
    try:
        act.add_card(
            request.owner,
            request.POST.get("text", ""),
            application_id=request.POST.get("application", ""),
            now=clock.now(),
        )
    except act.Unmarked as refusal:
        return _page(request, "cards", cards=shown, refusal=refusal)
    messages.success(request, words()["said"]["kept"])
    return redirect("practice-cards")


@require_POST
@or_not_found
def use_note(request: Asked, worry_id: int) -> HttpResponse:
    """Make a card of one note, because the user asked for it."""
    act.use_note(request.owner, worry_id, now=clock.now())
    messages.success(request, words()["said"]["kept"])
    return redirect("practice-cards")


@require_POST
@or_not_found
def let_card_go(request: Asked, card_id: int) -> HttpResponse:
    """Let go of one question of the user's own."""
    undo = act.let_card_go(request.owner, card_id, now=clock.now())
    messages.success(request, says("let_go.gone"), extra_tags=undo)
    return redirect("practice-cards")


@require_GET
def every(request: Asked) -> HttpResponse:
    """Every question, by what it asks for."""
    return _page(request, "every", groups=ask.every(request.owner))


@require_http_methods(["GET", "POST"])
@or_not_found
def begin_mock(request: Asked) -> HttpResponse:
    """What a mock interview is, and its beginning."""
    if request.method == "GET":
        return _page(request, "mock", begins=True)
    number = act.begin_mock(request.owner, application_id=request.POST.get("application", ""), now=clock.now())
    return redirect("practice-mock", number)


@require_http_methods(["GET", "POST"])
@or_not_found
def mock(request: Asked, mock_id: int) -> HttpResponse:
    """One question of a mock interview at a time; it waits where it is left."""
    if request.method == "GET":
        return _heard(_page(request, "mock", mock=talks.mock(request.owner, mock_id)))
    if request.POST.get("end") == "end":
        act.end_mock(request.owner, mock_id, now=clock.now())
        return redirect("practice-mock", mock_id)
    try:
        given = request.POST.get("mark", "")
        act.go_on(request.owner, mock_id, request.POST.get("card", ""), given, now=clock.now())
    except act.Unmarked as refusal:
        return _heard(_page(request, "mock", mock=talks.mock(request.owner, mock_id), refusal=refusal))
    return redirect("practice-mock", mock_id)


@require_http_methods(["GET", "POST"])
@or_not_found
def for_talk(request: Asked, some_id: str) -> HttpResponse:
    """What to practise for one application; its posting may be shown, and is not kept."""
    if request.method == "POST":
        act.show_posting(request.owner, some_id, request.POST.get("posting", ""), now=clock.now())
        return redirect("practice-for", some_id)
    return _page(request, "for_talk", deck=talks.for_talk(request.owner, some_id, now=clock.now()))


def _page(request: Asked, template: str, **context: object) -> HttpResponse:
    whole = {"section": "practice", "words": words()} | context
    return render(request, f"practice/{template}.html", whole, status=REFUSED if "refusal" in context else 200)


def _heard(response: HttpResponse) -> HttpResponse:
    """Where one speaks aloud the page may hear it, if the user lets it; what it hears stays in the page."""
    response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(self)"
    response["Content-Security-Policy"] = (
        "default-src 'self'; img-src 'self' data:; media-src blob:; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    )
    return response
