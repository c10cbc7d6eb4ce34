"""Step five: thoughts that were caught, and what each of their screens shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from highroad.app.models import DistortionRow, LookBackRow, OwnerRow, ThoughtRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.dark_words import quiet_until
from highroad.app.queries.opens import FORECAST, Shut, shut
from highroad.app.queries.recoveries import No, no
from highroad.app.queries.stories import plan_for_the_next_no
from highroad.app.queries.weighed import rejection_of, weighed
from highroad.steps import wording
from highroad.steps.dont_get_stuck import suggest
from highroad.steps.dont_get_stuck.fairer import starters
from highroad.steps.dont_get_stuck.hints import Known, Question, built_in, questions
from highroad.steps.dont_get_stuck.thought import FIELDS, Screen, ThoughtRecord, can_be_weighed_again, change
from highroad.steps.dont_get_stuck.worries import Worry, asked_in, worries, worry
from highroad.steps.likely_not_you.worries import Worry as Looked
from highroad.steps.likely_not_you.worries import calm_from
from highroad.steps.take_a_moment.feelings import OWN, Feeling, feelings
from highroad.words.crisis import Level, level

WIDTH = 640  # of the picture of two dots, in its own units
EDGE = 8
A_WEEK = timedelta(days=7)
LATELY = 20  # thoughts looked through for one that was not ended


@dataclass(frozen=True, slots=True)
class Thought:
    """One thought record with the addresses around it; `before_x` and `after_x` place the two dots."""

    id: int
    record: ThoughtRecord
    screen: Screen
    at: datetime
    event_id: str
    lighter: int | None

    @property
    def home(self) -> str:
        """Where one came from."""
        return f"/no/{self.event_id}" if self.event_id else "/thoughts"

    @property
    def url(self) -> str:
        """The record as a whole."""
        return f"/thoughts/{self.id}"

    @property
    def on(self) -> str:
        """Where to go on."""
        return self.url if self.screen is Screen.DONE else f"{self.url}/{self.screen}"

    @property
    def weigh_again(self) -> bool:
        """Whether how true it feels could be asked again, and was not."""
        return self.record.belief_after is None and can_be_weighed_again(self.record)

    @property
    def before_x(self) -> int:
        """Where the dot for the belief before stands."""
        return _place(self.record.belief_before)

    @property
    def after_x(self) -> int:
        """Where the dot for the belief after stands."""
        return _place(self.record.belief_after)


@dataclass(frozen=True, slots=True)
class Begin:
    """The page a thought is caught on: `draft` was typed here and not gone on with, `stopped` was left later."""

    no: No | None
    starter: str
    mantra: str
    plan: str
    one_today: bool
    draft: Thought | None
    stopped: Thought | None
    worry: Worry | None
    worries: tuple[Worry, ...]

    @property
    def url(self) -> str:
        """Where what is typed goes."""
        return f"{self.no.url}/dont-get-stuck" if self.no else "/thoughts/new"

    @property
    def row(self) -> int | None:
        """Under which number what is typed is kept already."""
        return self.draft.id if self.draft else None

    @property
    def typed(self) -> str:
        """What stands there to begin with: the user's own words first."""
        typed = self.draft.record.thought if self.draft else ""
        return typed or (self.worry.thought if self.worry else "")


@dataclass(frozen=True, slots=True)
class Offer:
    """Words to begin with: as they are shown, as they are taken over, and where they come from."""

    shown: str
    taken: str
    name: str = ""
    event_id: str = ""
    folded: bool = False  # the no's own words, shown when the user opens them


@dataclass(frozen=True, slots=True)
class Look:
    """The page that looks into a worry like this; `shut` while it, or where it leads, rests."""

    url: str
    shut: Shut | None


@dataclass(frozen=True, slots=True)
class Page:
    """One screen of a record: what was answered before, and what the record offers to answer with."""

    thought: Thought
    screen: Screen
    said: str
    belief: int | None
    feelings: tuple[Feeling, ...]
    own_feeling: str
    offers: tuple[Offer, ...]
    hint: Question | None
    look_first: Look | None
    waits: bool  # its words are dark, so nothing is asked of them until the user opens it


@dataclass(frozen=True, slots=True)
class Distortions:
    """What the user may be asked about."""

    built_in: tuple[Known, ...]
    hidden: frozenset[str]
    own: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Thoughts:
    """Every thought that was caught, the latest first, and whether the user looks back each week."""

    all: tuple[Thought, ...]
    looks_back: bool


def begin(owner: OwnerRow, event_id: str | None, *, about: str = "", now: datetime) -> Begin:
    """Where a thought is caught, after a no or without one; raises NotThere or NotConfirmed."""
    found = no(owner, event_id) if event_id else None
    starter, mantra = (wording(task) for task in suggest(found.rejection, now=now)) if found else ("", "")
    lately = [_thought(row) for row in _rows(owner)[:LATELY]]
    here = found.rejection.id if found else ""
    stopped = (one for one in lately if one.screen not in (Screen.THOUGHT, Screen.DONE) and one.at >= now - A_WEEK)
    return Begin(
        no=found,
        starter=starter,
        mantra=mantra,
        plan=plan_for_the_next_no(owner) if found else "",
        one_today=any(one.at >= _midnight(now) and one.screen is not Screen.THOUGHT for one in lately),
        draft=next((one for one in lately if one.screen is Screen.THOUGHT and one.event_id == here), None),
        stopped=next(stopped, None),
        worry=worry(about),
        worries=worries(),
    )


