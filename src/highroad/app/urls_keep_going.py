"""The addresses of what keeps a search going: the week's plan, how it moves, the offer, a quiet one asked about."""

from django.urls import path

from highroad.app.views import momentum, offer, plan
from highroad.steps.keep_going.letters import Purpose

urlpatterns = [
    path("momentum", momentum.momentum, name="momentum"),
    path("plan", plan.plan, name="plan"),
    path("plan/<int:plan_id>/look-back", plan.look_back),
    path("plan/line/<int:planned_id>/tick", plan.tick),
    path("offer", offer.offer, name="offer"),
    path("offer/weigh", offer.weigh, name="offer-weigh"),
    path("offer/put-away", offer.put_away, name="offer-put-away"),
    path("offer/<slug:some_id>", offer.got, name="offer-got"),
    path("offer/<slug:some_id>/tell/<slug:person_id>", offer.tell),
    path("offer/<slug:some_id>/decline", offer.write, {"purpose": Purpose.DECLINE}),
    path("offer/<slug:some_id>/withdraw", offer.write, {"purpose": Purpose.WITHDRAWAL}),
    path("offer/<slug:some_id>/withdraw-everywhere", offer.withdraw_everywhere),
    path("offer/<slug:some_id>/withdrawn", offer.withdrawn),
    path("offer/<slug:some_id>/close-others", offer.close_others),
    path("applications/<slug:some_id>/ask-once", offer.write, {"purpose": Purpose.FOLLOW_UP}),
]
