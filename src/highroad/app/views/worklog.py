"""/worklog: what was done to find work, as a page to print and as CSV."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from highroad.app import clock
from highroad.app.asked import Asked
from highroad.app.forms.worklog import WorklogForm, asked_days
from highroad.app.queries.worklog import LANGUAGES, Worklog, as_csv
from highroad.app.queries.worklog import worklog as lines_of

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"  # or spreadsheets take umlauts for something else
COOKIE = "work-log-language"
A_YEAR = 365 * 24 * 60 * 60  # seconds


@require_GET
def worklog(request: Asked) -> HttpResponse:
    """The lines between two days, in the language asked for, which is kept."""
    form = _form(request)
    found = _found(request, form) if form.is_valid() else None
    context: dict[str, Any] = {"section": "more", "form": form, "worklog": found, "days": form.cleaned_data}
    page = render(request, "worklog/worklog.html", context, status=200 if found else 422)
    if found and "language" in request.GET:
        page.set_cookie(COOKIE, form.cleaned_data["language"], max_age=A_YEAR, httponly=True, samesite="Strict")
    return page


@require_GET
def take_csv(request: Asked) -> HttpResponse:
    """The same lines as a file."""
    form = _form(request)
    if not form.is_valid():
        return worklog(request)
    answer = HttpResponse(BOM + as_csv(_found(request, form)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="work-log.csv"'
    return answer


def _form(request: Asked) -> WorklogForm:
    kept = request.COOKIES.get(COOKIE, "")
    language = kept if kept in LANGUAGES else LANGUAGES[0]
    return asked_days(request.GET.dict(), today=clock.now().date(), language=language)


def _found(request: Asked, form: WorklogForm) -> Worklog:
    return lines_of(request.owner, **form.cleaned_data, today=clock.now().date())
