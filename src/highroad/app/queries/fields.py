"""Field profiles: which there are, which is in use, and which the mail suggests."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models.fields.json import KT

from highroad.app.models import MessageRow, OwnerRow
from highroad.app.packs import packs
from highroad.applications.field import Profile, hits, names_of_stages
from highroad.events.event import Stage

LOOKED_AT = 300  # latest mails; a line of work shows in the last of them


@dataclass(frozen=True, slots=True)
class Fields:
    """Every profile; `used` is the user's own choice, `suggested` what the mail sounds like, until they chose."""

    profiles: tuple[Profile, ...]
    used: Profile | None
    suggested: Profile | None
    refused: dict[str, tuple[str, ...]]


def fields(owner: OwnerRow) -> Fields:
    """What there is to choose from."""
    found, refused = packs()
    used = found.get(owner.field)
    return Fields(tuple(found.values()), used, None if owner.field else suggested(owner, found), refused)


def field_of(owner: OwnerRow) -> Profile | None:
    """The profile the user chose; None when they chose none, or its file is gone."""
    return packs()[0].get(owner.field) if owner.field else None


def stage_names(owner: OwnerRow, of: Profile | None, *, said: str = "") -> Mapping[Stage, str]:
    """What stages are called in the user's own line of work; `said` is what their mail says of them."""
    return names_of_stages(of, country=owner.country, said=said) if of else {}


def prior_of(name: str) -> str:
    """The prior a forecast uses for the profile of that id; that of any work when there is none."""
    found = packs()[0].get(name) if name else None
    return found.prior if found else "unknown"


def suggested(owner: OwnerRow, found: dict[str, Profile]) -> Profile | None:
    """The profile whose own words the latest mail has most of, and enough of; nothing is set by it."""
    texts = MessageRow.objects.filter(owner=owner).order_by("-sent_at").values_list(KT("message__text"), flat=True)
    all_words = "\n".join(text or "" for text in texts[:LOOKED_AT])
    counted = [(hits(one, all_words), one) for one in found.values() if one.keywords]
    enough = [(count, one) for count, one in counted if count >= one.min_hits]
    return max(enough, key=lambda one: one[0])[1] if enough else None
