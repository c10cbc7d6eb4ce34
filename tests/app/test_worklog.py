"""The work log: what was done between two days, for an office that asks; a page, CSV, and the terminal."""

import csv
import io
import json
from datetime import date, timedelta

import pytest

from highroad.app.actions import by_hand
from highroad.app.models import EventRow, OpeningRow, OwnerRow
from highroad.app.queries.exports import harmless
from highroad.app.queries.worklog import Shown, Worklog, as_csv, worklog
from highroad.events.event import Kind, Part, Person
from tests.app.mails import CAREERS, CONFIRMED, REFUSED, THANKED, brightmoor, bring, haldenfrey, mail
from tests.app.noes import final_no, text_of
from tests.app.terminal import run
from tests.cast import ANA, NOW, SAM

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
EVER = {"since": date(2026, 1, 1), "until": date(2026, 12, 31), "today": TODAY, "language": "en"}
SENT = "Dear Sir or Madam,\n\nI am applying for the {role} position at {employer}. My résumé is attached.\n\n{sign}"


def test_a_line_has_all_that_offices_ask_for(ana):
    final_no(ana)

    line = worklog(ana, **EVER).lines[0]

    assert (line.day, line.employer, line.position) == ("by 2026-10-14", "Haldenfrey", "Data Analyst")
    assert (line.person, line.address) == ("Sam Reyes", "sam.reyes@haldenfrey.example")
    assert (line.method, line.result) == ("Application (confirmed that day)", "Not selected")


def test_a_confirmation_is_not_the_day_applied_anywhere(client, ana):
    bring(ana, *brightmoor(ago=-10))

    page, sheet = client.get("/worklog"), client.get("/worklog/csv")

    assert "by 2026-11-03</td>" in text_of(page) and "you applied by then" in text_of(page)
    assert sheet.content.decode().splitlines()[1].startswith("by 2026-11-03,Brightmoor,")
    assert worklog(ana, **EVER).lines[0].shown is Shown.CONFIRMED


def test_the_users_own_word_gives_the_day(client, ana):
    event_id = bring(ana, *brightmoor(ago=-10))[0]

    by_hand.add_event(ana, event_id, by_hand.Told(Kind.APPLIED, date(2026, 11, 1)), now=NOW)

    (line,) = worklog(ana, **EVER).lines
    assert (line.day, line.method, line.shown) == ("2026-11-01", "Application", Shown.SENT)
    assert "by then" not in text_of(client.get("/worklog"))


def test_the_users_own_mail_gives_the_day(ana):
    sent = mail(SENT, day=12, sender=ANA, to=CAREERS, employer="Brightmoor", subject="Application: Data Analyst")
    bring(ana, sent, mail(CONFIRMED, day=9, sender=CAREERS, employer="Brightmoor", answers=sent.message_id or ""))

    assert [(line.day, line.method) for line in worklog(ana, **EVER).lines] == [("2026-11-11", "Application")]


def test_a_form_no_names_nobody_and_is_reached_where_it_came_from(ana):
    bring(ana, *brightmoor())

    (line,) = worklog(ana, **EVER).lines

    assert (line.person, line.address) == ("", "careers@brightmoor.example")


def test_a_mail_signed_by_the_firm_names_nobody(ana):
    made = applied(ana, "Tallowby", days_ago=1)
    by_hand.add_person(ana, made, Person("Tallowby", "jobs@tallowby.example", Part.RECRUITER), now=NOW)

    (line,) = worklog(ana, **EVER).lines

    assert line.person == ""


def test_the_page_of_the_opening_is_its_address_when_nobody_was_met(ana):
    made, _ = by_hand.new_application(ana, by_hand.Told(Kind.APPLIED, TODAY, employer="Tallowby"), now=NOW)
    OpeningRow.objects.create(owner=ana, sent_as=made, url="https://tallowby.example/jobs/7", added_at=NOW)

    assert [line.address for line in worklog(ana, **EVER).lines] == ["https://tallowby.example/jobs/7"]


