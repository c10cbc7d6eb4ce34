"""A notice on the screen: one sentence, by the system's own program, and nothing else can be said with it."""

import inspect
import sys

import pytest

from highroad.edges import notices
from tests.edges.notifier import entries, stand_in

SENTENCE = "One thing is waiting in High Road."


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the stand-in is named as Linux names it")


@pytest.fixture(autouse=True)
def first_on_the_path(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")


def test_the_notifier_is_told_the_one_sentence(tmp_path):
    told = stand_in(tmp_path)

    assert notices.show()

    assert entries(told) == [["--app-name=High Road", SENTENCE]]


def test_nothing_can_be_passed_to_it():
    assert not inspect.signature(notices.show).parameters


def test_a_notifier_that_fails_has_shown_nothing(tmp_path):
    stand_in(tmp_path, answer=1)

    assert not notices.show()


def test_a_notifier_that_hangs_is_left_alone(tmp_path, monkeypatch):
    (tmp_path / "notify-send").write_text("#!/bin/sh\nexec sleep 30\n")
    (tmp_path / "notify-send").chmod(0o700)
    monkeypatch.setattr(notices, "PATIENCE", 0.2)

    assert not notices.show()


def test_a_computer_without_one_shows_nothing(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert notices.command() is None
    assert not notices.show()


@pytest.mark.parametrize(
    ("system", "program"), [("linux", "notify-send"), ("darwin", "osascript"), ("win32", "powershell.exe")]
)
def test_each_system_says_the_same_by_its_own_program(tmp_path, system, program):
    stand_in(tmp_path, name=program)

    words = notices.command(system)

    assert words is not None
    assert words[0] == str(tmp_path / program)
    assert " ".join(words[1:]).count(SENTENCE) == 1


def test_a_system_we_do_not_know_has_none():
    assert notices.command("plan9") is None
