"""What the log says when a page breaks: never a word of what someone wrote."""

import io
import logging
import sys
from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import path

from highroad.app import urls
from highroad.app.log import WithoutWords

PRIVATE = "I cried in the car park"
handler404, handler500 = urls.handler404, urls.handler500


def fails(request: HttpRequest, name: str) -> HttpResponse:
    written = request.POST["text"]
    raise ValueError(f"cannot read {written!r} of {name}")


urlpatterns = [path("fails/<name>", fails, name="fails"), *urls.urlpatterns]
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the program writes to its log."""
    [console] = [one for one in logging.getLogger().handlers if isinstance(one.formatter, WithoutWords)]
    written = io.StringIO()
    before = console.setStream(written)
    yield written
    console.setStream(before or sys.stderr)


def test_a_page_that_fails_on_a_private_text_logs_none_of_it(client, log):
    client.raise_request_exception = False

    answer = client.post("/fails/Haldenfrey?about=secret", {"text": PRIVATE})

    assert answer.status_code == 500
    assert log.getvalue().startswith("ERROR 500 ValueError in fails, line ")
    assert log.getvalue().endswith(" on route fails\n")
    assert not any(word in log.getvalue() for word in ("cried", "Haldenfrey", "secret"))


def test_an_address_that_leads_nowhere_is_not_logged(client, log):
    client.get("/cried-in-the-car")

    assert log.getvalue() == "WARNING 404\n"


def test_a_line_of_our_own_is_said_as_it_is(log):
    logging.getLogger("highroad.app.chores").error("chore %s failed", "read_sources")

    assert log.getvalue() == "chore read_sources failed\n"
