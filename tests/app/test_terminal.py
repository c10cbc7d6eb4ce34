"""The commands other programs rely on: names of the JSON, exit codes, one sentence for each refusal."""

import json
import socket
from contextlib import closing
from pathlib import Path

import pytest

from highroad.cli.main import COMMANDS
from tests.app.terminal import answer, fill, run

NO = b"""\
From: Sam Reyes <sam.reyes@haldenfrey.example>
To: Ana Duarte <ana@duarte.example>
Subject: Your application
Date: Fri, 20 Nov 2026 16:40:00 +0000
Message-ID: <no@haldenfrey.example>

Dear Ana,

Thank you for your interest in the Data Analyst position at Haldenfrey. Unfortunately, we have decided to move forward
with other candidates.
"""
READING = {
    "kind": str,
    "certainty": float,
    "sure": bool,
    "employer": str | None,
    "role": str | None,
    "stage": str | None,
    "reason": str | None,
    "reason_quote": str | None,
    "says": list,
    "does_not_say": list,
    "people": list,
    "language": str | None,
    "evidence": str | None,
    "problems": list,
    "unverified": list,
    "requisition": str | None,
    "happens_at": str | None,
    "why": list,
    "only_if": list,
}
APPLICATION = {
    "id": str,
    "employer": str | None,
    "role": str | None,
    "furthest_stage": str,
    "outcome": str,
    "confirmed": bool,
    "channel": str,
    "applied_on": str | None,
    "last_event_on": str | None,
    "events": list,
    "people": list,
}
KINDS = "rejection waitlist confirmation interview assessment offer withdrawal update outreach alert other".split()
STAGES = [None, *"applied assessment screen interview final offer".split()]
REASONS = [None, *"filled internal stronger_candidates experience fit volume frozen cancelled class_full other".split()]
OUTCOMES = "open quiet rejected waitlist frozen withdrawn offer accepted".split()
PARTS = "recruiter interviewer hiring_manager coordinator referrer other".split()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("record") / "data")


def assert_shape(found: dict, shape: dict) -> None:
    assert list(found) == list(shape)
    assert [name for name, kind in shape.items() if not isinstance(found[name], kind)] == []


def assert_reading(found: dict) -> None:
    assert_shape(found, READING)
    assert found["kind"] in KINDS and 0 <= found["certainty"] <= 1
    assert found["stage"] in STAGES and found["reason"] in REASONS
    assert all(list(who) == ["name", "email", "part"] and who["part"] in PARTS for who in found["people"])


@pytest.mark.parametrize("words", [(), ("review",), ("words",), ("wipe",)])
def test_help_leaves_nothing_behind(tmp_path, words):
    done = run(tmp_path / "data", *words, "--help")

    assert done.returncode == 0
    assert "Usage: highroad" in done.stdout
    assert not (tmp_path / "data").exists()


def test_help_names_every_command(tmp_path):
    listed = [line.split()[1] for line in run(None, "--help").stdout.splitlines() if line.startswith("│ ")]

    assert set(COMMANDS) <= set(listed)


def test_one_mail_is_read_and_nothing_is_stored(tmp_path):
    file = tmp_path / "no.eml"
    file.write_bytes(NO)

    found = answer(tmp_path / "data", "read", file, "--json")

    assert_reading(found)
    assert (found["kind"], found["sure"], found["employer"], found["language"]) == (
        "rejection",
        True,
        "Haldenfrey",
        "en",
    )
    assert found["evidence"] in found["says"]
    assert "that you made a mistake" in found["does_not_say"]
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("words", [("read", "-"), ("read",)])
def test_a_mail_can_be_piped_in_and_is_explained_in_words(words):
    done = run(None, *words, typed=NO)

    assert done.returncode == 0
    assert "It says:" in done.stdout and "It does not say:" in done.stdout


@pytest.mark.parametrize("raw", [b"", b"\x00\xff\xfe", b"hello", b"Subject: =?x?q?=\n\n" + b"=" * 5000])
def test_whatever_is_piped_in_gives_a_reading(raw):
    assert_reading(answer(None, "read", "-", "--json", typed=raw))


def test_many_mails_are_read_line_by_line_in_order(tmp_path):
    mails = [
        {
            "from": "a@haldenfrey.example",
            "to": None,
            "subject": "No",
            "date": None,
            "body": "Unfortunately, we will not be moving forward with your application.",
        },
        {"subject": "Lunch", "body": "At noon?"},
        "not an object",
        {"from": None, "to": None, "subject": None, "date": None, "body": None},
    ]
    file = tmp_path / "mails.jsonl"
    file.write_text("\n".join([*map(json.dumps, mails), "{broken"]))

    done = run(None, "read", "--jsonl", file)

    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["kind"] for one in found[:2]] == ["rejection", "other"]
    assert [one["problems"] for one in found[2::2]] == [["Line 3 is no JSON object."], ["Line 5 is no JSON object."]]
    assert len(found) == 5
    for one in found:
        assert_reading(one)


