"""Boards: followed by a yes to their hosts, looked at by a press, and new openings told first."""

import json
from datetime import timedelta
from functools import partial

import pytest
from typer.testing import CliRunner

from highroad.app.actions import boards as act
from highroad.app.actions.consents import Gate, refuse
from highroad.app.models import BoardRow, ConsentRow, OpeningRow, PostingRow
from highroad.app.queries import boards as ask
from highroad.app.queries.applications import NotThere
from highroad.cli.boards import app
from highroad.edges import boards as edge
from highroad.steps.keep_going.openings.feed import NeverRead, NoFeed
from tests.cast import NOW
from tests.servers.boards import SAID, Told, line_to

pytestmark = pytest.mark.django_db

GREENHOUSE = "https://boards.greenhouse.io/haldenfrey"
FEED = "boards-api.greenhouse.io/v1/boards/haldenfrey/jobs?content=true"
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def asks(told, papers) -> act.Asks:
    return partial(edge.ask, line=line_to(told, papers))


def shows(told: Told, *numbers: int, role: str = "Clerk") -> None:
    """Let the board hold these postings from now on."""
    jobs = [{"id": number, "title": role, "location": {"name": "Cork"}} for number in numbers]
    told.acts[FEED] = lambda door: door.send(200, json.dumps({"jobs": jobs}).encode())


def test_an_address_is_followed_only_after_a_yes_to_its_hosts(client, ana):
    asked = client.post("/boards/new", {"address": GREENHOUSE}).content.decode()
    before = BoardRow.objects.count()
    answer = client.post("/boards/new", {"address": GREENHOUSE, "yes": "yes"})

    row = BoardRow.objects.get()
    assert "boards-api.greenhouse.io" in asked and before == 0
    assert answer.url == f"/boards/{row.pk}"
    assert (row.employer, row.system) == ("Haldenfrey", "greenhouse")
    assert list(ConsentRow.objects.values_list("gate", "about", "given")) == [
        ("read_board", "boards-api.greenhouse.io", True)
    ]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "first"),
        ("words", "does not look like"),
        ("careers at Haldenfrey", "does not look like"),
        ("http://careers.haldenfrey.example/open", "Try it with https"),
        ("ftp://careers.haldenfrey.example/open", "no page on the web"),
        ("http://127.0.0.1/", "bare number"),
        ("https://10.0.0.7:8443/jobs", "bare number"),
        ("https://[::1]/jobs", "bare number"),
        ("https://localhost/jobs", "private network"),
        ("http://localhost:8080/jobs", "private network"),
        ("https://careers.haldenfrey.local/jobs", "private network"),
        ("https://intranet/jobs", "private network"),
        ("https://jobs.haldenfrey.internal", "private network"),
        ("https://ana:pass@careers.haldenfrey.example/", "plain address"),
        ("https://careers.haldenfrey.example:8443/", "plain address"),
        ("https://boards.greenhouse.io/", "the hiring system itself"),
        ("https://www.lever.co/customers", "the hiring system itself"),
        ("https://www.linkedin.com/jobs", "does not let programs"),
    ],
)
def test_what_cannot_be_a_board_is_said_at_once_and_what_was_typed_is_kept(client, ana, address, said):
    for told in ({}, {"yes": "yes"}):
        answer = client.post("/boards/new", {"address": address, "employer": "Haldenfrey & Co"} | told)
        page = answer.content.decode()

        assert answer.status_code == 422
        assert said in page.partition('role="alert"')[2].partition("</p>")[0]
        assert f'value="{address}"' in page and 'value="Haldenfrey &amp; Co"' in page
    assert not BoardRow.objects.exists() and not ConsentRow.objects.exists()


def test_a_page_of_no_known_system_is_said_to_be_one_before_the_yes(client, ana):
    unknown = client.post("/boards/new", {"address": "https://careers.haldenfrey.example/open"}).content.decode()
    known = client.post("/boards/new", {"address": GREENHOUSE}).content.decode()

    assert "We do not know this hiring system." in unknown
    assert "We do not know this hiring system." not in known


