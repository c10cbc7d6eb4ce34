"""Rows: the mail, what the user said, and what was worked out from both."""

from highroad.app.models.accounts import AccountRow, FolderRow
from highroad.app.models.consents import ConsentRow
from highroad.app.models.dont_get_stuck import DistortionRow, LookBackRow, MantraRow, ThoughtRow
from highroad.app.models.forecast import ForecastRow
from highroad.app.models.likely_not_you import HeardRow, WorryRow
from highroad.app.models.mail import LinkRow, MessageRow, ReplyRow, SeenRow, SourceRow
from highroad.app.models.notices import NoticeRow
from highroad.app.models.openings import BoardRow, OpeningRow, PostingRow
from highroad.app.models.outbox import OutgoingRow
from highroad.app.models.owners import AddressRow, OwnerRow
from highroad.app.models.people import ContactRow, EmployerRow, SamePersonRow
from highroad.app.models.plan import PlannedRow, PlanRow
from highroad.app.models.practice import AnswerRow, CardRow, DeckRow, MockRow, ReviewRow
from highroad.app.models.record import ApplicationRow, CorrectionRow, EventRow, PersonRow
from highroad.app.models.recoveries import (
    ActionRow,
    DeedRow,
    FeedbackRow,
    RecoveryRow,
    StepRow,
)
from highroad.app.models.resume import AdvertRow, ResumeRow
from highroad.app.models.stories import StoryRow
from highroad.app.models.take_a_moment import ComfortRow, MomentRow, SittingRow, WeekRow, WritingRow

__all__ = [
    "AccountRow",
    "ActionRow",
    "AddressRow",
    "AdvertRow",
    "AnswerRow",
    "ApplicationRow",
    "BoardRow",
    "CardRow",
    "ComfortRow",
    "ConsentRow",
    "ContactRow",
    "CorrectionRow",
    "DeckRow",
    "DeedRow",
    "DistortionRow",
    "EmployerRow",
    "EventRow",
    "FeedbackRow",
    "FolderRow",
    "ForecastRow",
    "HeardRow",
    "LinkRow",
    "LookBackRow",
    "MantraRow",
    "MessageRow",
    "MockRow",
    "MomentRow",
    "NoticeRow",
    "OpeningRow",
    "OutgoingRow",
    "OwnerRow",
    "PersonRow",
    "PlanRow",
    "PlannedRow",
    "PostingRow",
    "RecoveryRow",
    "ReplyRow",
    "ResumeRow",
    "ReviewRow",
    "SamePersonRow",
    "SeenRow",
    "SittingRow",
    "SourceRow",
    "StepRow",
    "StoryRow",
    "ThoughtRow",
    "WeekRow",
    "WorryRow",
    "WritingRow",
]
