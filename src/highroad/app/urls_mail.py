"""The addresses of mail in and out: the accounts, and the outbox, where one page alone can let a text leave."""

from django.urls import path

from highroad.app.views import accounts, accounts_sign_in, outbox

urlpatterns = [
    path("outbox", outbox.outbox, name="outbox"),
    path("outbox/<int:outgoing_id>", outbox.text, name="outbox-text"),
    path("outbox/<int:outgoing_id>/save", outbox.save),
    path("outbox/<int:outgoing_id>/state", outbox.state),
    path("outbox/<int:outgoing_id>/review", outbox.review, name="outbox-review"),
    path("outbox/<int:outgoing_id>/calmer", outbox.calmer),
    path("outbox/<int:outgoing_id>/own", outbox.own),
    path("outbox/<int:outgoing_id>/wait", outbox.wait),
    path("outbox/<int:outgoing_id>/stop", outbox.stop),
    path("outbox/<int:outgoing_id>/take-up", outbox.take_up),
    path("outbox/<int:outgoing_id>/settle", outbox.settle),
    path("outbox/<int:outgoing_id>/private", outbox.private),
    path("outbox/<int:outgoing_id>/file", outbox.file),
    path("settings/mail", accounts.accounts, name="mail-accounts"),
    path("settings/mail/new", accounts.connect, name="mail-connect"),
    path("settings/mail/sign-in", accounts_sign_in.sign_in, name="mail-sign-in"),
    path("settings/mail/<int:account_id>", accounts.account, name="mail-account"),
    path("settings/mail/<int:account_id>/folders", accounts.folders),
    path("settings/mail/<int:account_id>/read", accounts.read),
    path("settings/mail/<int:account_id>/checks", accounts.checks),
    path("settings/mail/<int:account_id>/password", accounts.password),
    path("settings/mail/<int:account_id>/sending", accounts.sending),
    path("settings/mail/<int:account_id>/sign-in", accounts_sign_in.again),
    path("settings/mail/<int:account_id>/disconnect", accounts.disconnect),
]
