"""Growth stories, what one can begin from, and the plan for the next no."""

from dataclasses import dataclass
from datetime import datetime

from highroad.app.models import ActionRow, OwnerRow, StoryRow
from highroad.app.queries.applications import NotThere
from highroad.steps import words_of
from highroad.steps.dont_get_stuck.story import (
    PARTS,
    Part,
    Question,
    Story,
    following,
    planned,
    question,
    questions,
    spoken,
)

BEGUN_FROM = 12  # things to work on that are offered to begin from


@dataclass(frozen=True, slots=True)
class Told:
    """One story with its number, its question, and how long it takes to say."""

    id: int
    story: Story
    question: Question
    when: str  # the if of its plan
    saved_at: datetime
    seconds: int
    next_part: Part | None

    @property
    def url(self) -> str:
        """The story as a whole."""
        return f"/stories/{self.id}"

    @property
    def parts(self) -> list[tuple[Part, str, str]]:
        """Each part, what is written of it, and what it is called."""
        names = words_of("dont_get_stuck")["story"]["parts"]
        return [(part, self.story.part(part), names[part]["named"]) for part in Part]

    @property
    def on(self) -> str:
        """Where to go on."""
        return f"{self.url}/{self.next_part}" if self.next_part else self.url


@dataclass(frozen=True, slots=True)
class Start:
    """What a story can begin from: things worked on, those done first; and the questions it can answer."""

    actions: tuple[ActionRow, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class PartPage:
    """One part of a story to write, and where it leads."""

    told: Told
    part: Part
    said: str
    words: dict[str, str]
    following: str


def stories(owner: OwnerRow) -> list[Told]:
    """Every story, the latest first: the bank that practice draws from."""
    return [_told(row) for row in StoryRow.objects.filter(owner=owner).order_by("-saved_at", "-pk")]


def story(owner: OwnerRow, story_id: int) -> Told:
    """One of them; raises NotThere."""
    row = StoryRow.objects.filter(owner=owner, pk=story_id).first()
    if row is None:
        raise NotThere
    return _told(row)


def start(owner: OwnerRow) -> Start:
    """What there is to begin from."""
    rows = ActionRow.objects.filter(owner=owner).select_related("feedback").order_by("-done_at", "-created_at")
    done_first = sorted(rows[:BEGUN_FROM], key=lambda row: row.done_at is None)
    return Start(tuple(done_first), questions())


def part_page(owner: OwnerRow, story_id: int, name: str) -> PartPage:
    """One part of a story; raises NotThere."""
    if name not in set(Part):
        raise NotThere
    told, part = story(owner, story_id), Part(name)
    ahead = following(part)
    return PartPage(
        told=told,
        part=part,
        said=told.story.part(part),
        words=words_of("dont_get_stuck")["story"]["parts"][part],
        following=f"{told.url}/{ahead}" if ahead else told.url,
    )


def plan_for_the_next_no(owner: OwnerRow) -> str:
    """The latest if-then plan, as a sentence; empty when there is none."""
    row = StoryRow.objects.filter(owner=owner).exclude(then_i_will="").order_by("-saved_at").first()
    return planned(row.when_no_comes, row.then_i_will) if row else ""


def _told(row: StoryRow) -> Told:
    written = Story(**{part: getattr(row, field) for part, field in PARTS.items()})
    return Told(
        id=row.pk,
        story=written,
        question=question(row.question),
        when=row.when_no_comes,
        saved_at=row.saved_at,
        seconds=spoken(written),
        next_part=written.first_missing(),
    )
