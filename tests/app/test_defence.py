"""Any web page can talk to this computer: what does not come from our own window gets nothing and changes nothing."""

import json

import pytest
from django.test import Client

from highroad.app import defence
from highroad.app.queries.exports import as_json
from tests.app.everything import everything, routes
from tests.cast import NOW

pytestmark = pytest.mark.django_db

OURS = {"host": "127.0.0.1:8747", "sec-fetch-site": "same-origin"}
FORGED = {
    "a rebound name": {"host": "evil.example:8747"},
    "a rebound name that the browser calls our own": {
        "host": "evil.example:8747",
        "origin": "http://evil.example:8747",
    },
    "another port": {"host": "127.0.0.1:8748"},
    "no port": {"host": "127.0.0.1"},
    "another origin": {"origin": "https://evil.example"},
    "another port of this computer": {"origin": "http://127.0.0.1:9999"},
    "no origin at all": {"origin": "null"},
    "a page elsewhere": {"sec-fetch-site": "cross-site"},
    "a page on another port": {"sec-fetch-site": "same-site"},
}
TYPED = {"text": "words", "belief": "5", "kind": "offer", "sting": "hard", "body": "words", "event": "", "other": ""}


def whole(owner) -> str:
    """Everything of one owner in an order of its own."""
    return json.dumps(as_json(owner, now=NOW, with_private=True), sort_keys=True)


@pytest.fixture
def ids(ana):
    return everything(ana)


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED)
def test_nothing_forged_gets_through_on_any_route(client, ana, ids, forged):
    before = whole(ana)

    answers = {
        (method, route.pattern): getattr(client, method)(route.filled(ids), TYPED, headers=OURS | forged).status_code
        for route in routes()
        for method in ("get", "post")
    }

    assert {asked: code for asked, code in answers.items() if code != 403} == {}
    assert whole(ana) == before


@pytest.mark.parametrize("method", ["get", "post", "put", "delete", "head", "options"])
def test_no_route_answers_a_browser_without_the_key(ana, ids, method):
    stranger = Client(headers=OURS)
    before = whole(ana)

    answers = {route.pattern: getattr(stranger, method)(route.filled(ids)).status_code for route in routes()}

    allowed = {"healthz", "calendar.ics"}  # the calendar gives nothing without a key of its own: test_calendar.py
    assert {pattern for pattern, code in answers.items() if code != 403} <= allowed
    assert whole(ana) == before


def test_no_route_takes_a_form_without_its_token(ana, ids):
    careful = Client(headers=OURS, enforce_csrf_checks=True)
    careful.get("/", {"launch": defence.launch_token})
    before = whole(ana)

    answers = {route.pattern: careful.post(route.filled(ids), TYPED).status_code for route in routes()}

    assert {pattern: code for pattern, code in answers.items() if code not in {403, 405}} == {}
    assert whole(ana) == before


def test_a_change_without_any_word_of_where_it_comes_from_is_refused(client, ana, ids):
    client.defaults.pop("HTTP_SEC_FETCH_SITE")
    before = whole(ana)

    answers = {client.post(route.filled(ids), TYPED).status_code for route in routes()}

    assert answers == {403}
    assert whole(ana) == before


def test_looking_never_changes_anything(client, ana, ids):
    before = whole(ana)

    answers = {route.pattern: client.get(route.filled(ids)).status_code for route in routes()}

    assert answers.pop("calendar.ics") == 404  # without its key
    assert {pattern: code for pattern, code in answers.items() if code not in {200, 302, 405}} == {}
    assert whole(ana) == before


@pytest.mark.parametrize("method", ["get", "post"])
def test_every_route_with_an_id_of_bos_is_not_there(client, ana, bo, ids, method):
    of_bo = everything(bo, ago=200)
    before = whole(ana), whole(bo)
    own = {"number", "step"}  # these name a place in something of hers

    answers = {
        route.pattern: getattr(client, method)(route.filled(of_bo), TYPED).status_code
        for route in routes()
        if set(route.takes) - own
    }

    assert {pattern: code for pattern, code in answers.items() if code not in {404, 405, 410}} == {}
    assert (whole(ana), whole(bo)) == before


def test_every_answer_says_what_a_browser_may_do_with_it(client, ids):
    answers = [client.get(route.filled(ids)) for route in routes()]
    answers += [client.get("/nothing-here"), client.get("/", headers={"host": "evil.example"})]

    for answer in answers:
        policy = answer["Content-Security-Policy"]
        assert "default-src 'self'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["Cache-Control"] == "no-store"
        assert "Access-Control-Allow-Origin" not in answer


def test_the_key_in_the_first_address_becomes_a_cookie_and_leaves_the_address(ana):
    browser = Client(headers={"host": "127.0.0.1:8747", "sec-fetch-site": "none"})

    answer = browser.get("/", {"launch": defence.launch_token})

    assert (answer.status_code, answer["Location"]) == (302, "/")
    cookie = answer.cookies[defence.COOKIE]
    assert cookie["httponly"] and cookie["samesite"] == "Strict"
    assert defence.launch_token not in cookie.value


def test_a_second_click_on_the_first_address_also_loses_the_key(client):
    assert client.get("/", {"launch": defence.launch_token}).status_code == 302


@pytest.mark.parametrize("key", ["", "wrong", "ä", "x" * 5000])
def test_a_wrong_key_lets_nobody_in(ana, key):
    assert Client(headers=OURS).get("/", {"launch": key}).status_code == 403


def test_a_cookie_of_another_folder_lets_nobody_in(client):
    client.cookies[defence.COOKIE] = "let-in:forged"

    assert client.get("/").status_code == 403


def test_being_up_says_nothing_else(ana):
    answer = Client(headers=OURS).get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok")
    assert Client(headers=OURS).get("/healthz/more").status_code == 403
