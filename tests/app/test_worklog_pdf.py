"""The work log as a PDF: every cell of every line, in the letters it was written in."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from highroad.app.queries.worklog import Line, Shown, Worklog
from highroad.app.queries.worklog_pdf import as_pdf
from tests.app.noes import final_no, text_of
from tests.app.terminal import run
from tests.cast import NOW

COLUMNS = ("Date", "Employer", "Address", "Person", "Method", "Position", "Result")
DAYS = (date(2026, 10, 1), date(2026, 11, 2))


def line(employer: str = "Haldenfrey") -> Line:
    day = DAYS[1]
    return Line(day, Shown.SENT, str(day), employer, "", "Noor Haddad", "Application", "Data Analyst", "Waiting")


def sheets(*lines: Line) -> PdfReader:
    found = Worklog("Work log · Ana Duarte", COLUMNS, lines, 0)
    return PdfReader(io.BytesIO(as_pdf(found, days=DAYS, language="en", now=NOW)))


def words_on(sheet: PdfReader, number: int = 0) -> str:
    return " ".join(sheet.pages[number].extract_text().split())


def test_it_has_the_title_the_days_and_all_cells_of_a_line():
    pdf = sheets(line())

    assert pdf.metadata is not None and pdf.metadata.title == "Work log · Ana Duarte"
    assert "2026-10-01 – 2026-11-02" in words_on(pdf)
    assert "2026-11-02 Haldenfrey Noor Haddad Application Data Analyst Waiting" in words_on(pdf)


@pytest.mark.parametrize("name", ["Müller & Söhne", "Żółw Łódź", "Ğöçek Şirket", "Αθήνα", "Градска болница"])
def test_the_letters_of_europe_are_there(name: str):
    assert name in words_on(sheets(line(name)))


def test_a_letter_the_font_lacks_leaves_a_mark_and_no_trace_in_the_log(caplog: pytest.LogCaptureFixture):
    assert "■■ Works" in words_on(sheets(line("한국 Works")))
    assert not caplog.records


def test_many_lines_go_over_pages_that_each_name_the_columns():
    pdf = sheets(*(line(f"Employer {number}") for number in range(90)))

    assert len(pdf.pages) > 2
    assert all(" ".join(COLUMNS) in words_on(pdf, number) for number in range(len(pdf.pages)))
    assert "Employer 89" in words_on(pdf, len(pdf.pages) - 1)


@pytest.mark.django_db
def test_the_page_offers_it_in_the_days_and_the_language_shown(client, ana):
    final_no(ana)
    asked = "since=2026-10-01&until=2026-12-31&language=de"

    page, file = client.get(f"/worklog?{asked}"), client.get(f"/worklog/pdf?{asked}")

    assert f'href="/worklog/pdf?{asked}"' in text_of(page).replace("&amp;", "&")
    assert file["Content-Type"] == "application/pdf"
    assert file["Content-Disposition"] == 'attachment; filename="work-log.pdf"'
    assert "Haldenfrey" in words_on(PdfReader(io.BytesIO(file.content)))


@pytest.mark.django_db
def test_days_that_cannot_be_read_are_asked_for_again(client, ana):
    assert client.get("/worklog/pdf?since=yesterday").status_code == 422


def test_the_terminal_writes_it_to_a_file(tmp_path):
    folder, file = tmp_path / "record", tmp_path / "log.pdf"
    run(folder, "apps", "add", "Haldenfrey", "--on", "2025-01-07")

    done = run(folder, "worklog", "--from", "2025-01-01", "--to", "2025-01-31", "--pdf", file)

    assert done.returncode == 0, done.stderr
    assert "Haldenfrey" in words_on(PdfReader(file))