def test_a_look_brings_the_postings_and_what_is_new_comes_first(ana, asks):
    number = act.follow(ana, GREENHOUSE, now=NOW)

    looked = act.look(ana, number, now=NOW, asks=asks)

    new = ask.new_ones(ana, now=NOW)
    _, every = ask.board(ana, number, now=NOW)
    assert (looked.new, looked.trouble) == (2, "")
    assert [one.role for one in new] == ["Data Analyst"]  # put up three days ago; the other has stood since August
    assert [one.role for one in every] == ["Data Analyst", "Policy Officer"]
    assert every[1].days_up == 113


def test_only_what_came_since_the_last_look_is_new(ana, told, asks):
    number = act.follow(ana, GREENHOUSE, now=NOW)
    shows(told, 1, 2)
    act.look(ana, number, now=NOW, asks=asks)
    shows(told, 1, 2, 3)

    act.look(ana, number, now=LATER, asks=asks)

    assert PostingRow.objects.count() == 3
    assert [one.id for one in ask.new_ones(ana, now=LATER)] == [PostingRow.objects.get(number="3").pk]


def test_a_posting_with_a_long_id_is_the_same_one_at_the_next_look(ana, told, asks):
    number = act.follow(ana, GREENHOUSE, now=NOW)
    jobs = [{"id": "jobs/" * 50 + last, "title": "Clerk"} for last in "ab"]
    told.acts[FEED] = lambda door: door.send(200, json.dumps({"jobs": jobs}).encode())
    act.look(ana, number, now=NOW, asks=asks)

    looked = act.look(ana, number, now=LATER, asks=asks)

    assert (looked.new, looked.trouble) == (0, "")
    assert PostingRow.objects.filter(gone_at=None).count() == 2


def test_a_board_that_has_not_changed_is_not_sent_again_and_is_not_new(ana, told, asks):
    number = act.follow(ana, GREENHOUSE, now=NOW)
    act.look(ana, number, now=NOW, asks=asks)

    looked = act.look(ana, number, now=LATER, asks=asks)

    assert told.headers[-1].get("If-None-Match")
    assert (looked.new, ask.new_ones(ana, now=LATER)) == (0, [])
    assert PostingRow.objects.filter(gone_at=None).count() == 2


@pytest.mark.parametrize("again", [1, 9], ids=["under its own number", "under a new number"])
def test_what_was_taken_down_and_put_up_again_is_known(ana, told, asks, again):
    number = act.follow(ana, GREENHOUSE, now=NOW)
    for step, some in enumerate([(1, 2), (2,), (2, again)]):
        shows(told, *some) if some != (2,) else shows(told, 2, role="Other")
        if some == (1, 2):
            told.acts[FEED] = two_roles
        act.look(ana, number, now=NOW + timedelta(hours=step), asks=asks)

    assert PostingRow.objects.get(number=str(again)).came_back_at == NOW + timedelta(hours=2)


def test_what_came_back_is_told_in_the_queue_with_its_source_and_what_stayed_is_not(client, ana, told, asks):
    number = act.follow(ana, GREENHOUSE, now=NOW)
    for step, (numbers, role) in enumerate([((1,), "Clerk"), ((2,), "Other"), ((1, 2), "Clerk")]):
        shows(told, *numbers, role=role)
        act.look(ana, number, now=NOW + timedelta(hours=step), asks=asks)
    kept = {one.number: client.post(f"/queue/keep/{one.pk}").url for one in PostingRow.objects.all()}

    back, stayed = (client.get(kept[one]).content.decode() for one in ("1", "2"))

    assert "It was taken down and put up again." in back and "18 to 22 were never filled" in back
    assert "where this figure is from" in back and "It has been up for" not in back
    assert "put up again" not in stayed and "never filled" not in stayed


def two_roles(door) -> None:
    jobs = [
        {"id": 1, "title": "Clerk", "location": {"name": "Cork"}},
        {"id": 2, "title": "Other", "location": {"name": "Cork"}},
    ]
    door.send(200, json.dumps({"jobs": jobs}).encode())


def test_nothing_is_asked_without_a_yes_or_after_it_was_taken_back(ana, told, asks):
    number = act.follow(ana, GREENHOUSE, now=NOW)
    refuse(ana, Gate.READ_BOARD, about="boards-api.greenhouse.io", now=LATER)

    with pytest.raises(act.NotAllowed):
        act.look(ana, number, now=LATER, asks=asks)

    assert act.look_at_all(ana, now=LATER, asks=asks) == []
    assert told.asked == []


