"""What chance does where one no ended, in dots of a hundred; only figures whose source somebody has read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from highroad.app.models import OwnerRow
from highroad.app.pictures import Hundred, hundred
from highroad.app.queries.fields import field_of
from highroad.app.queries.recoveries import No, no
from highroad.applications.chance import passes_elsewhere, same_choice
from highroad.applications.fact import Fact, published
from highroad.applications.field import Profile
from highroad.applications.talks import met_someone
from highroad.events.event import Stage
from highroad.steps import words_of

FINALISTS = (2, 3, 5, 8)
USUAL = 5  # shown until the user says how many they think there were
SORTS = ("structured", "unstructured")  # of interviews, and how far each foretells who works well
PASS_RATE = 0.3  # "three in ten pass", as the page says it


@dataclass(frozen=True, slots=True)
class Best:
    """How often one sort of interview finds the best of so many, in a sentence, with its figure's source."""

    sentence: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class Chance:
    """One picture with its figure's source; both are None where no figure may be shown."""

    no: No
    title: str
    sentences: tuple[str, ...]
    finalists: int | None  # how many equals it is about, where it is about those
    picture: Hundred | None
    fact: Fact | None
    best: tuple[Best, ...] = ()
    field: Profile | None = None  # that of the line of work the user chose


def chance(owner: OwnerRow, event_id: str, *, finalists: str) -> Chance:
    """What chance alone does where this one ended; raises NotThere or NotConfirmed."""
    shown = _where_it_ended(no(owner, event_id), finalists=finalists)
    return replace(shown, field=field_of(owner))


def _where_it_ended(found: No, *, finalists: str) -> Chance:
    application = found.rejection.application
    if not met_someone(application):
        return _first_look(found)
    if application.furthest_stage is Stage.SCREEN:
        return _turned_away(found)
    return _among_equals(found, int(finalists) if finalists in map(str, FINALISTS) else USUAL)


def disagreement(name: str, *, finalists: int = USUAL) -> tuple[Hundred, Fact] | None:
    """How often two who judge apart pick the same of so many equals; None while nobody has read the source."""
    fact = published("agreement.separate")
    if fact is None:
        return None
    words = _words()
    same = round(100 * same_choice(finalists, fact.value[0]))
    title = words["dots"].format(count=finalists)
    return hundred(name, title, (same, "yes", words["yes"]), (100 - same, "rest", words["rest"])), fact


def _among_equals(found: No, finalists: int) -> Chance:
    words = _words()
    if (shown := disagreement("equals", finalists=finalists)) is None:
        return Chance(found, words["title"], (words["nothing"],), None, None, None)
    picture, fact = shown
    sentences = (
        words["equals"].format(count=finalists, even=round(100 / finalists)),
        words["other"].format(same=picture.parts[0].count),
    )
    return Chance(found, words["title"], sentences, finalists, picture, fact, tuple(_best_found(finalists)))


def _best_found(finalists: int) -> Iterator[Best]:
    words = _words()
    for sort in SORTS:
        if fact := published(f"agreement.{sort}"):
            found = round(100 * same_choice(finalists, fact.value[0]))
            yield Best(words[sort].format(best=found), fact)


def _turned_away(found: No) -> Chance:
    words, fact = _words(), published("agreement.separate")
    if fact is None:
        return Chance(found, words["title"], (words["nothing"],), None, None, None)
    through = round(100 * passes_elsewhere(fact.value[0], pass_rate=PASS_RATE, passed=False))
    picture = hundred(
        "away", words["pass_dots"], (through, "yes", words["pass_yes"]), (100 - through, "rest", words["pass_rest"])
    )
    return Chance(found, words["title"], (words["pass"].format(through=through),), None, picture, fact)


def _first_look(found: No) -> Chance:
    words, fact = _words(), published("app_to_interview_smb")
    if fact is None:
        return Chance(found, words["first_title"], (words["nothing"],), None, None, None)
    through = round(fact.value[0])
    picture = hundred(
        "first",
        words["first_dots"],
        (through, "yes", words["first_yes"]),
        (100 - through, "rest", words["first_rest"]),
    )
    return Chance(found, words["first_title"], (words["first"],), None, picture, fact)


def _words() -> dict[str, str]:
    words: dict[str, str] = words_of("likely_not_you")["chance"]
    return words