@pytest.mark.parametrize("piped", [True, False])
def test_the_first_mail_is_read_behind_the_mark_some_programs_begin_a_file_with(tmp_path: Path, *, piped: bool):
    line = json.dumps({"subject": "Your application", "body": "Unfortunately, we chose another candidate."})
    lines = f"\ufeff{line}\n{line}\n".encode()
    (tmp_path / "mails.jsonl").write_bytes(lines)

    done = run(None, "read", "--jsonl", "-" if piped else tmp_path / "mails.jsonl", typed=lines)

    assert [json.loads(one)["kind"] for one in done.stdout.splitlines()] == ["rejection", "rejection"]


def test_a_file_of_mails_that_is_not_there_is_named(tmp_path: Path):
    done = run(None, "read", "--jsonl", tmp_path / "gone.jsonl")

    assert done.returncode == 1
    assert "gone.jsonl cannot be read" in done.stderr


def test_a_no_that_failed_the_check_of_its_server_is_unverified_and_never_sure():
    failed = b"Authentication-Results: mx.duarte.example; dmarc=fail\n" + NO

    found = answer(None, "read", "--json", typed=failed)
    words = run(None, "read", typed=failed).stdout

    assert (found["kind"], found["sure"], len(found["unverified"])) == ("rejection", False, 1)
    assert words.startswith("rejection (not sure,") and "\nunverified: The mail server" in words


def test_an_invitation_tells_when_it_is_and_its_number():
    mail = (
        b"From: sam@haldenfrey.example\nSubject: Interview\nDate: Tue, 3 Nov 2026 10:12:05 +0100\nMessage-ID: <a@b>\n\n"
        b"We would like to invite you to an interview for the Data Analyst role on 12 November at 15:00. Req ID R-20331"
    )

    found = answer(None, "read", "--json", typed=mail)

    assert (found["kind"], found["requisition"]) == ("interview", "R-20331")
    assert found["happens_at"].startswith("2026-11-12T15:00")
    assert "happens at: 2026-11-12 15:00" in run(None, "read", typed=mail).stdout


def test_a_confirmation_says_why_its_if_is_no_no():
    mail = (
        b"From: Sam <sam@haldenfrey.example>\nSubject: Your application\nMessage-ID: <a@b>\n\nThank you for applying. "
        b"If you do not hear from us by May, your application was unfortunately not successful."
    )

    done = run(None, "read", typed=mail)

    assert "A no that stands only under a condition" in done.stdout
    assert '"If you do not hear from us by May' in done.stdout


def test_mail_from_an_address_of_mine_is_my_own():
    mail = b"From: Ana <Ana@Duarte.example>\nMessage-ID: <a@b>\n\nI cannot accept your offer of the position."

    assert answer(None, "read", "--json", "--mine", "ana@duarte.example", typed=mail)["kind"] == "withdrawal"


def test_my_own_letter_is_explained_as_mine_and_holds_no_no():
    words = b"If the role is no longer open, I withdraw my application. I have taken another offer."
    mail = b"From: Ana <ana@duarte.example>\nSubject: My application\n\nDear Sam,\n\n" + words

    told = run(None, "read", "--mine", "ana@duarte.example", typed=mail).stdout

    assert "You wrote it yourself." in told
    assert "under a condition" not in told


def test_a_file_that_is_not_there_is_said_in_one_sentence(tmp_path):
    done = run(None, "read", tmp_path / "gone.eml")

    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "cannot be read" in done.stderr


def test_applications_are_listed_with_the_names_others_rely_on(folder):
    found = answer(folder, "apps", "list", "--json")

    assert {application["employer"] for application in found} == {"Haldenfrey", "Brightmoor", "Tallowby"}
    for application in found:
        assert_shape(application, APPLICATION)
        assert application["outcome"] in OUTCOMES and application["furthest_stage"] in STAGES
        assert all(list(one) == ["id", "kind", "date", "evidence", "message_id"] for one in application["events"])
        assert all(list(who) == ["name", "email", "part"] for who in application["people"])
    assert any(event["message_id"] for application in found for event in application["events"])


