"""The addresses of practice."""

from django.urls import path

from highroad.app.views import practice

urlpatterns = [
    path("practice", practice.practice, name="practice"),
    path("practice/cards", practice.cards, name="practice-cards"),
    path("practice/cards/<int:card_id>/let-go", practice.let_card_go),
    path("practice/notes/<int:worry_id>", practice.use_note),
    path("practice/every", practice.every, name="practice-every"),
    path("practice/mock", practice.begin_mock, name="practice-begin-mock"),
    path("practice/mock/<int:mock_id>", practice.mock, name="practice-mock"),
    path("practice/for/<slug:some_id>", practice.for_talk, name="practice-for"),
    path("practice/<slug:card>", practice.card, name="practice-card"),
    path("practice/<slug:card>/after", practice.after, name="practice-after"),
    path("practice/<slug:card>/save", practice.save),
]
