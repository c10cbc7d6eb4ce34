"""The addresses of openings: the queue, and the boards they may come from."""

from django.urls import path

from highroad.app.views import boards, queue

urlpatterns = [
    path("queue", queue.queue, name="queue"),
    path("queue/new", queue.new, name="queue-new"),
    path("queue/keep/<int:posting_id>", queue.keep),
    path("queue/<int:opening_id>", queue.opening, name="opening"),
    path("queue/<int:opening_id>/change", queue.change, name="opening-change"),
    path("queue/<int:opening_id>/ready", queue.ready),
    path("queue/<int:opening_id>/sent", queue.sent),
    path("queue/<int:opening_id>/not-sent", queue.not_sent),
    path("queue/<int:opening_id>/let-go", queue.let_go),
    path("queue/<int:opening_id>/put-back", queue.put_back),
    path("boards", boards.boards, name="boards"),
    path("boards/new", boards.new, name="boards-new"),
    path("boards/look", boards.look_at_all),
    path("boards/search", boards.search, name="boards-search"),
    path("boards/<int:board_id>", boards.board, name="board"),
    path("boards/<int:board_id>/look", boards.look),
    path("boards/<int:board_id>/stop", boards.stop),
    path("boards/posting/<int:posting_id>", boards.posting, name="posting"),
]
