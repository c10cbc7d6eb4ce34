"""Practice: which cards there are, when each comes again, and how one marks what one said."""

from highroad.steps.keep_going.practice.deck import Question, questions

__all__ = ["Question", "questions"]
