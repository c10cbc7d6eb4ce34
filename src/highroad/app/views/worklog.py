"""/worklog: what was done to find work, as a page, as CSV and as PDF."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from highroad.app import clock
from highroad.app.asked import Asked
from highroad.app.forms.worklog import WorklogForm, asked_days
from highroad.app.queries.worklog import LANGUAGES, Worklog, as_csv
from highroad.app.queries.worklog import worklog as lines_of
from highroad.app.queries.worklog_pdf import as_pdf

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
    """The same lines as a file for a spreadsheet."""
    form = _form(request)
    if not form.is_valid():
        return worklog(request)
    return _file("csv", BOM + as_csv(_found(request, form)), content_type="text/csv; charset=utf-8")


@require_GET
def take_pdf(request: Asked) -> HttpResponse:
    """The same lines as a file to hand in."""
    form = _form(request)
    if not form.is_valid():
        return worklog(request)
    days = (form.cleaned_data["since"], form.cleaned_data["until"])
    language = form.cleaned_data["language"]
    sheet = as_pdf(_found(request, form), days=days, language=language, now=clock.now())
    return _file("pdf", sheet, content_type="application/pdf")


def _file(ending: str, content: str | bytes, *, content_type: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="work-log.{ending}"'
    return answer


def _form(request: Asked) -> WorklogForm:
    kept = request.COOKIES.get(COOKIE, "")
    language = kept if kept in LANGUAGES else LANGUAGES[0]
    return asked_days(request.GET.dict(), today=clock.now().date(), language=language)


def _found(request: Asked, form: WorklogForm) -> Worklog:
    return lines_of(request.owner, **form.cleaned_data, today=clock.now().date())