def test_a_talk_is_a_line_once_it_was_held(ana):
    made = applied(ana, "Tallowby", days_ago=10)
    for kind, days in ((Kind.TALK, -3), (Kind.INTERVIEW, 3)):
        by_hand.add_event(ana, made, by_hand.Told(kind, TODAY + timedelta(days=days)), now=NOW)

    lines = worklog(ana, **EVER).lines

    assert [(line.on, line.method) for line in lines] == [
        (TODAY - timedelta(days=10), "Application"),
        (TODAY - timedelta(days=3), "Interview"),
    ]


ASKED = "Hi Ana,\n\nWe would like to interview you for the {role} role at {employer}. {day}\n\n{sign}"
SETTLED = "It is on Thursday, 12 November at 10:00."


@pytest.mark.parametrize("day", ["Would Thursday at 10 work for you?", "Please tell us whether Thursday at 10 suits."])
def test_a_day_that_was_only_asked_for_is_no_talk_held(ana, day):
    bring(ana, mail(ASKED.replace("{day}", day), day=14, subject="Interview"))

    assert EventRow.objects.get(owner=ana).happens_at
    assert worklog(ana, **EVER).lines == ()


def test_later_mail_shows_that_a_day_asked_for_was_kept(ana):
    invited = mail(ASKED.replace("{day}", "Would Thursday at 10 work for you?"), day=14, subject="Interview")
    bring(ana, invited, mail(THANKED, day=10, sender=ANA, to=SAM, answers=invited.message_id or ""))

    assert [(line.on, line.method) for line in worklog(ana, **EVER).lines] == [(date(2026, 11, 12), "Interview")]


def test_a_day_that_was_told_is_a_talk_held_unless_all_ended_before(ana):
    bring(ana, mail(ASKED.replace("{day}", SETTLED), day=14, subject="Interview"))
    held = worklog(ana, **EVER).lines
    bring(ana, mail(REFUSED, day=12))

    assert [line.on for line in held] == [date(2026, 11, 12)]
    assert worklog(ana, **EVER).lines == ()


def test_both_days_belong_and_nothing_beyond_them(ana):
    for ago in (4, 3, 2, 1):
        applied(ana, f"Employer {ago}", days_ago=ago)

    found = worklog(ana, **EVER | {"since": TODAY - timedelta(days=3), "until": TODAY - timedelta(days=2)})

    assert [line.employer for line in found.lines] == ["Employer 3", "Employer 2"]


def test_what_has_no_day_is_left_out_and_told(client, ana):
    by_hand.new_application(ana, by_hand.Told(Kind.APPLIED, None, employer="Tallowby"), now=NOW)

    page = text_of(client.get("/worklog"))

    assert "One application has no day, so it is left out." in page and "Tallowby" not in page


def test_the_language_is_english_until_the_user_chooses_and_the_choice_is_kept(client, ana):
    OwnerRow.objects.filter(pk=ana.pk).update(country="DE")

    before = client.get("/worklog/csv").content.decode("utf-8-sig")
    client.get("/worklog", {"language": "de"})
    after = client.get("/worklog/csv").content.decode("utf-8-sig")
    client.get("/worklog", {"language": "klingon"})

    assert (before.split(",")[0], after.split(",")[0]) == ("Date", "Datum")
    assert '<option value="de" selected>' in text_of(client.get("/worklog"))


def test_a_list_in_german_is_german_throughout(client, ana):
    applied(ana, "Möwe", days_ago=1)
    bring(ana, *brightmoor(ago=-10))

    table = client.get("/worklog/csv", {"language": "de"}).content.decode("utf-8-sig")

    assert table.splitlines()[0] == "Datum,Arbeitgeber,Anschrift,Ansprechperson,Art,Stelle,Ergebnis"
    assert table.splitlines()[1].startswith("spätestens 2026-11-03,Brightmoor,")
    assert "Bewerbung (an diesem Tag bestätigt)" in table
    assert table.splitlines()[2] == "2026-11-22,Möwe,,,Bewerbung,,Noch offen"


@pytest.mark.parametrize("bad", ["=1+1", "+1", "-1", "@cmd", " =1", "＝1", "\t=1", "Firm;=1+1", "Firm\n=1", "Firm; @x"])
def test_no_cell_becomes_a_formula_whatever_cuts_it(bad):
    cells = [cell.lstrip() for cell in harmless(bad).replace("\n", ";").replace("\t", ";").split(";")]

    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "＝"))]


