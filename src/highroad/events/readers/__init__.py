"""One reader for each kind of mail, all of the same shape: find(mail) -> findings."""

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
