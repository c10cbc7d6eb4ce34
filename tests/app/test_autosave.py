"""Typing, saving and being killed, in any order: what was saved is there again, and what was ended stays ended."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from highroad.app.actions import writing as act
from highroad.app.models import SittingRow, WritingRow
from highroad.app.queries.writing import page
from tests.cast import NOW

pytestmark = pytest.mark.django_db

TYPES = st.tuples(st.just("type"), st.text(st.characters(codec="utf-8"), min_size=1, max_size=8))
OTHERS = st.sampled_from(["save", "save unanswered", "late save", "kill", "another window", "keep", "seal", "burn"])
ENDS = {"keep": act.keep, "seal": act.seal, "burn": act.burn}


class Window:
    """A page as the browser holds it: its name, its words, and a save still on its way when it was closed."""

    def __init__(self, ana) -> None:
        self.ana, self.opened, self.saved, self.old = ana, 0, "", []
        self.open()

    def open(self):
        self.opened += 1
        shown = page(self.ana, None, "free", fresh=f"page-{self.opened}", now=NOW)
        self.name, self.words = shown.name, shown.text
        assert shown.text == self.saved

    def type(self, text):
        self.words += text

    def save(self):
        if act.save(self.ana, None, self.words, page=self.name, about="free", now=NOW):
            self.saved = self.words

    def end(self, how):
        self.save()
        number = WritingRow.objects.filter(page=self.name).values_list("pk", flat=True).first()
        if number is None:
            return
        ENDS[how](self.ana, number, now=NOW)
        self.old.append((self.name, how, self.saved))
        self.saved = ""
        self.open()

    def late_save(self):
        """A save from a window that was left open on a page since ended."""
        for name, _, words in self.old:
            with pytest.raises(act.Ended):
                act.save(self.ana, None, words + " late", page=name, about="free", now=NOW)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TYPES | OTHERS, max_size=25))
def test_no_order_of_typing_saving_and_killing_loses_or_doubles_what_was_saved(ana, steps):
    WritingRow.objects.all().delete()
    SittingRow.objects.all().delete()
    window = Window(ana)

    for step in steps:
        match step:
            case ("type", text):
                window.type(text)
            case "save" | "save unanswered":  # the page does not need the answer: its name is its own
                window.save()
            case "late save":
                window.late_save()
            case "kill" | "another window":
                window.open()
            case how:
                window.end(how)

    open_now = [row.text for row in WritingRow.objects.filter(kept_at=None)]
    assert open_now == ([window.saved] if window.saved else [])
    assert sorted(WritingRow.objects.exclude(kept_at=None).values_list("page", flat=True)) == sorted(
        name for name, how, _ in window.old if how != "burn"
    )
    kept = {name: words for name, how, words in window.old if how != "burn"}
    assert dict(WritingRow.objects.exclude(kept_at=None).values_list("page", "text")) == kept


def test_private_writing_is_on_the_disk_before_the_answer_goes_out(db):
    """A power cut right after "Saved." must lose nothing: every commit waits for the disk."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        full = 2

        assert cursor.fetchone() == (full,)
