"""Looking with other processes gives the same, in the same order, also when they are gone."""

import pytest

from bench.mailbox import write_mbox
from highroad.edges import readers
from highroad.edges.looks import Asked
from highroad.edges.readers import look_through
from highroad.edges.sources import open_source

MESSAGES = 240
ASKED = Asked(mine=frozenset({"ana@duarte.example"}))


@pytest.fixture(scope="module")
def mbox(tmp_path_factory):
    path = tmp_path_factory.mktemp("box") / "all.mbox"
    write_mbox(path, MESSAGES, share=0.2, size=0.2)
    return open_source(path)


@pytest.fixture(autouse=True)
def small_stretches(monkeypatch):
    monkeypatch.setattr(readers, "STRETCH", 50_000)
    monkeypatch.setattr(readers, "STRETCH_MAILS", 20)


def looks(source, **how):
    return [look for some in look_through(source, ASKED, **how) for look in some]


def test_two_processes_find_what_one_finds(mbox):
    alone = looks(mbox)

    assert len(alone) == MESSAGES
    assert looks(mbox, processes=2) == alone


def test_they_go_on_from_any_mail(mbox):
    alone = looks(mbox)

    assert looks(mbox, start=alone[99].position, processes=2) == alone[100:]


def test_a_maildir_is_dealt_out_too(mbox, tmp_path):
    (tmp_path / "cur").mkdir()
    for number, mail in enumerate(mbox.messages()):
        (tmp_path / "cur" / f"{number:04}").write_bytes(mail.raw)
    maildir = open_source(tmp_path)

    assert looks(maildir, processes=2) == looks(maildir)


def test_where_a_process_is_gone_this_one_does_its_work(mbox, monkeypatch):
    monkeypatch.setattr(readers, "_READER", [*readers._READER[:1], "-c", "raise SystemExit"])

    assert looks(mbox, processes=2) == looks(mbox)


def test_borders_are_found_wherever_one_looks(mbox):
    begins = {0, *(mail.position for mail in mbox.messages())}

    assert set(mbox.begins_near(range(0, mbox.size, 997))) <= begins
