"""How long a silence is by now, for this record: from which day an application is quiet, or probably closed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import Q

from highroad.app.models import ApplicationRow, OwnerRow
from highroad.app.queries.forecast import MET, curves_of
from highroad.applications.application import Channel, Outcome
from highroad.applications.silence import PROBABLY_CLOSED, QUIET, Asked, asked_of

SILENT = (Outcome.OPEN, Outcome.QUIET)  # quiet in a row is the user's word that they count on nothing more
MEETS = Q(furthest_stage__in=list(MET))
WAITS_FOR = {
    Asked.MET: MEETS,
    Asked.JOB_BOARD: ~MEETS & Q(channel=Channel.JOB_BOARD),
    Asked.ELSEWHERE: ~MEETS & ~Q(channel=Channel.JOB_BOARD),
}


class Silence(StrEnum):
    """What a silence says."""

    NONE = ""
    QUIET = "quiet"
    CLOSED = "probably_closed"


@dataclass(frozen=True, slots=True)
class Silences:
    """The silent days after which each kind of wait is quiet, and those after which it is probably closed."""

    today: date
    quiet: Mapping[Asked, int]
    closed: Mapping[Asked, int]

    def of(self, row: ApplicationRow) -> Silence:
        """What the silence of an application says by now; nothing for one that ended."""
        if row.outcome not in SILENT or row.waiting_since is None:
            return Silence.NONE
        asked = asked_of(Channel(row.channel), met=row.furthest_stage in MET)
        silent = (self.today - row.waiting_since).days
        if silent < self.quiet[asked]:
            return Silence.NONE
        return Silence.QUIET if silent < self.closed[asked] else Silence.CLOSED

    def outcome_of(self, row: ApplicationRow) -> Outcome:
        """How it stands by now; one that was closed and heard from again is open."""
        if row.outcome not in SILENT:
            return Outcome(row.outcome)
        return Outcome.QUIET if self.of(row) else Outcome.OPEN

    def quiet_ones(self) -> Q:
        """The same question for the database."""
        long_ago = Q()
        for asked, kind in WAITS_FOR.items():
            long_ago |= kind & Q(waiting_since__lte=self.today - timedelta(days=self.quiet[asked]))
        return Q(outcome__in=SILENT) & long_ago


def silences(owner: OwnerRow, *, today: date) -> Silences:
    """As this record shows of waiting; with few answers in it, nearly as the priors say."""
    curves = curves_of(owner, today=today)
    quiet = {asked: curve.days_until_below(QUIET) for asked, curve in curves.items()}
    closed = {asked: curve.days_until_below(PROBABLY_CLOSED) for asked, curve in curves.items()}
    return Silences(today, quiet, closed)
