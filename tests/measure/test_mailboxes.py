"""The made-up mailboxes: always the same, complete, and labelled by what stands in the mail."""

import html
import json
import mailbox
import re
import subprocess
import sys
from collections import Counter
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses
from functools import cache
from itertools import chain, combinations
from pathlib import Path

import pytest

from measure.mailboxes.build import NAMES, Label, build, write
from measure.mailboxes.content import load

APPLICATIONS = {"nurse": 40, "developer": 120, "lawyer": 70, "restaurant_manager": 55, "planner": 60}
KINDS = set("rejection waitlist confirmation interview assessment offer withdrawal update outreach alert other".split())
LETTERS_OF = {"rejection": {"no", "no_talk"}, "interview": {"screen", "interview", "final", "moved"}}

every = pytest.mark.parametrize("name", NAMES)


def parsed(raw: bytes) -> EmailMessage:
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def words(message: EmailMessage) -> str:
    parts = [message["From"], message["To"], message["Subject"]]
    for part in message.walk():
        if part.get_content_maintype() == "text":
            text = part.get_content()
            parts.append(html.unescape(re.sub(r"<[^>]+>", "", text)) if part.get_content_subtype() == "html" else text)
    return re.sub(r"\s+", " ", "\n".join(map(str, parts)))


@cache
def read(name: str) -> list[tuple[EmailMessage, str, Label]]:
    """Every message of a mailbox, all its words, and its label."""
    box = build(name)
    messages = [parsed(raw) for raw in box.messages]
    return [(message, words(message), label) for message, label in zip(messages, box.labels, strict=True)]


def test_the_bytes_are_always_the_same(tmp_path: Path) -> None:
    write(build("nurse"), tmp_path / "here")
    command = [sys.executable, "-m", "measure.mailboxes.build", str(tmp_path / "there")]
    subprocess.run(command, check=True, cwd=Path(__file__).parents[2])
    for name in ("nurse.mbox", "nurse.labels.jsonl"):
        assert (tmp_path / "here" / name).read_bytes() == (tmp_path / "there" / name).read_bytes()
    assert {path.name for path in (tmp_path / "there").iterdir()} == {
        f"{name}.{end}" for name in NAMES for end in ("mbox", "labels.jsonl")
    }


@every
def test_every_label_has_its_message_and_every_message_its_label(name: str, tmp_path: Path) -> None:
    box = build(name)
    write(box, tmp_path)
    ids = [message["Message-ID"] for message in mailbox.mbox(tmp_path / f"{name}.mbox")]
    labels = [json.loads(line) for line in (tmp_path / f"{name}.labels.jsonl").read_text("utf-8").splitlines()]
    assert ids == [label["message_id"] for label in labels]
    assert len(set(ids)) == len(ids)


@every
def test_the_sizes(name: str) -> None:
    box = build(name)
    mails = Counter(label.application for label in box.labels)
    assert len(box.applications) == APPLICATIONS[name]
    assert set(mails) == {one.id for one in box.applications} | {None}
    assert 0.38 < mails.pop(None) / len(box.labels) < 0.42
    assert set(mails.values()) <= set(range(1, 8))
    assert 3 < sum(mails.values()) / len(mails) < 4


@every
def test_the_mail_names_what_the_label_says(name: str) -> None:
    for _, text, label in read(name):
        for named in (label.employer, label.role, *(one.name for one in label.people + label.quoted_people)):
            assert named is None or named in text, label
        for one in label.people:
            assert one.email in text, label


@every
def test_a_mail_without_an_employer_has_none_of_its_names(name: str) -> None:
    box = build(name)
    spellings = {one.id: one.spellings for one in box.applications}
    for _, text, label in read(name):
        if label.application and label.employer is None:
            assert not any(
                re.search(rf"(?<![\w@.-]){re.escape(one)}(?![\w@]|-\d)", text) for one in spellings[label.application]
            ), label


@every
def test_outgoing_mail_is_the_owners(name: str) -> None:
    box = build(name)
    for message, _, label in read(name):
        ((_, sender),) = getaddresses([str(message["From"])])
        assert label.outgoing == (sender == box.email)
        assert label.outgoing == (label.kind is None) == (label.act is not None)
        assert label.kind is None or label.kind in KINDS


@every
def test_answers_follow_what_they_answer(name: str) -> None:
    known: dict[str, str | None] = {}
    for message, _, label in read(name):
        for earlier in str(message["References"] or "").split():
            assert known[earlier] == label.application
        known[label.message_id] = label.application


@every
def test_a_mail_leads_back_to_its_application(name: str) -> None:
    box = build(name)
    numbers = {one.id: one.number for one in box.applications}
    told: dict[str, set[str]] = {}
    for message, text, label in read(name):
        if label.application is None:
            continue
        clues = {one.name for one in label.people} | {clue for clue in (label.employer, label.role) if clue}
        clues |= set(str(message["References"] or "").split()) | {label.message_id}
        hosts = {address.rpartition("@")[2] for _, address in getaddresses([str(message["From"]), str(message["To"])])}
        clues |= {host for host in hosts if host.endswith(".example")} - {box.email.rpartition("@")[2]}
        number = numbers[label.application]
        clues |= {number} if number and number in text else set()
        clues |= {"employer"} if label.employer else set()
        before = told.setdefault(label.application, set())
        assert not before or before & clues, label
        before |= clues


def test_no_letter_is_in_two_mailboxes() -> None:
    bodies = {name: {letter.body for letter in load(name).letters} for name in NAMES}
    notices = {name: {notice.body for notice in load(name).notices} for name in NAMES}
    for one, other in combinations(NAMES, 2):
        assert not bodies[one] & bodies[other]
        assert not notices[one] & notices[other]


def test_there_are_many_letters_of_every_kind() -> None:
    tables = Counter(letter.table for name in NAMES for letter in load(name).letters)
    tables += Counter(notice.kind for name in NAMES for notice in load(name).notices)
    for kind in KINDS:
        assert sum(tables[table] for table in LETTERS_OF.get(kind, {kind})) >= 25, kind


def test_what_is_hard_is_there() -> None:
    traits = Counter(chain.from_iterable(label.traits for name in NAMES for label in build(name).labels))
    for trait in "lost_thread forwarded number_only no_employer no_role one_line invitation agency quoted".split():
        assert traits[trait] >= 10, trait
