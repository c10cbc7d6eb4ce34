"""The addresses of what keeps a search going: the week's plan, how it moves, the offer, a quiet one asked about."""

from django.urls import path

from highroad.app.views import momentum, plan

urlpatterns = [
    path("momentum", momentum.momentum, name="momentum"),
    path("plan", plan.plan, name="plan"),
    path("plan/<int:plan_id>/look-back", plan.look_back),
    path("plan/line/<int:planned_id>/tick", plan.tick),
]
