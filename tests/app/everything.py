"""A record with at least one row in every table, and an address for every route of the app."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from highroad.app.actions import by_hand
from highroad.app.actions.consents import Gate, allow
from highroad.app.actions.corrections import say
from highroad.app.models import (
    AccountRow,
    ActionRow,
    AddressRow,
    AdvertRow,
    AnswerRow,
    BoardRow,
    CardRow,
    ComfortRow,
    ContactRow,
    DeckRow,
    DeedRow,
    DistortionRow,
    EmployerRow,
    FeedbackRow,
    FolderRow,
    ForecastRow,
    HeardRow,
    LookBackRow,
    MantraRow,
    MockRow,
    MomentRow,
    NoticeRow,
    OpeningRow,
    OutgoingRow,
    OwnerRow,
    PersonRow,
    PlannedRow,
    PlanRow,
    PostingRow,
    RecoveryRow,
    ReplyRow,
    ResumeRow,
    ReviewRow,
    SamePersonRow,
    SeenRow,
    SittingRow,
    SourceRow,
    StepRow,
    StoryRow,
    ThoughtRow,
    WeekRow,
    WorryRow,
    WritingRow,
)
from highroad.app.queries.forecast_pages import as_logged, shown_now
from highroad.applications.correction import ConfirmedNo
from highroad.events.event import Kind, Part, Person
from highroad.events.recognise import event_id
from tests.app.mails import brightmoor, bring, haldenfrey
from tests.cast import ANA, ELI_INTERVIEWER, NOOR, NOW, SAM

Ids = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Route:
    """One address pattern: what its view is called with beside the request."""

    pattern: str
    takes: tuple[str, ...]

    def filled(self, ids: Ids) -> str:
        """The address with these ids in it."""
        parts = (part.strip("<>").rpartition(":")[2] if part.startswith("<") else part for part in _cut(self.pattern))
        return "/" + "".join(str(ids[part]) if part in self.takes else part for part in parts)


def routes() -> list[Route]:
    """Every route of urls.py, whatever it includes."""
    return [Route(pattern, _names(pattern)) for pattern in _patterns(get_resolver().url_patterns)]


def everything(owner: OwnerRow, *, ago: float = 0) -> Ids:
    """Fill every table for this owner; gives an id of theirs for each name that routes take."""
    *_, no = bring(owner, *haldenfrey(ago=ago))
    *_, form_no = bring(owner, *brightmoor(ago=ago))
    together = say(owner, ConfirmedNo(no), now=NOW)
    by_hand.new_application(owner, by_hand.Told(Kind.APPLIED, NOW.date(), employer="Tallowby"), now=NOW)
    by_hand.add_person(owner, no, ELI_INTERVIEWER, now=NOW)
    known_to_one = Person("Mara Okafor", f"mara.okafor{ago:.0f}@haldenfrey.example", Part.RECRUITER)
    by_hand.add_person(owner, no, known_to_one, now=NOW)
    allow(owner, Gate.READ_SOURCE, about="mail.mbox", now=NOW)
    source = SourceRow.objects.create(
        owner=owner, kind="mbox", path="/nowhere/mail.mbox", name="mail.mbox", created_at=NOW
    )
    SeenRow.objects.create(owner=owner, digest=b"0123456789abcdef", reader_version=1)
    ReplyRow.objects.create(owner=owner, source=source, start=0, thread=b"01234567", digest=b"0123456789abcdef")
    AddressRow.objects.create(owner=owner, email=ANA.email, mine=True)
    recovery = RecoveryRow.objects.create(owner=owner, event_id=no, sting="hard", opened_at=NOW)
    StepRow.objects.create(owner=owner, recovery=recovery, step="take_a_moment", done_at=NOW)
    MomentRow.objects.create(owner=owner, recovery=recovery, feelings=["sad"], guess_tomorrow=4, at=NOW)
    writing = WritingRow.objects.create(
        owner=owner, recovery=recovery, page="a page", text="private words", kept_at=NOW, started_at=NOW, saved_at=NOW
    )
    SittingRow.objects.create(owner=owner, recovery=recovery, page="a page", prompt="free", at=NOW)
    comfort = ComfortRow.objects.create(owner=owner, text="a private bath", added_at=NOW)
    gone = ComfortRow.objects.create(owner=owner, text="a private walk", added_at=NOW, let_go_at=NOW)
    WeekRow.objects.create(owner=owner, monday=NOW.date(), mood=3)
    account = AccountRow.objects.create(owner=owner, email="ana@duarte.example", created_at=NOW)
    FolderRow.objects.create(owner=owner, account=account, name="INBOX")
    outgoing = OutgoingRow.objects.create(
        owner=owner, recovery=recovery, purpose="reply", tone="warm", body="Thank you.", account=account, saved_at=NOW
    )
    feedback = FeedbackRow.objects.create(
        owner=owner,
        recovery=recovery,
        asked_name="Sam",
        asked_email=SAM.email,
        asked_at=NOW,
        answer="Say more about numbers.",
        answered_at=NOW,
    )
    action = ActionRow.objects.create(owner=owner, recovery=recovery, text="Practise numbers", created_at=NOW)
    thought = ThoughtRow.objects.create(owner=owner, recovery=recovery, thought="private thought", at=NOW)
    mantra = MantraRow.objects.create(owner=owner, text="One step.", belief=6, rated_at=NOW)
    LookBackRow.objects.create(owner=owner, looked_at=NOW)
    DistortionRow.objects.create(owner=owner, key="comparing")
    DistortionRow.objects.create(owner=owner, name="A private turn of mind", cues="private cue")
    story = StoryRow.objects.create(owner=owner, action=action, question="failed", begun_at=NOW, saved_at=NOW)
    DeedRow.objects.create(owner=owner, recovery=recovery, kind="moment", at=NOW)
    noor, mara = event_id(NOOR.email), event_id(known_to_one.email)
    ContactRow.objects.create(owner=owner, person_id=noor, keep="quarterly", chosen_on=NOW.date())
    SamePersonRow.objects.create(owner=owner, earlier=noor, later=mara, same=False, said_at=NOW)
    EmployerRow.objects.create(owner=owner, key="haldenfrey", name="Haldenfrey", event_id=no, again_on=NOW.date())
    NoticeRow.objects.create(owner=owner, event_id=no, found_at=NOW)
    board = BoardRow.objects.create(
        owner=owner,
        employer="Haldenfrey",
        system="greenhouse",
        token="haldenfrey",
        address="https://boards.haldenfrey.example/jobs",
        host="boards.haldenfrey.example",
        added_at=NOW,
        looked_at=NOW,
    )
    posting = PostingRow.objects.create(owner=owner, board=board, number="7", role="Analyst", first_seen_at=NOW)
    opening = OpeningRow.objects.create(owner=owner, employer="Haldenfrey", role="Analyst", added_at=NOW)
    told = as_logged(shown_now(owner, now=NOW))
    plan = PlanRow.objects.create(owner=owner, monday=NOW.date(), made_at=NOW)
    planned = PlannedRow.objects.create(owner=owner, plan=plan, what="Ask Noor", on=NOW.date(), way="person", asks=True)
    forecast = ForecastRow.objects.create(owner=owner, on=NOW.date(), at=NOW, shown=told)
    ResumeRow.objects.create(owner=owner, text="A private résumé: Python.", added_at=NOW)
    AdvertRow.objects.create(owner=owner, event_id=no, text="You have experience with SQL.", added_at=NOW)
    HeardRow.objects.create(owner=owner, recovery=recovery, reason="internal", text="Somebody from inside.", at=NOW)
    written = WorryRow.objects.create(owner=owner, recovery=recovery, worry="said-x", text="I said too much.", at=NOW)
    card = CardRow.objects.create(owner=owner, source="said", text="What would you say?", worry_id=1, added_at=NOW)
    ReviewRow.objects.create(owner=owner, card=f"own-{card.pk}", mark=3, at=NOW)
    AnswerRow.objects.create(owner=owner, card=f"own-{card.pk}", text="my own private words", saved_at=NOW)
    mock = MockRow.objects.create(owner=owner, cards=["about_you", f"own-{card.pk}"], begun_at=NOW)
    DeckRow.objects.create(owner=owner, application_id=no, competencies=["teamwork"], said_at=NOW)
    return {
        "event_id": no,
        "light": form_no,
        "some_id": no,
        "person_id": PersonRow.objects.get(owner=owner, email=known_to_one.email).person_id,
        "source_id": source.pk,
        "together": together,
        "row_id": writing.pk,
        "comfort_id": comfort.pk,
        "kind": "comfort",
        "gone_id": gone.pk,
        "feedback_id": feedback.pk,
        "action_id": action.pk,
        "thought_id": thought.pk,
        "name": mantra.pk,
        "screen": "fairer",
        "story_id": story.pk,
        "part": "result",
        "outgoing_id": outgoing.pk,
        "account_id": account.pk,
        "number": 1,
        "step": "keep-going",
        "worry": "said-x",
        "worry_id": written.pk,
        "forecast_id": forecast.pk,
        "card": f"own-{card.pk}",
        "card_id": card.pk,
        "mock_id": mock.pk,
        "plan_id": plan.pk,
        "planned_id": planned.pk,
        "board_id": board.pk,
        "posting_id": posting.pk,
        "opening_id": opening.pk,
    }


def _patterns(found: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    for one in found:
        pattern = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _patterns(one.url_patterns, pattern)
        else:
            yield pattern


def _cut(pattern: str) -> list[str]:
    return pattern.replace("<", "\0<").replace(">", ">\0").split("\0")


def _names(pattern: str) -> tuple[str, ...]:
    return tuple(part.strip("<>").rpartition(":")[2] for part in _cut(pattern) if part.startswith("<"))