def test_a_row_that_was_tampered_with_is_not_asked(ana, told, asks):
    number = act.follow(ana, GREENHOUSE, now=NOW)
    BoardRow.objects.update(address="https://boards-api.greenhouse.io/v1/boards/x/../../internal")

    with pytest.raises(act.NotAllowed):
        act.look(ana, number, now=NOW, asks=asks)

    assert told.asked == []


def test_the_sample_asks_nobody(ana, told, asks, settings):
    number = act.follow(ana, GREENHOUSE, now=NOW)
    settings.DEMO = True

    with pytest.raises(act.InSample):
        act.look(ana, number, now=NOW, asks=asks)
    with pytest.raises(act.InSample):
        act.look_at_all(ana, now=NOW, asks=asks)

    assert told.asked == []


def test_a_board_is_left_alone_for_a_quarter_of_an_hour(client, ana, told, asks):
    number = act.follow(ana, GREENHOUSE, now=NOW)
    act.look(ana, number, now=NOW, asks=asks)
    asked = len(told.asked)

    with pytest.raises(act.TooSoon) as refusal:
        act.look(ana, number, now=NOW + timedelta(minutes=5), asks=asks)
    page = client.post(f"/boards/{number}/look", follow=True).content.decode()

    assert refusal.value.minutes == 10
    assert "We looked a moment ago" in page
    assert len(told.asked) == asked


def test_a_board_that_asks_to_wait_is_left_alone_as_long(ana, told, asks):
    number = act.follow(ana, GREENHOUSE, now=NOW)
    told.acts[FEED] = lambda door: door.send(429, b"", Retry_After="7200")

    looked = act.look(ana, number, now=NOW, asks=asks)

    assert looked.trouble == "wait"
    with pytest.raises(act.TooSoon):
        act.look(ana, number, now=NOW + timedelta(minutes=119), asks=asks)


@pytest.mark.parametrize(
    ("answer", "why"),
    [((200, b"<html>Maintenance</html>"), "broken"), ((404, b""), "gone"), ((500, b""), "failed")],
)
def test_trouble_is_told_and_costs_nothing_that_was_known(client, ana, told, asks, answer, why):
    number = act.follow(ana, GREENHOUSE, now=NOW)
    act.look(ana, number, now=NOW, asks=asks)
    told.acts[FEED] = lambda door: door.send(*answer)

    looked = act.look(ana, number, now=LATER, asks=asks)

    page = client.get(f"/boards/{number}").content.decode()
    assert looked.trouble == why
    assert PostingRow.objects.filter(gone_at=None).count() == 2
    assert ask.boards(ana)[0].trouble == why and "Data Analyst" in page


def test_one_board_in_trouble_does_not_stop_the_others(ana, told, asks):
    act.follow(ana, GREENHOUSE, now=NOW)
    act.follow(ana, "https://jobs.lever.co/haldenfrey", now=NOW)
    act.follow(ana, "https://jobs.ashbyhq.com/nobody", now=NOW)

    looked = act.look_at_all(ana, now=NOW, asks=asks)

    assert sorted(one.trouble for one in looked) == ["", "", "gone"]
    assert PostingRow.objects.count() == 3


def test_search_finds_by_words_and_place(client, ana, asks):
    number = act.follow(ana, GREENHOUSE, now=NOW)
    act.look(ana, number, now=NOW, asks=asks)

    def found(words: str, place: str = "") -> list[str]:
        return [one.role for one in ask.search(ana, words, place, now=NOW)]

    assert found("analyst") == ["Data Analyst"]
    assert found("sql letter") == ["Data Analyst"]
    assert found("", "remote") == ["Policy Officer"]
    assert found("analyst", "remote") == found("  ") == []
    assert "Data Analyst" in client.post("/boards/search", {"words": "numbers"}).content.decode()


def test_a_posting_is_kept_in_the_queue_once(client, ana, asks):
    number = act.follow(ana, GREENHOUSE, now=NOW)
    act.look(ana, number, now=NOW, asks=asks)
    posting = PostingRow.objects.get(role="Data Analyst")

    first, second = (client.post(f"/queue/keep/{posting.pk}").url for _ in range(2))

    opening = OpeningRow.objects.get()
    assert first == second == f"/queue/{opening.pk}"
    assert (opening.employer, opening.place) == ("Haldenfrey", "Cork, Ireland")
    assert opening.closes_on and opening.closes_on.isoformat() == "2026-12-04"
    assert "It is in your queue" in client.get(f"/boards/posting/{posting.pk}").content.decode()


