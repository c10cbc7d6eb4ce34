"""Everything a user has as plain JSON and CSV, in an order that two equal records share."""

import csv
import io
import re
from datetime import datetime
from typing import Any

from django.db import models

from highroad.app.models import (
    AccountRow,
    ActionRow,
    AddressRow,
    AdvertRow,
    AnswerRow,
    BoardRow,
    CardRow,
    ComfortRow,
    ConsentRow,
    ContactRow,
    CorrectionRow,
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
    MessageRow,
    MockRow,
    MomentRow,
    NoticeRow,
    OpeningRow,
    OutgoingRow,
    OwnerRow,
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
from highroad.app.queries.applications import applications

FORMAT = 1
# What the user brought and said. Events and applications are worked out from it again.
STORED: dict[str, type[models.Model]] = {
    "sources": SourceRow,
    "seen": SeenRow,
    "messages": MessageRow,
    "replies": ReplyRow,
    "addresses": AddressRow,
    "corrections": CorrectionRow,
    "consents": ConsentRow,
    "recoveries": RecoveryRow,
    "steps": StepRow,
    "accounts": AccountRow,
    "folders": FolderRow,
    "outbox": OutgoingRow,
    "feedback": FeedbackRow,
    "actions": ActionRow,
    "stories": StoryRow,
    "look_backs": LookBackRow,
    "deeds": DeedRow,
    "plans": PlanRow,
    "planned": PlannedRow,
    "contacts": ContactRow,
    "same_people": SamePersonRow,
    "employers": EmployerRow,
    "boards": BoardRow,
    "postings": PostingRow,
    "openings": OpeningRow,
    "heard": HeardRow,
    "forecasts": ForecastRow,
    "notices": NoticeRow,
    "adverts": AdvertRow,
    "reviews": ReviewRow,
    "mocks": MockRow,
    "decks": DeckRow,
}
PRIVATE: dict[str, type[models.Model]] = {
    "resumes": ResumeRow,
    "moments": MomentRow,
    "thoughts": ThoughtRow,
    "writings": WritingRow,
    "sittings": SittingRow,
    "comforts": ComfortRow,
    "weeks": WeekRow,
    "worries": WorryRow,
    "mantras": MantraRow,
    "distortions": DistortionRow,
    "cards": CardRow,
    "answers": AnswerRow,
}
OWNER_FIELDS = ("name", "country", "field", "weekly", "shortcuts", "welcomed_at", "created_at")
# A program set to semicolons cuts our cells at them, so that what stands after one begins a cell too.
MAY_BE_FORMULA = re.compile(r"(^|[;\t\r\n])(?=\s*[=+\-@＝＋－＠])|^(?=[\t\r\n])")
COLUMNS = ("id", "employer", "role", "furthest_stage", "outcome", "confirmed", "applied_on", "last_event_on")


def as_json(owner: OwnerRow, *, now: datetime, with_private: bool) -> dict[str, Any]:
    """The whole record of one owner; private writing only when its own consent was given."""
    tables = STORED | PRIVATE if with_private else STORED
    return {
        "high_road_export": FORMAT,
        "owner": {name: _plain(getattr(owner, name)) for name in OWNER_FIELDS},
        "tables": {name: _rows(owner, table) for name, table in tables.items()},
        "applications": applications(owner, today=now.date()),
    }


def as_csv(owner: OwnerRow, *, now: datetime) -> str:
    """One line an application; no cell can become a formula in a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for application in applications(owner, today=now.date()):
        writer.writerow([harmless(application[column]) for column in COLUMNS])
    return text.getvalue()


def harmless(cell: Any) -> str:
    """The cell as text that no spreadsheet takes for a formula, with an apostrophe where one could begin."""
    return MAY_BE_FORMULA.sub(r"\1'", "" if cell is None else str(cell))


def _rows(owner: OwnerRow, table: type[models.Model]) -> list[dict[str, Any]]:
    fields = [field for field in table._meta.concrete_fields if field.name != "owner"]
    rows = table._default_manager.filter(owner=owner).order_by("pk").values_list(*(field.attname for field in fields))
    return [dict(zip((field.attname for field in fields), map(_plain, row), strict=True)) for row in rows.iterator()]


def _plain(value: Any) -> Any:
    if isinstance(value, (bytes, memoryview)):
        return bytes(value).hex()
    return value.isoformat() if hasattr(value, "isoformat") else value
