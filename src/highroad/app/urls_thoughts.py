"""The addresses of what one keeps for oneself: thoughts, mantras, growth stories, and what is on record for one."""

from django.urls import path

from highroad.app.views import dont_get_stuck, mantras, stories, strengths

urlpatterns = [
    path("thoughts", dont_get_stuck.thoughts, name="thoughts"),
    path("thoughts/new", dont_get_stuck.catch),
    path("thoughts/new/save", dont_get_stuck.note),
    path("thoughts/week", dont_get_stuck.week, name="thoughts-week"),
    path("thoughts/hints", dont_get_stuck.hints, name="thoughts-hints"),
    path("thoughts/hints/<int:number>/drop", dont_get_stuck.drop_hint),
    path("thoughts/<int:thought_id>", dont_get_stuck.thought, name="thought"),
    path("thoughts/<int:thought_id>/let-go", dont_get_stuck.let_go),
    path("thoughts/<int:thought_id>/<slug:screen>", dont_get_stuck.screen, name="thought-screen"),
    path("thoughts/<int:thought_id>/<slug:screen>/save", dont_get_stuck.save),
    path("mantras", mantras.mantras, name="mantras"),
    path("mantras/<slug:name>", mantras.mantra, name="mantra"),
    path("mantras/<slug:name>/shown", mantras.shown),
    path("mantras/<slug:name>/let-go", mantras.let_go),
    path("stories", stories.stories, name="stories"),
    path("stories/new", stories.new),
    path("stories/<int:story_id>", stories.story, name="story"),
    path("stories/<int:story_id>/let-go", stories.let_go),
    path("stories/<int:story_id>/<slug:part>", stories.part, name="story-part"),
    path("stories/<int:story_id>/<slug:part>/save", stories.save),
    path("strengths", strengths.strengths, name="strengths"),
]