def page(owner: OwnerRow, thought_id: int, screen: str, *, now: datetime) -> Page:
    """One screen of a record; raises NotThere."""
    found, here = thought(owner, thought_id), screen_named(screen)
    record = found.record
    answer = getattr(record, FIELDS[here])
    known = {feeling.key for feeling in feelings()}
    return Page(
        thought=found,
        screen=here,
        said=answer if isinstance(answer, str) else "",
        belief=answer if isinstance(answer, int) else None,
        feelings=tuple(one for one in feelings() if one.key != OWN),
        own_feeling=next((one for one in record.feelings if one not in known), ""),
        offers=tuple(_offers(owner, found, here)),
        hint=next(iter(hints_for(owner, record)), None) if here is Screen.HINTS else None,
        look_first=_look_first(owner, found, now) if here is Screen.BELIEF else None,
        waits=quiet_until(owner, now=now) is not None and level(record.thought) is Level.EXPLICIT,
    )


def screen_named(name: str) -> Screen:
    """The screen of this name; raises NotThere for one that asks nothing."""
    if name not in set(FIELDS):
        raise NotThere
    return Screen(name)


def hints_for(owner: OwnerRow, record: ThoughtRecord) -> tuple[Question, ...]:
    """The distortions to ask about that the user has neither hidden nor answered."""
    known = distortions(owner)
    return questions(record.thought, hidden=known.hidden, own=known.own, settled=record.settled)


def distortions(owner: OwnerRow) -> Distortions:
    """The usual ones, which of them are hidden, and the user's own."""
    rows = list(DistortionRow.objects.filter(owner=owner).order_by("pk"))
    own = (Known(str(row.pk), row.name, cues=row.cues) for row in rows if not row.key)
    return Distortions(built_in(), frozenset(row.key for row in rows if row.key), tuple(own))


def fitting(owner: OwnerRow, record: ThoughtRecord) -> tuple[Known, ...]:
    """Those the user said fit; one of their own that they deleted since is left out."""
    asked = distortions(owner)
    known = {one.key: one for one in (*asked.built_in, *asked.own)}
    return tuple(known[key] for key in record.distortions if key in known)


def thoughts(owner: OwnerRow) -> Thoughts:
    """Every thought that was caught."""
    caught = tuple(one for one in map(_thought, _rows(owner)) if one.record.thought.strip())
    return Thoughts(caught, LookBackRow.objects.filter(owner=owner).exists())


def last_week(owner: OwnerRow, *, now: datetime) -> Thoughts:
    """Those of the last seven days."""
    found = thoughts(owner)
    return Thoughts(tuple(one for one in found.all if one.at >= now - A_WEEK), found.looks_back)


def thought(owner: OwnerRow, thought_id: int) -> Thought:
    """One of them; raises NotThere."""
    row = _rows(owner).filter(pk=thought_id).first()
    if row is None:
        raise NotThere
    return _thought(row)


def _rows(owner: OwnerRow) -> QuerySet[ThoughtRow]:
    return ThoughtRow.objects.filter(owner=owner).select_related("recovery").order_by("-at", "-pk")


def _offers(owner: OwnerRow, found: Thought, screen: Screen) -> Iterable[Offer]:
    """What the record can begin an answer with; what speaks for a dark thought the user writes alone."""
    if screen is Screen.SPEAKS_AGAINST:
        known = weighed(owner, found.event_id).facts
        return [Offer(fact.says, fact.mine, event_id=fact.event_id, folded=fact.quotes_no) for fact in known]
    if screen is Screen.FRIEND and (name := owner.name.partition(" ")[0]):
        return [Offer(f"{name}, you …", f"{name}, you")]
    if screen is Screen.FAIRER:
        told = weighed(owner, found.event_id)
        begun = starters(found.record, told.facts, works_on=told.works_on)
        return [Offer(f"{one.text} …", one.text, name=one.name) for one in begun]
    return []


def _look_first(owner: OwnerRow, found: Thought, now: datetime) -> Look | None:
    """Where the record looks into a worry like this one; none after what is no longer a no."""
    asked, rejection = asked_in(found.record.thought), rejection_of(owner, found.event_id)
    if asked is None or rejection is None:
        return None
    url = f"{found.home}/likely-not-you/{asked.key}"
    calm = calm_from(Looked(asked.key), rejection, now=now)
    return Look(url, shut(owner, FORECAST if asked.key == Looked.EVER else url, now=now, calm=calm))


def _thought(row: ThoughtRow) -> Thought:
    record = ThoughtRecord(
        thought=row.thought,
        belief_before=row.belief_before,
        speaks_for=row.speaks_for,
        speaks_against=row.speaks_against,
        to_a_friend=row.to_a_friend,
        fairer=row.fairer,
        belief_after=row.belief_after,
        feelings=tuple(row.feelings),
        distortions=tuple(row.distortions),
        turned_away=tuple(row.turned_away),
    )
    event_id = row.recovery.event_id if row.recovery else ""
    return Thought(row.pk, record, Screen(row.screen), row.at, event_id, change(record))


def _place(belief: int | None) -> int:
    return EDGE + (WIDTH - 2 * EDGE) * (belief or 0) // 10


def _midnight(now: datetime) -> datetime:
    return now.replace(hour=0, minute=0, second=0, microsecond=0)
