"""Bring Ana's mail in and do what she did, by the same actions as anyone."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from highroad.app.actions.addresses import confirm
from highroad.app.actions.ask_for_feedback import asked, keep_answer, work_on
from highroad.app.actions.corrections import say
from highroad.app.actions.dont_get_stuck import believe_now, catch, look_at
from highroad.app.actions.imports import add_for_reading
from highroad.app.actions.outbox import write
from highroad.app.actions.people import keep_in_touch
from highroad.app.actions.recoveries import go_on, say_how_hard
from highroad.app.actions.sources import read_on
from highroad.app.actions.take_a_moment import name_feelings
from highroad.app.actions.writing import save, seal
from highroad.app.models import EventRow, OutgoingRow, OwnerRow, PersonRow
from highroad.app.sample.boards import follow_board
from highroad.app.sample.mailbox import mailbox
from highroad.app.sample.paper import keep_paper
from highroad.app.sample.plan import plan_week
from highroad.app.sample.practice import practise
from highroad.app.sample.queue import fill_queue
from highroad.app.sample.thoughts import keep_for_herself
from highroad.applications.contact import Keep
from highroad.applications.correction import ConfirmedNo
from highroad.events.event import Stage
from highroad.recovery.cooldown import Why, good_moment, rest_until
from highroad.recovery.sting import Sting
from highroad.words.content import load_toml

State = OutgoingRow.State
ADDRESS = "ana@duarte.example"


def fill(owner: OwnerRow, folder: Path, *, now: datetime, early: bool) -> None:
    """Make an empty record Ana's: five months of mail and what she did about it, or the first weeks alone."""
    owner.name, owner.country, owner.welcomed_at = "Ana", "IE", now
    owner.save()
    file = folder / "sample.mbox"
    file.write_bytes(mailbox(now=now, early=early))
    source = add_for_reading(owner, file, since=None, now=now)
    for _ in read_on(owner, source.pk, clock=lambda: now):
        pass
    confirm(owner, [ADDRESS], now=now)
    if not early:
        _do(owner, load_toml("highroad.app.sample.content", "deeds.toml"), now=now)


def _do(owner: OwnerRow, deeds: dict[str, Any], *, now: datetime) -> None:
    _file_old_ones(owner, deeds["older"], now=now)
    _after_the_final(owner, deeds["final"], now=now)
    _write_a_letter(owner, deeds["letter"], now=now)
    for text in deeds["outbox"]:
        _write_to(owner, text, now=now)
    kept = PersonRow.objects.filter(owner=owner, name=deeds["kept"]["name"]).values_list("person_id", flat=True)
    keep_in_touch(owner, kept[0], Keep(deeds["kept"]["keep"]), note=deeds["kept"]["note"], now=now)
    practise(owner, now=now)
    keep_paper(owner, now=now)
    fill_queue(owner, now=now)
    follow_board(owner, now=now)
    plan_week(owner, now=now)


def _file_old_ones(owner: OwnerRow, older: dict[str, Any], *, now: datetime) -> None:
    noes = EventRow.objects.filter(owner=owner, is_no=True)
    light = noes.filter(application__furthest_stage=Stage.APPLIED, at__lt=_back(now, older["light_before"]))
    met = noes.filter(application__employer__in=older["employers"])
    for event in [*light, *met]:
        then = (event.at or now) + timedelta(days=older["days_after"])
        say(owner, ConfirmedNo(event.event_id), now=then)
        say_how_hard(owner, event.event_id, Sting.BARELY, now=then)


def _after_the_final(owner: OwnerRow, final: dict[str, Any], *, now: datetime) -> None:
    event_id = EventRow.objects.get(owner=owner, is_no=True, application__employer=final["employer"]).event_id
    opened = _back(now, final["opened"])
    say(owner, ConfirmedNo(event_id), now=opened)
    say_how_hard(owner, event_id, Sting.HARD, now=opened)
    name_feelings(owner, event_id, final["feelings"], strength=7, now=opened)
    go_on(owner, event_id, now=_back(now, final["asked"]))
    request = asked(owner, event_id, 1, now=_back(now, final["asked"]))
    keep_answer(owner, request.pk, final["answer"], now=_back(now, final["answered"]))
    work_on(
        owner,
        final["work_on"],
        first_step=final["first_step"],
        review_on=(now + timedelta(days=5)).date(),
        feedback_id=request.pk,
        now=_back(now, final["answered"]),
    )
    _catch_a_thought(owner, event_id, final["thought"], now=_back(now, final["thinking"]))
    keep_for_herself(owner, now=now)


def _catch_a_thought(owner: OwnerRow, event_id: str, record: dict[str, str], *, now: datetime) -> None:
    number = catch(owner, event_id, record["thought"], belief=8, now=now)
    look_at(owner, number, **{name: text for name, text in record.items() if name != "thought"})
    believe_now(owner, number, 4)


def _write_a_letter(owner: OwnerRow, letter: dict[str, Any], *, now: datetime) -> None:
    then = _back(now, letter["days"])
    number = save(owner, None, letter["text"].strip(), about="letter", page="the letter", now=then)
    assert number is not None, "the letter has words"
    seal(owner, number, now=then)


def _write_to(owner: OwnerRow, text: dict[str, Any], *, now: datetime) -> None:
    """A text as it would lie there; it has no bytes, so even outside the sample nothing of it could leave."""
    then = _back(now, text["days"])
    met = PersonRow.objects.filter(owner=owner, name=text["to"]).exclude(email="").latest("last_contact_at")
    row = write(
        owner,
        purpose=text["purpose"],
        to_name=met.name,
        to_email=met.email,
        subject=text["subject"],
        body=text["body"].strip(),
        about=met.person_id,
        now=then,
    )
    stand: dict[State, dict[str, object]] = {
        State.RESTING: {"rest_why": Why.HOT, "rests_until": rest_until(now)},
        State.SCHEDULED: {"leaves_at": good_moment(now, now.tzinfo or UTC)},
        State.SENT: {"sent_at": then, "recorded_at": then, "copied_at": then},
    }
    state = State(text["state"])
    OutgoingRow.objects.filter(pk=row.pk).update(state=state, **stand[state])


def _back(now: datetime, days: int) -> datetime:
    return now - timedelta(days=days)
