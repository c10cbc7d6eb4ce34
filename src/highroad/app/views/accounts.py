"""/settings/mail: connect a mail account step by step, choose its folders, and let it go again."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import accounts as act
from highroad.app.asked import Asked
from highroad.app.forms.accounts import SECURITY, AddressForm, PasswordForm, SendingForm, SettingsForm
from highroad.app.queries import accounts as ask
from highroad.app.says import says
from highroad.app.views.found import or_not_found


@require_GET
def accounts(request: Asked) -> HttpResponse:
    """Every account, and where a new one begins."""
    now = clock.now()
    context = {"section": "more", "accounts": ask.accounts(request.owner, now=now), "now": now}
    return render(request, "accounts/accounts.html", context)


@require_http_methods(["GET", "POST"])
def connect(request: Asked) -> HttpResponse:
    """The address first, then the password; a connection that works is kept, with nothing read yet."""
    if request.method == "GET":
        return _address_page(request)
    if not AddressForm(request.POST).is_valid() or "@" not in request.POST["email"]:
        return _address_page(request, refusal=says("accounts.whole_address"))
    told = ask.settings_for(request.POST["email"])
    if request.POST.get("do") != "try":
        return _settings_page(request, replace(told, name=request.owner.name))
    form, password = SettingsForm(request.POST), PasswordForm(request.POST)
    if not (form.is_valid() and password.is_valid()):
        return _settings_page(request, told, refusal=str(act.NotComplete()))
    return _try(request, replace(told, **form.cleaned_data), password.cleaned_data["secret"])


@require_GET
@or_not_found
def account(request: Asked, account_id: int) -> HttpResponse:
    """One account: what is read of it, when it was last checked, what went wrong."""
    return _account_page(request, account_id)


@require_POST
@or_not_found
def folders(request: Asked, account_id: int) -> HttpResponse:
    """Read these folders, now and by itself as far as the user says so."""
    chosen = request.POST.getlist("folder")
    by_itself = "checks" in request.POST
    act.read_folders(request.owner, account_id, chosen, by_itself=by_itself, now=clock.now())
    return redirect("mail-account", account_id)


@require_POST
@or_not_found
def read(request: Asked, account_id: int) -> HttpResponse:
    """Look for new mail now."""
    act.read_now(request.owner, account_id)
    return redirect("mail-account", account_id)


@require_POST
@or_not_found
def checks(request: Asked, account_id: int) -> HttpResponse:
    """Let it be checked by itself, or no longer."""
    act.check_by_itself(request.owner, account_id, on=request.POST.get("checks") == "on", now=clock.now())
    return redirect("mail-account", account_id)


@require_POST
@or_not_found
def password(request: Asked, account_id: int) -> HttpResponse:
    """Take a new password."""
    form = PasswordForm(request.POST)
    if not form.is_valid():
        return _account_page(request, account_id, refusal=says("accounts.type_password"))
    act.new_secret(request.owner, account_id, form.cleaned_data["secret"])
    messages.success(request, says("accounts.new_password"))
    return redirect("mail-account", account_id)


@require_POST
@or_not_found
def sending(request: Asked, account_id: int) -> HttpResponse:
    """Take other settings for where mail leaves, and log in there; no mail is sent."""
    form = SendingForm(request.POST)
    if not form.is_valid():
        return _account_page(request, account_id, refusal=says("accounts.server"))
    act.leave_through(request.owner, account_id, form.cleaned_data)
    try:
        trouble = act.try_leaving(request.owner, account_id, now=clock.now())
    except act.NOT_CONNECTED as refusal:
        return _account_page(request, account_id, refusal=str(refusal))
    if form.cleaned_data["smtp_host"] and not trouble:
        messages.success(request, says("accounts.sending"))
    return redirect("mail-account", account_id)


@require_POST
@or_not_found
def disconnect(request: Asked, account_id: int) -> HttpResponse:
    """Forget the account and its password; what was read stays."""
    act.disconnect(request.owner, account_id, now=clock.now())
    messages.success(request, says("accounts.gone"))
    return redirect("mail-accounts")


def _try(request: Asked, told: ask.AccountSettings, secret: str) -> HttpResponse:
    """Connect once; keep the account when that worked."""
    try:
        tried = act.try_out(request.owner, told, secret, now=clock.now())
        if tried.trouble:
            return _settings_page(request, told, refusal=tried.trouble)
        row = act.connect(
            request.owner,
            told,
            secret,
            folders=tried.folders,
            chosen=(),
            now=clock.now(),
            smtp_trouble=tried.smtp_trouble,
        )
    except act.NOT_CONNECTED as refusal:
        return _settings_page(request, told, refusal=str(refusal))
    return redirect("mail-account", row.pk)


def _address_page(request: Asked, *, refusal: str = "") -> HttpResponse:
    context = {"section": "more", "refusal": refusal, "email": request.POST.get("email", "")}
    return render(request, "accounts/address.html", context, status=422 if refusal else 200)


def _settings_page(request: Asked, told: ask.AccountSettings, *, refusal: str = "") -> HttpResponse:
    context: dict[str, Any] = {
        "section": "more",
        "told": told,
        "provider": ask.provider(told.email),
        "secret_in": ask.secret_in(),
        "can_sign_in": ask.can_sign_in(),
        "security": SECURITY,
        "refusal": refusal,
    }
    return render(request, "accounts/password.html", context, status=422 if refusal else 200)


def _account_page(request: Asked, account_id: int, *, refusal: str = "") -> HttpResponse:
    now = clock.now()
    found = ask.account(request.owner, account_id, now=now)
    context = {"section": "more", "account": found, "now": now, "security": SECURITY, "refusal": refusal}
    return render(request, "accounts/account.html", context, status=422 if refusal else 200)
