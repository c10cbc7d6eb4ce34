"""An mbox that was read to its end is known again, and one that changed never is."""

import os
from pathlib import Path

import pytest

from bench.mailbox import write_mbox
from highroad.edges.read_before import as_it_is, is_unchanged
from highroad.edges.sources import open_source

FROM = b"From sam@haldenfrey.example Tue Nov  3 10:12:00 2026\n"
MORE = FROM + b"From: sam@haldenfrey.example\nSubject: one more\n\nHello\n\n"


@pytest.fixture
def mbox(tmp_path) -> Path:
    write_mbox(tmp_path / "all.mbox", 40, size=0.1)
    return tmp_path / "all.mbox"


@pytest.fixture
def read(mbox):
    return as_it_is(open_source(mbox), before=mbox.stat(), messages=40)


def test_the_same_bytes_are_known_even_when_they_were_copied(mbox, read, tmp_path):
    copy = tmp_path / "copy.mbox"
    copy.write_bytes(mbox.read_bytes())

    assert is_unchanged(open_source(mbox), read)
    assert is_unchanged(open_source(copy), read)


@pytest.mark.parametrize("share", [0, 0.3, 0.7, 0.999])
def test_one_other_letter_is_a_change_whatever_the_times_say(mbox, read, share):
    times, whole = mbox.stat(), bytearray(mbox.read_bytes())
    whole[int(share * len(whole))] ^= 1

    mbox.write_bytes(whole)
    os.utime(mbox, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert not is_unchanged(open_source(mbox), read)


def test_mail_below_leaves_what_stands_above_as_it_was(mbox, read):
    mbox.write_bytes(mbox.read_bytes() + MORE)

    assert is_unchanged(open_source(mbox), read)


@pytest.mark.parametrize(
    "change", [lambda octets: octets[:-200], lambda octets: octets + b"and a last word\n", bytes.upper]
)
def test_a_box_cut_short_or_a_last_mail_that_grew_is_a_change(mbox, read, change):
    mbox.write_bytes(change(mbox.read_bytes()))

    assert not is_unchanged(open_source(mbox), read)


def test_a_box_that_changes_while_it_is_read_is_not_remembered(mbox):
    source, before = open_source(mbox), mbox.stat()

    mbox.write_bytes(mbox.read_bytes() + MORE)

    assert as_it_is(source, before=before, messages=40) is None