def test_what_a_board_writes_is_shown_as_text(client, ana, told, asks):
    number = act.follow(ana, GREENHOUSE, now=NOW)
    evil = {"id": 1, "title": "<script>x</script>", "location": {"name": "<b>"}, "absolute_url": "javascript:alert(1)"}
    told.acts[FEED] = lambda door: door.send(200, json.dumps({"jobs": [evil]}).encode())
    act.look(ana, number, now=NOW, asks=asks)

    pages = [
        client.get(path).content.decode()
        for path in (f"/boards/{number}", f"/boards/posting/{PostingRow.objects.get().pk}")
    ]

    assert all("<script>x" not in page and "javascript:" not in page for page in pages)
    assert "&lt;script&gt;x&lt;/script&gt;" in pages[0]


def test_a_board_followed_no_more_leaves_nothing_and_may_not_be_asked(client, ana, asks):
    number = act.follow(ana, GREENHOUSE, now=NOW)
    act.look(ana, number, now=NOW, asks=asks)

    client.post(f"/boards/{number}/stop")

    assert not PostingRow.objects.exists()
    assert ask.allowed_hosts(ana) == frozenset()


def test_a_host_another_board_needs_stays_allowed(ana):
    number = act.follow(ana, GREENHOUSE, now=NOW)
    act.follow(ana, "https://boards.greenhouse.io/brightmoor", now=NOW)

    act.stop(ana, number, now=LATER)

    assert ask.allowed_hosts(ana) == {"boards-api.greenhouse.io"}


def test_bo_sees_nothing_and_can_ask_nothing(ana, bo, asks):
    number = act.follow(ana, GREENHOUSE, now=NOW)
    act.look(ana, number, now=NOW, asks=asks)

    assert (ask.boards(bo), ask.new_ones(bo, now=NOW), ask.search(bo, "analyst", "", now=NOW)) == ([], [], [])
    assert ask.allowed_hosts(bo) == frozenset()
    for call in (partial(act.look, asks=asks), act.stop):
        with pytest.raises(NotThere):
            call(bo, number, now=NOW)


@pytest.mark.parametrize("address", ["https://indeed.com/x", "https://localhost/"])
def test_follow_itself_refuses_what_is_never_read(ana, address):
    with pytest.raises((NeverRead, NoFeed)):
        act.follow(ana, address, now=NOW)


def test_the_terminal_follows_only_after_a_yes_and_lists_what_was_found(ana, asks):
    run = CliRunner().invoke

    refused = run(app, ["boards", "follow", GREENHOUSE], input="n\n")
    followed = run(app, ["boards", "follow", GREENHOUSE], input="y\n")
    number = BoardRow.objects.get().pk
    act.look(ana, number, now=NOW, asks=asks)

    assert refused.exit_code == 1 and "boards-api.greenhouse.io" in followed.output
    listed = run(app, ["boards", "list", "--json"]).output
    assert json.loads(listed)[0]["open"] == 2 and run(app, ["boards", "--json"]).output == listed
    assert [one["role"] for one in json.loads(run(app, ["boards", "new", "--json"]).output)] == ["Data Analyst"]
    assert "Policy Officer" in run(app, ["boards", "search", "policy"]).output
    assert run(app, ["boards", "look", str(number)]).exit_code == 1  # a moment ago
    assert run(app, ["boards", "stop", str(number)]).output == "Not followed any more.\n"


def test_the_terminal_follows_and_stops_as_json_and_asks_beside_it(ana):
    run = CliRunner().invoke

    followed = run(app, ["boards", "follow", GREENHOUSE, "--employer", "Haldenfrey", "--json"], input="y\n")
    listed = run(app, ["boards", "list", "--json"]).output
    number = BoardRow.objects.get().pk
    stopped = run(app, ["boards", "stop", str(number), "--json"])

    assert [json.loads(followed.stdout.splitlines()[-1])] == json.loads(listed)
    assert json.loads(listed)[0]["employer"] == "Haldenfrey"
    assert "boards-api.greenhouse.io" in followed.stderr
    assert json.loads(stopped.stdout) == {"stopped": number}
    assert not BoardRow.objects.exists()


def test_every_shape_the_server_shows_is_there():
    assert len(list(SAID.iterdir())) == 8
