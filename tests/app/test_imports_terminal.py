"""`highroad import` for a person and for a program."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from highroad.app.models import ConsentRow, MessageRow, SeenRow, SourceRow
from highroad.cli.imports import app
from tests.app import mailboxes

KEYS = {
    "messages",
    "about_applications",
    "unreadable",
    "with_problems",
    "already_known",
    "applications",
    "rejections",
    "seconds",
}


@pytest.mark.django_db
def test_the_json_has_the_names_others_rely_on(ana, tmp_path):
    counts = json.loads(run("--json", mailboxes.mbox(tmp_path / "all.mbox")).stdout)

    assert set(counts) == KEYS
    assert (counts["messages"], counts["about_applications"], counts["already_known"]) == (4, 2, 0)
    assert (counts["applications"], counts["rejections"]) == (1, 1)


@pytest.mark.django_db
def test_a_dry_run_counts_the_same_and_stores_nothing(ana, tmp_path):
    path = mailboxes.mbox(tmp_path / "all.mbox")

    tried = json.loads(run("--dry-run", "--json", path).stdout)
    stored = [table.objects.count() for table in (MessageRow, SeenRow, SourceRow, ConsentRow)]
    done = json.loads(run("--json", path).stdout)

    assert stored == [0, 0, 0, 0]
    assert {**tried, "seconds": 0} == {**done, "seconds": 0}


@pytest.mark.django_db
def test_several_paths_are_one_answer_and_copies_are_known(ana, tmp_path):
    paths = (
        mailboxes.mbox(tmp_path / "a.mbox"),
        mailboxes.maildir(tmp_path / "b"),
        mailboxes.takeout(tmp_path / "c.zip"),
    )

    counts = json.loads(run("--json", *paths).stdout)

    assert (counts["messages"], counts["about_applications"], counts["applications"]) == (12, 2, 1)


@pytest.mark.django_db
def test_a_path_that_cannot_be_opened_is_named_and_the_others_go_on(ana, tmp_path):
    (tmp_path / "cv.pdf").write_bytes(b"%PDF-1.7 \xe2\xe3")

    ended = run("--json", tmp_path / "cv.pdf", mailboxes.mbox(tmp_path / "all.mbox"), tmp_path / "gone.mbox")

    assert ended.exit_code == 1
    assert json.loads(ended.stdout)["messages"] == 4
    assert ended.stderr.endswith("2 of 3 paths could not be brought in; why stands above.\n")
    assert "cv.pdf: This is not a mail file." in ended.stderr
    assert "gone.mbox: There is no such file or folder." in ended.stderr


@pytest.mark.django_db
def test_when_nothing_could_be_read_it_ends_with_one(ana, tmp_path):
    ended = run("--json", tmp_path / "gone.mbox")

    assert ended.exit_code == 1
    assert json.loads(ended.stdout)["messages"] == 0


@pytest.mark.parametrize("arguments", [(), ("--since", "yesterday", "x.mbox"), ("--never", "x.mbox")])
def test_a_wrong_call_ends_with_two(arguments):
    assert run(*arguments).exit_code == 2


@pytest.mark.django_db
def test_since_passes_by_what_is_older(ana, tmp_path):
    ended = run("--json", "--since", "2026-11-15", mailboxes.mbox(tmp_path / "all.mbox"))

    counts = json.loads(ended.stdout)
    assert (counts["messages"], counts["about_applications"]) == (4, 1)


@pytest.mark.django_db
def test_a_person_reads_sentences_and_no_bar_where_there_is_no_terminal(ana, tmp_path):
    ended = run(mailboxes.mbox(tmp_path / "all.mbox"))

    assert ended.stdout.splitlines()[0] == "4 mails, 2 of them about applications."
    assert ended.stderr == ""


@pytest.mark.django_db
def test_one_mail_is_one_mail(ana, tmp_path):
    (tmp_path / "one.eml").write_bytes(b"From: Sam <sam@haldenfrey.example>\nSubject: Lunch\n\nAt noon?\n")

    ended = run(tmp_path / "one.eml")

    assert ended.stdout.splitlines()[0] == "1 mail, 0 of them about applications."


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])
