"""A little of the six steps from the terminal."""

import json

import pytest
from typer.testing import CliRunner

from highroad.app.actions.ask_for_feedback import asked, work_on
from highroad.app.actions.help import choose_country
from highroad.app.models import OwnerRow, RecoveryRow, ThoughtRow
from highroad.app.queries.recoveries import light
from highroad.cli import dont_get_stuck, noes, practice, steps
from highroad.steps.take_a_moment.help_lines import help_lines
from tests.app.mails import brightmoor, bring, haldenfrey
from tests.app.noes import final_no
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def run(app, *words, typed=""):
    return CliRunner().invoke(app, words, input=typed)


def printed(app, *words):
    done = run(app, *words, "--json")
    assert done.exit_code == 0, done.output
    return json.loads(done.output)


def test_a_no_opens_only_after_a_yes(ana):
    event_id = bring(ana, *haldenfrey())[-1]

    refused = run(noes.app, "no", "open", event_id)
    opened = printed(noes.app, "no", "open", event_id, "--yes", "--sting", "hard")

    assert refused.exit_code == 1
    assert "You have not told us yet whether this is a no." in refused.output
    assert [step["state"] for step in opened["steps"]] == ["here", *["rests"] * 5]


def test_short_ones_are_filed_together(ana):
    event_id = bring(ana, *brightmoor())[-1]

    filed = printed(noes.app, "no", "file", event_id)

    assert filed == {"filed": 1}
    assert light(ana) == []


def test_what_is_no_short_one_is_not_filed(ana):
    event_id = bring(ana, *haldenfrey())[-1]

    done = run(noes.app, "no", "file", event_id)

    assert done.exit_code == 1
    assert not RecoveryRow.objects.exists()


def test_a_thought_is_caught_by_answering(ana):
    typed = "I am too quiet.\n8\n\n\nNot to me.\n\n5\n"

    done = run(dont_get_stuck.app, "think", typed=typed)

    row = ThoughtRow.objects.get()
    assert "From 8 to 5." in done.output
    assert (row.thought, row.to_a_friend) == ("I am too quiet.", "Not to me.")


def test_a_thought_can_be_given_whole(ana):
    words = ["--belief", "8", "--fairer", "I was quiet once.", "--after", "6"]

    record = printed(dont_get_stuck.app, "think", "I am too quiet.", *words)

    assert (record["belief_before"], record["belief_after"]) == (8, 6)


def test_no_thought_is_refused_in_words(ana):
    done = run(dont_get_stuck.app, "think", "--json")

    assert done.exit_code == 1
    assert "Write the thought first" in done.output


def test_practice_shows_what_a_good_answer_shows_only_after_the_mark(ana):
    first = printed(practice.app)

    marked = printed(practice.app, "--said", first["id"], "3")

    assert set(first) == {"id", "ask"}
    assert marked["shows"] and marked["mark"] == "3"
    assert printed(practice.app)["id"] != first["id"]


def test_a_mark_that_is_none_of_the_five_is_refused_in_words(ana):
    done = run(practice.app, "--said", "about_you", "6")

    assert done.exit_code == 1
    assert "Choose one of the five" in done.output


def test_mantras_are_printed_by_belief(ana):
    work_on(ana, "measuring results", first_step="", review_on=None, now=NOW)

    assert [one["name"] for one in printed(dont_get_stuck.app, "mantra")] == ["work_on", "practice", "skills"]


def test_a_mantra_whose_blank_stands_open_is_neither_printed_nor_believed(ana):
    refused = run(dont_get_stuck.app, "mantra", "work_on", "--belief", "9")

    assert refused.exit_code == 1
    assert "a place left open" in refused.output
    assert [one["name"] for one in printed(dont_get_stuck.app, "mantra")] == ["practice", "skills"]


def test_what_was_asked_is_listed(ana):
    asked(ana, final_no(ana), 1, now=NOW)

    listed = printed(steps.app, "feedback", "list")

    assert [(one["asked"], one["closes_on"], one["answer"]) for one in listed] == [("Sam Reyes", "2026-12-14", None)]


def test_dark_words_bring_help_in_the_terminal_and_let_the_rest_rest(ana):
    done = run(dont_get_stuck.app, "think", "I want to kill myself", "--json")

    assert json.loads(done.stdout)["thought"] == "I want to kill myself"
    assert done.exit_code == 0
    assert "Are you safe right now?" in done.stderr
    assert "https://findahelpline.com" in done.stderr
    assert OwnerRow.objects.get().quiet_until is not None


@pytest.mark.parametrize("answer", ["--for", "--against", "--friend", "--fairer"])
def test_every_answer_in_the_terminal_is_looked_at(ana, answer: str):
    done = run(dont_get_stuck.app, "think", "I am too quiet.", answer, "I don't want to live anymore.", "--json")

    assert "Are you safe right now?" in done.stderr


@pytest.mark.parametrize("line", help_lines(), ids=lambda line: line.iso)
def test_the_terminal_shows_the_lines_of_the_chosen_country_and_how_sure_they_are(ana, line):
    choose_country(ana, line.iso)

    told = run(dont_get_stuck.app, "think", "I want to die.", "--json").stderr

    assert f"Lines for {line.country}" in told
    assert line.emergency in told
    assert f"Not yet verified by us. Check {line.url}." in told


def test_heavy_words_bring_a_quiet_line_and_plain_ones_nothing(ana):
    heavy = run(dont_get_stuck.app, "think", "I see no way out of this.", "--json").stderr
    plain = run(dont_get_stuck.app, "think", "I am too quiet.", "--json").stderr

    assert "This sounds like a lot to carry." in heavy and "Are you safe" not in heavy
    assert plain == ""
    assert OwnerRow.objects.get().quiet_until is None