def test_one_application_is_shown_by_its_id_or_that_of_an_event(folder):
    first = answer(folder, "apps", "list", "--json")[0]

    shown = [answer(folder, "apps", "show", some_id, "--json") for some_id in (first["id"], first["events"][-1]["id"])]

    assert shown == [first, first]
    assert first["employer"] in run(folder, "apps", "show", first["id"]).stdout


def test_an_application_can_be_added_and_changed(tmp_path):
    added = answer(tmp_path / "data", "apps", "add", "Tallowby", "--role", "Designer", "--on", "2026-11-02", "--json")

    changed = answer(
        tmp_path / "data", "apps", "edit", added["id"], "--outcome", "withdrawn", "--stage", "screen", "--json"
    )

    assert_shape(added, APPLICATION)
    assert (added["employer"], added["role"], added["applied_on"]) == ("Tallowby", "Designer", "2026-11-02")
    assert changed == added | {"outcome": "withdrawn", "furthest_stage": "screen"}


def test_an_application_of_no_day_one_can_mean_is_not_added(tmp_path):
    refused = run(tmp_path / "data", "apps", "add", "Tallowby", "--on", "9999-12-31")

    assert refused.returncode == 2
    assert "too far off" in refused.stderr
    assert answer(tmp_path / "data", "apps", "list", "--json") == []


def test_what_waits_for_a_word_is_listed(folder):
    assert list(answer(folder, "review", "--json")) == ["waiting", "mails"]
    assert run(folder, "review", "nothing", "--is", "offer").returncode == 1


def test_noes_are_listed_whether_confirmed_or_not(folder):
    found = answer(folder, "no", "list", "--json")

    assert {no["employer"]: no["confirmed"] for no in found} == {"Haldenfrey": True, "Brightmoor": False}
    for no in found:
        assert_shape(no, APPLICATION | {"application_id": str})
        assert no["id"] in {event["id"] for event in no["events"]}


def test_an_id_that_is_not_there_is_said_in_one_sentence(folder):
    done = run(folder, "apps", "show", "nothing", "--json")

    assert (done.returncode, done.stdout, done.stderr) == (1, "", "There is nothing with this id.\n")


def test_the_folder_can_be_named_anywhere_in_the_command(folder):
    before = run(None, "--data-dir", folder, "where")
    behind = run(None, "where", f"--data-dir={folder}")

    assert before.stdout == behind.stdout == f"{folder}\n"


def test_the_folder_must_be_named_when_it_is_to_be_named(tmp_path):
    done = run(None, "where", "--data-dir")

    assert (done.returncode, done.stderr) == (1, "--data-dir needs the name of a folder.\n")


def test_a_folder_that_holds_other_things_is_left_alone(tmp_path):
    (tmp_path / "thesis.odt").touch()
    tmp_path.chmod(0o755)

    done = run(tmp_path, "apps", "list")

    assert (done.returncode, "holds other things" in done.stderr) == (1, True)
    assert [found.name for found in tmp_path.iterdir()] == ["thesis.odt"]
    assert tmp_path.stat().st_mode & 0o777 == 0o755


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence():
    done = run(Path("/proc/highroad"), "apps", "list")

    assert done.returncode == 1
    assert (
        done.stderr.startswith("High Road cannot write to its folder /proc/highroad.") and done.stderr.count("\n") == 1
    )


def test_doctor_says_what_is_wrong_and_ends_accordingly(folder, tmp_path):
    well = run(folder, "doctor", "--json")
    (tmp_path / "highroad.sqlite3").write_bytes(b"damaged" * 1000)
    ill = run(tmp_path, "doctor")

    assert (well.returncode, json.loads(well.stdout)) == (0, {"python": "", "folder": "", "record": ""})
    assert ill.returncode == 1
    assert "Restore a backup with: highroad restore FILE" in ill.stdout


def test_a_damaged_record_is_no_crash(tmp_path):
    (tmp_path / "highroad.sqlite3").write_bytes(b"damaged" * 1000)

    done = run(tmp_path, "apps", "list")

    assert (done.returncode, "highroad doctor says more" in done.stderr, "Traceback" in done.stderr) == (1, True, False)


def test_a_port_in_use_is_said_in_one_sentence(folder):
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]

        done = run(folder, "start", "--no-open", "--port", str(port))

    assert done.returncode == 1
    assert done.stderr == f"Port {port} is in use. High Road may be open already, or choose another with --port.\n"


def test_it_listens_on_this_computer_only(folder):
    done = run(folder, "start", "--no-open", "--host", "0.0.0.0")

    assert (done.returncode, done.stderr) == (1, "High Road listens on this computer only: use 127.0.0.1.\n")


def test_a_word_that_is_no_command_ends_with_two(folder):
    assert run(folder, "apps", "dance").returncode == 2
