"""One reader for each kind of mail, all of the same shape: find(mail) -> findings."""

from collections.abc import Iterator

from highroad.events.finding import Finding
from highroad.events.prepared import Prepared
from highroad.events.readers import (
    alert,
    assessment,
    confirmation,
    interview,
    offer,
    outreach,
    rejection,
    update,
    waitlist,
    withdrawal,
)

READERS = (rejection, waitlist, offer, assessment, interview, withdrawal, confirmation, update, outreach, alert)


def findings(mail: Prepared) -> Iterator[Finding]:
    """What every reader finds."""
    return (finding for reader in READERS for finding in reader.find(mail))