def test_an_employer_that_is_a_formula_leaves_as_text(ana):
    applied(ana, '=HYPERLINK("http://x.example")', days_ago=1)

    lines = list(csv.reader(io.StringIO(as_csv(worklog(ana, **EVER)))))

    assert lines[1][1].startswith("'=HYPERLINK")


@pytest.mark.parametrize("plain", ["Haldenfrey", "Data Analyst - Berlin", "Müller & Söhne, Köln", "2026-11-22", ""])
def test_what_is_no_formula_stays_as_it_is(plain):
    assert harmless(plain) == plain


def test_a_day_nobody_can_read_gets_a_sentence(client, ana):
    answers = [client.get(path, {"since": "soon"}) for path in ("/worklog", "/worklog/csv")]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert "One of the days cannot be read." in text_of(answers[0])


def test_days_the_wrong_way_round_are_turned(client, ana):
    applied(ana, "Tallowby", days_ago=1)

    page = text_of(client.get("/worklog", {"since": "2026-11-23", "until": "2026-11-01"}))

    assert "Tallowby" in page


def test_an_address_by_post_stands_in_page_file_and_sheet(client, ana, bo):
    made = applied(ana, "Tallowby Ltd", days_ago=1)
    applied(bo, "Tallowby Ltd", days_ago=1)

    client.post(f"/applications/{made}/address", {"address": "14 Larkfield Road,\r\nBristol BS6\r\n"})

    (line,) = worklog(ana, **EVER).lines
    assert line.address == "14 Larkfield Road, Bristol BS6"
    assert "14 Larkfield Road, Bristol BS6" in text_of(client.get("/worklog"))
    assert '"14 Larkfield Road, Bristol BS6"' in client.get("/worklog/csv").content.decode()
    assert [line.address for line in worklog(bo, **EVER).lines] == [""]


def test_an_address_is_shown_again_to_be_changed_and_can_be_forgotten(client, ana):
    made = applied(ana, "Tallowby", days_ago=1)
    client.post(f"/applications/{made}/address", {"address": "=1+1 Street"})
    assert "=1+1 Street</textarea>" in text_of(client.get(f"/applications/{made}/address"))
    assert "'=1+1 Street" in client.get("/worklog/csv").content.decode()

    client.post(f"/applications/{made}/address", {"address": " "})

    assert [line.address for line in worklog(ana, **EVER).lines] == [""]


def test_no_employer_has_no_address_and_that_of_bo_is_not_there(client, ana, bo):
    theirs, unnamed = applied(bo, "Tallowby", days_ago=1), applied(ana, "", days_ago=1)

    answers = [client.post(f"/applications/{one}/address", {"address": "x"}) for one in (theirs, unnamed)]

    assert [answer.status_code for answer in answers] == [404, 404]


def test_bo_sees_nothing_of_it(ana, bo):
    bring(ana, *haldenfrey())

    columns = worklog(ana, **EVER).columns
    assert worklog(bo, **EVER) == Worklog("Work search log · Bo Lindgren", columns, (), 0)


def test_the_terminal_prints_the_same_and_refuses_odd_days(tmp_path):
    run(tmp_path, "apps", "add", "=Tallowby", "--on", "2025-01-07")

    asked = ("worklog", "--from", "2025-01-01", "--to", "2025-01-31")
    assert run(tmp_path, *asked, "--csv").stdout.splitlines()[1] == (
        "2025-01-07,'=Tallowby,,,Application,,No answer so far"
    )
    (line,) = json.loads(run(tmp_path, *asked, "--json").stdout)["lines"]
    assert (line["on"], line["shown"], line["employer"]) == ("2025-01-07", "sent", "=Tallowby")
    assert "=Tallowby · Application" in run(tmp_path, *asked).stdout
    assert "is later than" in run(tmp_path, "worklog", "--from", "2025-02-01", "--to", "2025-01-31").stderr


def applied(owner: OwnerRow, employer: str, *, days_ago: int) -> str:
    day = TODAY - timedelta(days=days_ago)
    return by_hand.new_application(owner, by_hand.Told(Kind.APPLIED, day, employer=employer), now=NOW)[0]
