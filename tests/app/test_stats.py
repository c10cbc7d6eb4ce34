"""`highroad stats`: the search in counts, the same in every form."""

import csv
import io
from datetime import timedelta

import pytest

from highroad.app.actions import by_hand
from highroad.app.models import ApplicationRow
from highroad.app.queries.stats import Stats, Way, as_csv, stats, table
from highroad.events.event import Kind
from tests.app.mails import brightmoor, bring
from tests.app.noes import final_no, light_no
from tests.app.terminal import answer, run
from tests.cast import NOW

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def test_every_application_is_counted_once_in_each_way(ana):
    final_no(ana)
    light_no(ana)
    by_hand.new_application(ana, by_hand.Told(Kind.APPLIED, TODAY, employer="Tallowby"), now=NOW)

    found = stats(ana, now=NOW)

    assert found.applications == found.stages["applied"] == 3
    assert found.stages["final"] == found.stages["interview"] == 1 and "offer" not in found.stages
    assert found.outcomes == {"open": 1, "rejected": 2}
    assert found.channels == {"job_board": Way(applications=3, first_talks=1, offers=0)}
    assert found.months == {"2026-10": 2, "2026-11": 1}


def test_an_invitation_counts_as_a_talk_from_its_day_on(ana):
    told = by_hand.Told(Kind.INTERVIEW, TODAY + timedelta(days=2), employer="Tallowby")
    by_hand.new_application(ana, told, now=NOW)

    before, after = (stats(ana, now=NOW + timedelta(days=days)) for days in (0, 3))

    assert (before.stages.get("interview"), before.channels["job_board"].first_talks) == (None, 0)
    assert (after.stages["interview"], after.channels["job_board"].first_talks) == (1, 1)


def test_the_median_names_how_many_it_is_over(ana):
    bring(ana, *brightmoor())
    ApplicationRow.objects.update(answer_days=27)

    found = stats(ana, now=NOW)

    assert (found.answered, found.answer_days) == (1, 27)


def test_an_old_one_is_quiet_by_the_day(ana):
    day = TODAY - timedelta(days=300)
    by_hand.new_application(ana, by_hand.Told(Kind.APPLIED, day, employer="Tallowby"), now=NOW)

    assert stats(ana, now=NOW - timedelta(days=300)).outcomes == {"open": 1}
    assert stats(ana, now=NOW).outcomes == {"quiet": 1}


def test_an_empty_record_is_all_noughts(ana):
    assert stats(ana, now=NOW) == Stats(TODAY, 0, {}, {}, {}, {}, 0, None)


def test_bo_counts_nothing_of_it(ana, bo):
    final_no(ana)

    assert stats(bo, now=NOW).applications == 0


def test_csv_has_a_line_for_each_count(ana):
    final_no(ana)
    found = stats(ana, now=NOW)

    lines = list(csv.reader(io.StringIO(as_csv(found))))

    assert lines[0] == ["count", "of", "number"] and len(lines) == 1 + len(list(table(found)))
    assert ["first_talks", "job_board", "1"] in lines


def test_the_terminal_has_four_forms_of_it(tmp_path):
    run(tmp_path, "apps", "add", "Tallowby", "--on", "2025-01-07")

    assert answer(tmp_path, "stats", "--json")["months"] == {"2025-01": 1}
    assert "sent,2025-01,1" in run(tmp_path, "stats", "--csv").stdout
    assert "| sent | 2025-01 | 1 |" in run(tmp_path, "stats", "--md").stdout
    assert run(tmp_path, "stats").stdout.split()[:3] == ["applications", "all", "1"]
    assert "One of" in run(tmp_path, "stats", "--md", "--csv").stderr
