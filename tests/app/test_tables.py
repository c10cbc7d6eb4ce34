"""A tracker kept until now comes in from CSV, looked at before it counts."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from highroad.app.actions.tables import MOST_ROWS, NotATable, applications_in, read_table
from highroad.app.models import ApplicationRow, CorrectionRow, EventRow
from highroad.app.queries.exports import as_csv
from highroad.events.event import Kind
from tests.cast import NOW

pytestmark = pytest.mark.django_db

TRACKER = """Company,Position,Date applied,Status,Notes
Haldenfrey,Data Analyst,2026-09-01,Rejected after final round,went well
Tallowby,Designer,03.10.2026,waiting,
Bryn Design,Designer,4 October 2026,Offer!,
,Nobody,2026-01-01,,
"""


def dropped(text: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("tracker.csv", text.encode() if isinstance(text, str) else text)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_separator_is_understood(separator):
    table = read_table(TRACKER.replace(",", separator).encode())

    assert table.columns == ("Company", "Position", "Date applied", "Status", "Notes")
    assert len(table.rows) == 4


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252"])
def test_umlauts_come_through_whatever_the_program_wrote(coding):
    table = read_table("Firma;Stelle\nMöwe;Prüferin\n".encode(coding))

    assert table.rows == (("Möwe", "Prüferin"),)


def test_a_cell_may_hold_separators_and_lines():
    table = read_table(b'Company,Notes\n"Reyes, Haddad and Co","two\nlines"\n')

    assert table.rows == (("Reyes, Haddad and Co", "two\nlines"),)


@pytest.mark.parametrize(
    "raw", [b"", b"one line", b"\x00\x01\x02", b"a,b\n", b"one\ncolumn\nonly\n", b'a,b\n"' + b"x" * 200_000]
)
def test_what_is_no_table_is_refused_in_words(client, ana, raw):
    with pytest.raises(NotATable):
        read_table(raw)

    answer = client.post("/applications/csv", {"file": dropped(raw)})
    assert answer.status_code == 422
    assert "We could not read a table here." in answer.content.decode()


def test_a_damaged_parcel_is_refused_in_the_same_words(client, ana):
    answer = client.post("/applications/csv", {"carried": "%%%"})

    assert (answer.status_code, "could not read a table" in answer.content.decode()) == (422, True)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-09-01", date(2026, 9, 1)),
        ("03.10.2026", date(2026, 10, 3)),
        ("4 October 2026", date(2026, 10, 4)),
        ("Oct 4, 2026", date(2026, 10, 4)),
        ("25/3/2026", date(2026, 3, 25)),
        ("3/25/26", date(2026, 3, 25)),
        ("3/4/2026", None),  # March or April: nobody can know
        ("99/99/2026", None),
        ("9999-12-31", None),
        ("0001-01-01", None),
        ("soon", None),
    ],
)
def test_a_day_is_taken_only_when_it_can_be_one_day(written, day):
    table = (
        read_table(f"Company,Applied\nHaldenfrey,{written}\n".encode())
        if "," not in written
        else read_table(f'Company,Applied\nHaldenfrey,"{written}"\n'.encode())
    )

    assert applications_in(table, table.guess, today=NOW.date())[0][0].on == day


def test_it_is_looked_at_before_it_counts(client, ana):
    answer = client.post("/applications/csv", {"file": dropped(TRACKER)})

    page = answer.content.decode()
    assert "3 applications" in page and "1 line without an employer left out." in page
    assert not ApplicationRow.objects.exists()


def test_what_was_looked_at_is_kept_as_matched_and_taken_back_in_one_act(client, ana):
    looked = client.post("/applications/csv", {"file": dropped(TRACKER)})
    matched = dict(looked.context["matched"]) | {"carried": looked.context["carried"]}

    client.post("/applications/csv", matched | {"keep": "yes"})

    kept = dict(ApplicationRow.objects.values_list("employer", "outcome"))
    assert kept == {"Haldenfrey": "rejected", "Tallowby": "open", "Bryn Design": "offer"}
    assert ApplicationRow.objects.get(employer="Haldenfrey").furthest_stage == "final"
    client.post(f"/undo/{CorrectionRow.objects.first().together}")
    assert not ApplicationRow.objects.exists()


def test_columns_can_be_matched_by_hand(client, ana):
    looked = client.post("/applications/csv", {"file": dropped("Who,What\nHaldenfrey,Analyst\n")})

    again = client.post("/applications/csv", {"carried": looked.context["carried"], "employer": "Who", "role": "What"})

    assert "Haldenfrey" in again.content.decode() and again.context["count"] == 1


def test_what_is_cut_off_is_told():
    table = read_table(b"Company,Role\n" + b"Haldenfrey,Analyst\n" * (MOST_ROWS + 7))

    assert (len(table.rows), table.cut) == (MOST_ROWS, 7)


def test_no_cell_becomes_a_formula_on_its_way_out(client, ana):
    looked = client.post("/applications/csv", {"file": dropped('Company,Role\n=1+1,"=HYPERLINK(""x"")"\n@cmd,-1\n')})

    client.post(
        "/applications/csv", dict(looked.context["matched"]) | {"carried": looked.context["carried"], "keep": "1"}
    )

    cells = [cell for line in as_csv(ana, now=NOW).splitlines()[1:] for cell in line.split(",")[1:3]]
    assert [cell.strip('"')[0] for cell in cells] == ["'"] * 4


def test_an_ended_line_needs_no_date(ana):
    table = read_table(b"Company,Outcome\nHaldenfrey,rejected\n")

    assert [told.kind for told in applications_in(table, table.guess, today=NOW.date())[0]] == [
        Kind.APPLIED,
        Kind.REJECTION,
    ]


def test_bo_gets_none_of_it(client, ana, bo):
    looked = client.post("/applications/csv", {"file": dropped(TRACKER)})
    client.post(
        "/applications/csv", dict(looked.context["matched"]) | {"carried": looked.context["carried"], "keep": "1"}
    )

    assert not EventRow.objects.filter(owner=bo).exists()
