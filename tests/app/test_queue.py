"""The queue: what one may apply to, from "saw it" to "sent"."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from typer.testing import CliRunner

from highroad.app.actions import queue as act
from highroad.app.actions.corrections import say, undo
from highroad.app.models import ApplicationRow, DeedRow, EmployerRow, OpeningRow, RecoveryRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.keep_going import one_next_thing
from highroad.app.queries.queue import State, opening, queue
from highroad.applications.correction import ConfirmedNo
from highroad.cli.queue import app
from highroad.steps.keep_going.next_thing import Size
from tests.app.mails import CONFIRMED, brightmoor, bring, haldenfrey, mail
from tests.cast import NOW

pytestmark = pytest.mark.django_db

POSTED = """Data Analyst at Haldenfrey
Location: Cork

Please send your CV, a cover letter and the names of two referees. Applications close on 30 November."""


def kept(owner, text=POSTED, **told):
    return act.add(owner, text, now=told.pop("now", NOW), **told)


def test_a_pasted_posting_is_kept_with_what_it_says(client, ana):
    answer = client.post("/queue/new", {"text": POSTED})

    one = opening(ana, OpeningRow.objects.get().pk, now=NOW)
    assert answer.url == f"/queue/{one.id}"
    assert (one.role, one.employer, one.place) == ("Data Analyst", "Haldenfrey", "Cork")
    assert one.closes_on is not None and one.closes_in == 7
    assert one.missing == ("resume", "letter", "references")
    assert one.state is State.SAW


def test_an_address_alone_is_enough_and_nothing_is_fetched(ana):
    number = kept(ana, "https://boards.greenhouse.io/brook-mere/jobs/123")

    one = opening(ana, number, now=NOW)
    assert (one.employer, one.unknown) == ("Brook Mere", ("role",))


def test_an_empty_box_is_refused_in_a_sentence(client, ana):
    answer = client.post("/queue/new", {"text": "  "})

    assert answer.status_code == 422
    assert "nothing to keep yet" in answer.content.decode()


def test_the_users_own_words_win_over_what_was_read(ana):
    one = opening(ana, kept(ana, employer="Halden Labs"), now=NOW)

    assert one.employer == "Halden Labs"


def test_what_the_browser_button_brings_only_fills_the_form(client, ana):
    brought = {"url": "https://jobs.haldenfrey.example/7?a=b&c=<i>", "title": "Data Analyst at Haldenfrey"}

    page = client.get("/queue/new", brought).content.decode()

    assert "https://jobs.haldenfrey.example/7?a=b&amp;c=&lt;i&gt;" in page
    assert 'value="Data Analyst"' in page and 'value="Haldenfrey"' in page
    assert not OpeningRow.objects.exists()


def test_the_button_names_this_computer_and_no_script(client, ana):
    page = client.get("/queue").content.decode()

    assert "javascript:void(location.href=&#x27;http://127.0.0.1:8747/queue/new&#x27;" in page


@pytest.mark.parametrize("with_key", [True, False])
def test_a_press_on_a_page_elsewhere_is_passed_on_with_nothing_of_hers(client, ana, with_key):
    kept(ana)
    asker = client if with_key else Client(headers={"host": "127.0.0.1:8747"})
    elsewhere = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}

    answer = asker.get("/queue/new", {"url": 'https://x.example/"><b>', "more": "x"}, headers=elsewhere)

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "url=/queue/new?url=https%3A%2F%2Fx.example%2F%22%3E%3Cb%3E&amp;title=" in page
    assert "Haldenfrey" not in page and "more=" not in page


@pytest.mark.parametrize(
    ("method", "path", "dest"),
    [("get", "/queue", "document"), ("get", "/queue/new", "iframe"), ("post", "/queue/new", "document")],
)
def test_nothing_else_answers_a_page_elsewhere(client, ana, method, path, dest):
    elsewhere = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": dest}

    assert getattr(client, method)(path, {"text": "x"}, headers=elsewhere).status_code == 403
    assert not OpeningRow.objects.exists()


def test_ticks_make_it_begun_then_ready(client, ana):
    number = kept(ana)

    client.post(f"/queue/{number}/ready", {"ready": ["resume"]})
    begun = opening(ana, number, now=NOW)
    client.post(f"/queue/{number}/ready", {"ready": ["resume", "letter", "references", "nonsense"]})

    assert (begun.state, begun.missing) == (State.BEGUN, ("letter", "references"))
    assert opening(ana, number, now=NOW).state is State.READY
    assert DeedRow.objects.filter(about=f"ready:{number}").count() == 2


def test_one_tap_makes_it_an_application_and_undo_takes_it_back(client, ana):
    number = kept(ana)

    client.post(f"/queue/{number}/sent")
    sent = opening(ana, number, now=NOW)
    application = ApplicationRow.objects.get(owner=ana)
    together = act.say_sent(ana, kept(ana, "Clerk at Brightmoor"), now=NOW)
    undo(ana, together, now=NOW)

    assert (sent.state, sent.application_id, sent.by_mail) == (State.SENT, application.application_id, False)
    assert application.applied_on == NOW.date()
    assert [one.employer for one in queue(ana, now=NOW).waiting] == ["Brightmoor"]


def test_its_confirmation_makes_it_sent_by_itself(ana):
    number = kept(ana, now=NOW - timedelta(days=3))

    bring(ana, mail(CONFIRMED, day=1))

    one = opening(ana, number, now=NOW)
    assert (one.state, one.by_mail) == (State.SENT, True)
    assert one.application_id == ApplicationRow.objects.get().application_id


def test_the_confirmation_after_a_tap_is_the_same_application(ana):
    number = kept(ana, now=NOW - timedelta(days=3))
    act.say_sent(ana, number, now=NOW - timedelta(days=2))

    bring(ana, mail(CONFIRMED, day=1))

    assert opening(ana, number, now=NOW).application_id == ApplicationRow.objects.get().application_id


@pytest.mark.parametrize(
    ("day", "employer", "role"),
    [(40, "Haldenfrey", "Data Analyst"), (1, "Brightmoor", "Data Analyst"), (1, "Haldenfrey", "Head of Finance")],
    ids=["before it was kept", "another employer", "another role"],
)
def test_a_confirmation_of_something_else_leaves_it_waiting(ana, day, employer, role):
    number = kept(ana, now=NOW - timedelta(days=3))

    bring(ana, mail(CONFIRMED, day=day, employer=employer, role=role))

    assert opening(ana, number, now=NOW).state is State.SAW


def test_the_user_can_say_that_a_confirmation_was_for_another(client, ana):
    number = kept(ana, now=NOW - timedelta(days=3))
    bring(ana, mail(CONFIRMED, day=1))
    found = opening(ana, number, now=NOW)

    client.post(f"/queue/{number}/not-sent", {"application": found.application_id})

    assert opening(ana, number, now=NOW).state is State.SAW


def test_whom_she_knows_there_and_when_to_try_again_are_said(client, ana):
    *_, no = bring(ana, *haldenfrey(ago=30))
    say(ana, ConfirmedNo(no), now=NOW)
    number = kept(ana, "Data Engineer at Haldenfrey GmbH")

    page = client.get(f"/queue/{number}").content.decode()

    one = opening(ana, number, now=NOW)
    assert "Noor Haddad" in [who.name for who in one.met]
    assert one.again_on is not None and one.again_on.isoformat() == "2027-04-24"
    assert "Noor Haddad" in page and "24 April 2027" in page


def test_her_own_date_for_another_try_wins(ana):
    *_, no = bring(ana, *haldenfrey(ago=30))
    say(ana, ConfirmedNo(no), now=NOW)
    EmployerRow.objects.create(owner=ana, key="haldenfrey", name="Haldenfrey", event_id=no, again_on="2026-12-24")

    one = opening(ana, kept(ana), now=NOW)

    assert one.again_on is not None and one.again_on.isoformat() == "2026-12-24"


def test_their_promise_is_quoted(client, ana):
    promised = (
        "Dear Ana,\n\nUnfortunately we have decided to move forward with other candidates for the {role} position at "
        "{employer}. We will keep you in mind for future openings.\n\nKind regards\nSam"
    )
    *_, no = bring(ana, mail(CONFIRMED, day=300), mail(promised, day=260))
    say(ana, ConfirmedNo(no), now=NOW)

    page = client.get(f"/queue/{kept(ana)}").content.decode()

    assert "keep you in mind for future openings" in page


def test_a_no_she_thinks_unlawful_urges_nothing(ana):
    *_, no = bring(ana, *haldenfrey(ago=30))
    say(ana, ConfirmedNo(no), now=NOW)
    RecoveryRow.objects.create(owner=ana, event_id=no, opened_at=NOW, unfair_at=NOW)

    assert opening(ana, kept(ana), now=NOW).door is None


@pytest.mark.parametrize(("days", "told"), [(59, None), (60, 60), (200, 200)])
def test_a_posting_that_stands_long_is_told_with_its_source(client, ana, days, told):
    client.post("/queue/new", {"text": f"Data Analyst at Haldenfrey\nPosted {days} days ago"})
    number = OpeningRow.objects.get().pk

    page = client.get(f"/queue/{number}").content.decode()

    assert (f"It has been up for {told} days." in page) == (told is not None)
    assert ("18 to 22 were never filled" in page) == (told is not None)
    assert ("Greenhouse" in page) == (told is not None)


def test_the_day_it_was_put_up_can_be_typed_and_stays_when_something_else_is_changed(client, ana):
    path = f"/queue/{kept(ana)}"

    client.post(f"{path}/change", {"employer": "Haldenfrey", "posted_on": "2026-03-03"})
    form = client.get(f"{path}/change").content.decode()
    page = client.get(path).content.decode()

    assert "Put up on, if it says so" in form and 'value="2026-03-03"' in form
    assert "It has been up for 265 days." in page


def test_a_day_that_is_none_is_refused_and_nothing_is_changed(client, ana):
    number = kept(ana)

    page = client.post(f"/queue/{number}/change", {"employer": "Other", "posted_on": "the third"}).content.decode()

    assert 'role="alert"' in page and "the third" in page
    assert opening(ana, number, now=NOW).employer == "Haldenfrey"


def test_a_posting_lies_beside_the_resume_in_words_and_without_one_nothing_is_said(client, ana):
    number = kept(ana, "Data Analyst at Haldenfrey\nYou know SQL and Excel, and some Python.")
    without = client.get(f"/queue/{number}").content.decode()
    client.post("/resume", {"text": "Ana Duarte. Five years of SQL, and much Excel."})

    page = client.get(f"/queue/{number}").content.decode()

    one = opening(ana, number, now=NOW)
    assert one.compared and {found.skill for found in one.compared.not_found} == {"Python"}
    assert "Beside your résumé" in page and "Not found in yours: Python." in page
    assert "Beside your résumé" not in without


def test_what_closes_soon_comes_first_then_what_is_new_and_what_is_over_last(ana):
    over = kept(ana, "Clerk at Brookmere\nDeadline: 2026-11-20")
    old = kept(ana, "Clerk at Larkfield", now=NOW - timedelta(days=9))
    new = kept(ana, "Clerk at Brightmoor")
    soon = kept(ana, "Clerk at Thornbury\nDeadline: 2026-11-25", now=NOW - timedelta(days=9))

    assert [one.id for one in queue(ana, now=NOW).waiting] == [soon, new, old, over]


def test_one_let_go_can_be_put_back(client, ana):
    number = kept(ana)

    client.post(f"/queue/{number}/let-go")
    gone = client.get("/queue").content.decode()
    client.post(f"/queue/{number}/put-back")

    assert "Let go" in gone
    assert [one.id for one in queue(ana, now=NOW).waiting] == [number]


def test_what_was_read_can_be_put_right(client, ana):
    number = kept(ana)

    client.post(f"/queue/{number}/change", {"employer": "Haldenfrey Labs", "role": "Analyst", "url": "javascript:x"})

    one = opening(ana, number, now=NOW)
    assert (one.employer, one.role, one.url) == ("Haldenfrey Labs", "Analyst", "")


def test_bo_sees_nothing_and_changes_nothing(ana, bo):
    number = kept(ana)
    bring(ana, *brightmoor())

    assert queue(bo, now=NOW).waiting == ()
    for act_on in (act.say_sent, act.let_go):
        with pytest.raises(NotThere):
            act_on(bo, number, now=NOW)


def test_the_terminal_keeps_lists_and_sends(ana):
    run = CliRunner().invoke

    added = json.loads(run(app, ["queue", "add", POSTED, "--json"]).output)
    listed = json.loads(run(app, ["queue", "list", "--json"]).output)
    alone = json.loads(run(app, ["queue", "--json"]).output)
    sent = json.loads(run(app, ["queue", "sent", str(added["id"]), "--json"]).output)

    assert listed == [added] == alone
    assert added["closes_on"] == "2026-11-30" and added["missing"] == ["resume", "letter", "references"]
    assert (sent["state"], bool(sent["application_id"])) == ("sent", True)
    assert run(app, ["queue", "let-go", str(added["id"])]).output == "Let go.\n"
    assert run(app, ["queue", "list"]).output == "Nothing waits here.\n"


def test_the_terminal_lets_one_go_as_json(ana):
    number = kept(ana)

    told = json.loads(CliRunner().invoke(app, ["queue", "let-go", str(number), "--json"]).output)
    unknown = CliRunner().invoke(app, ["queue", "let-go", "99", "--json"])

    assert (told["id"], told["employer"], told["let_go"]) == (number, "Haldenfrey", True)
    assert unknown.exit_code == 1


def test_one_whose_confirmation_came_is_not_offered_as_the_next_thing(ana):
    number = kept(ana, now=NOW - timedelta(days=3))
    before = one_next_thing(ana, Size.HALF_HOUR, now=NOW)
    bring(ana, mail(CONFIRMED, day=1))

    after = one_next_thing(ana, Size.HALF_HOUR, now=NOW)

    assert before.url == f"/queue/{number}"
    assert after.url != before.url
