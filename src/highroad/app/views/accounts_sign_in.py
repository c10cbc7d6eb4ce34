"""/settings/mail/sign-in: connect an account by a sign-in at its provider, with a client id of one's own."""

from collections.abc import Callable
from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import accounts_sign_in as act
from highroad.app.asked import Asked
from highroad.app.forms.accounts import AddressForm, ClientForm
from highroad.app.queries import accounts as ask
from highroad.app.views.found import or_not_found


@require_http_methods(["GET", "POST"])
def sign_in(request: Asked) -> HttpResponse:
    """The client id first, then the provider's own page, then what came of it."""
    if request.method == "GET":
        return _waiting_page(request)
    return _STEPS.get(request.POST.get("do", ""), _client_page)(request)


@require_POST
@or_not_found
def again(request: Asked, account_id: int) -> HttpResponse:
    """For an account whose sign-in ended."""
    try:
        act.sign_in_again(request.owner, account_id, now=clock.now(), leads_back=_here(request))
    except act.NOT_SIGNED_IN:
        return redirect("mail-connect")
    return redirect("mail-sign-in")


def _client_page(request: Asked, *, refusal: str = "") -> HttpResponse:
    if not AddressForm(request.POST).is_valid():
        return redirect("mail-connect")
    found = ask.provider(request.POST["email"])
    context = {
        "section": "more",
        "email": request.POST["email"],
        "name": request.POST.get("name", request.owner.name),
        "client_id": request.POST.get("client_id", ""),
        "way": found.sign_in,
        "provider": found,
        "secret_in": ask.secret_in(),
        "refusal": refusal,
    }
    if found.sign_in is None or not ask.can_sign_in():
        return redirect("mail-connect")
    return render(request, "accounts/sign_in.html", context, status=422 if refusal else 200)


def _begin(request: Asked) -> HttpResponse:
    form = ClientForm(request.POST)
    way = ask.provider(request.POST.get("email", "")).sign_in
    if not form.is_valid() or way is None:
        return _client_page(request, refusal=ask.words("client_missing"))
    said = form.cleaned_data
    told = replace(ask.settings_for(said["email"]), name=said["name"])
    client = act.Client(said["client_id"].strip(), said["client_secret"].strip())
    try:
        act.begin_sign_in(request.owner, told, way, client, now=clock.now(), leads_back=_here(request))
    except act.NOT_SIGNED_IN as refusal:
        return _client_page(request, refusal=str(refusal))
    return redirect("mail-sign-in")


def _finish(request: Asked) -> HttpResponse:
    try:
        row = act.finish_sign_in(request.owner, now=clock.now())
    except act.NOT_SIGNED_IN as refusal:
        return _waiting_page(request, refusal=str(refusal))
    return redirect("mail-account", row.pk)


def _stop(request: Asked) -> HttpResponse:
    act.stop_sign_in(request.owner)
    return redirect("mail-accounts")


def _waiting_page(request: Asked, *, refusal: str = "") -> HttpResponse:
    waiting = act.sign_in_of(request.owner)
    if waiting is None and not refusal:
        return redirect("mail-connect")
    context = {"section": "more", "waiting": waiting, "refusal": refusal}
    return render(request, "accounts/waiting.html", context, status=422 if refusal else 200)


def _here(request: Asked) -> str:
    return request.build_absolute_uri(reverse("mail-sign-in"))


_STEPS: dict[str, Callable[[Asked], HttpResponse]] = {"begin": _begin, "finish": _finish, "stop": _stop}
