"""Connecting a mail account: plain words, nothing ticked for the user, nothing read or kept before a yes."""

from collections.abc import Iterator

import pytest

from highroad.app.actions.sync_turns import due
from highroad.app.models import AccountRow, ConsentRow, FolderRow
from highroad.app.queries.outbox import can_send
from highroad.edges import secrets
from tests.app.noes import text_of
from tests.cast import ANA, NOW
from tests.edges.mail_server import Told, mail_server
from tests.servers.dovecot import SECRET, Dovecot, running

pytestmark = pytest.mark.django_db

PAGE = "/settings/mail"


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Dovecot]:
    """One server for all of them."""
    with running() as server:
        yield server


@pytest.fixture
def account(ana):
    """An account with two folders, one of them read."""
    row = AccountRow.objects.create(owner=ana, email=ANA.email, imap_host="127.0.0.1", checked_at=NOW, created_at=NOW)
    FolderRow.objects.create(owner=ana, account=row, name="INBOX", chosen=True, messages=40, about_applications=3)
    FolderRow.objects.create(owner=ana, account=row, name="Sent", special_use="Sent")
    return row


def servers(port: int, **told: str) -> dict[str, str]:
    """The second step of the wizard, filled in."""
    smtp = {"smtp_host": "127.0.0.1", "smtp_port": "2525", "smtp_security": "none"}
    imap = {"imap_host": "127.0.0.1", "imap_port": str(port), "imap_security": "none"}
    return {"do": "try", "email": ANA.email, "secret": SECRET, "name": "Ana Duarte"} | imap | smtp | told


def test_without_an_account_the_page_says_what_connecting_means(client):
    page = text_of(client.get(PAGE))

    assert "Nothing is sent without your own yes to that one text." in page
    assert f'href="{PAGE}/new"' in page


def test_gmail_is_told_step_by_step_in_plain_words(client):
    page = text_of(client.post(f"{PAGE}/new", {"email": "ana.duarte@gmail.com", "do": "look"}))

    assert "Gmail wants an app password" in page
    assert "https://myaccount.google.com/apppasswords" in page
    assert "Call it High Road." in page
    assert 'value="imap.gmail.com"' in page
    assert not ConsentRow.objects.exists()


def test_an_unknown_provider_is_guessed_and_says_so(client):
    page = text_of(client.post(f"{PAGE}/new", {"email": ANA.email, "do": "look"}))

    assert "We guessed these settings from your address." in page
    assert 'value="imap.duarte.example"' in page


def test_a_provider_that_takes_no_password_leads_to_its_sign_in_or_to_files(client):
    page = text_of(client.post(f"{PAGE}/new", {"email": "ana@outlook.com", "do": "look"}))

    assert "Microsoft wants a sign-in" in page
    assert "Sign in at Microsoft" in page
    assert "Bring in saved mail" in page


@pytest.mark.parametrize("email", ["", "ana", " "])
def test_no_address_is_asked_for_again(client, email):
    answer = client.post(f"{PAGE}/new", {"email": email, "do": "look"})

    assert answer.status_code == 422
    assert "Please give your whole mail address" in text_of(answer)


def test_where_the_password_will_lie_is_said_before_it_is_typed(client):
    page = text_of(client.post(f"{PAGE}/new", {"email": ANA.email, "do": "look"}))

    assert ("this computer's own keyring" in page.replace("’", "'")) != ("in a file only your user account" in page)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"secret": "wrong"}, "The server did not take this name and password."),
        ({"imap_port": "1"}, "This server takes no mail connections at this port."),
        (
            {"imap_host": "mail.example", "imap_security": "none"},
            "Without encryption we connect to this computer only.",
        ),
        ({"secret": ""}, "Your address, the server's name and the password are needed."),
        ({"imap_port": "many"}, "Your address, the server's name and the password are needed."),
    ],
)
def test_what_failed_is_said_in_plain_words_and_what_was_typed_stays(client, dovecot, told, sentence):
    answer = client.post(f"{PAGE}/new", servers(dovecot.port, **told))

    page = text_of(answer)
    assert answer.status_code == 422
    assert sentence in page
    assert ANA.email in page and SECRET not in page
    assert not AccountRow.objects.exists()


def test_a_connection_that_works_is_kept_and_nothing_is_read_or_ticked(client, dovecot):
    answer = client.post(f"{PAGE}/new", servers(dovecot.port))

    account = AccountRow.objects.get()
    page = text_of(client.get(answer["Location"]))
    assert "It works. What may we read?" in page
    assert "We suggest these" in page and "INBOX" in page and "Sent: what you wrote yourself" in page
    assert " checked" not in page
    assert not FolderRow.objects.filter(chosen=True).exists()
    assert not account.checks
    assert due(now=NOW) == []


def test_sending_is_tried_without_a_mail_and_what_fails_keeps_nobody_from_reading(client, dovecot):
    answer = client.post(f"{PAGE}/new", servers(dovecot.port, smtp_port="1"))
    page = text_of(client.get(answer["Location"]))
    account = AccountRow.objects.get()
    before = can_send(account.owner)
    told = Told()

    with mail_server(told) as port:
        sending = {"smtp_host": "127.0.0.1", "smtp_port": str(port), "smtp_security": "none"}
        mended = text_of(client.post(f"{answer['Location']}/sending", sending, follow=True))

    assert "It works. What may we read?" in page
    assert "Sending does not work yet. This server takes no mail connections at this port." in page
    assert "Sending works. Nothing was sent." in mended
    assert (before, can_send(account.owner)) == (False, True)
    assert told.taken == [] and "mail" not in told.reached
    assert ("connect", "127.0.0.1") in ConsentRow.objects.values_list("gate", "about")


def test_an_account_without_a_server_for_sending_is_only_read(client, dovecot):
    answer = client.post(f"{PAGE}/new", servers(dovecot.port, smtp_host=""))

    assert "This account is only read." in text_of(client.get(answer["Location"]))
    assert AccountRow.objects.get().smtp_trouble == ""
    assert client.post(f"{answer['Location']}/sending", {"smtp_port": "many"}).status_code == 422


def test_read_these_reads_them_once_and_by_itself_only_when_told(client, dovecot):
    client.post(f"{PAGE}/new", servers(dovecot.port))
    account = AccountRow.objects.get()

    client.post(f"{PAGE}/{account.pk}/folders", {"folder": ["INBOX", "Sent"]})

    account.refresh_from_db()
    assert due(now=NOW) == [account]
    assert set(FolderRow.objects.filter(chosen=True).values_list("name", flat=True)) == {"INBOX", "Sent"}
    assert not account.checks


def test_the_password_is_shown_on_no_page_and_forgotten_with_the_account(client, dovecot, settings):
    answer = client.post(f"{PAGE}/new", servers(dovecot.port))
    name = f"mail-{AccountRow.objects.get().pk}"
    kept = secrets.recall(settings.DATA_FOLDER, name)
    shown = [text_of(client.get(page)) for page in (PAGE, answer["Location"])]

    client.post(f"{answer['Location']}/disconnect")

    assert kept == SECRET and not [page for page in shown if SECRET in page]
    assert secrets.recall(settings.DATA_FOLDER, name) is None
    assert not AccountRow.objects.exists()


def test_the_list_says_when_each_was_last_looked_at(client, account):
    page = text_of(client.get(PAGE))

    assert "Last looked today," in page
    assert "3 of 40 mails are about applications." in page


def test_trouble_is_said_where_the_account_is(client, account):
    AccountRow.objects.update(trouble="The server did not take this name and password.")

    assert "The server did not take this name and password." in text_of(client.get(f"{PAGE}/{account.pk}"))


def test_checking_by_itself_is_switched_on_and_off_by_the_user_alone(client, account):
    client.post(f"{PAGE}/{account.pk}/checks", {"checks": "on"})
    on = AccountRow.objects.get().checks
    client.post(f"{PAGE}/{account.pk}/checks", {"checks": "off"})

    assert (on, AccountRow.objects.get().checks) == (True, False)


def test_looking_for_new_mail_is_asked_for_and_done_by_the_clock(client, account):
    before = due(now=NOW)

    client.post(f"{PAGE}/{account.pk}/read")

    assert (before, due(now=NOW)) == ([], [account])
    assert "Being read, while High Road runs." in text_of(client.get(f"{PAGE}/{account.pk}"))


def test_a_new_password_takes_the_place_of_the_old_one(client, account, settings):
    client.post(f"{PAGE}/{account.pk}/password", {"secret": "a new made-up one "})

    assert secrets.recall(settings.DATA_FOLDER, f"mail-{account.pk}") == "a new made-up one "
    assert client.post(f"{PAGE}/{account.pk}/password", {"secret": ""}).status_code == 422


def test_the_sample_connects_to_nothing(client, settings, dovecot):
    settings.DEMO = True

    answer = client.post(f"{PAGE}/new", servers(dovecot.port))

    assert "The sample data connects to nothing." in text_of(answer)
    assert "It connects to nothing." in text_of(client.get(PAGE))
    assert not AccountRow.objects.exists()


def test_bo_sees_nothing_of_it(client, bo):
    row = AccountRow.objects.create(owner=bo, email="bo@lindgren.example", created_at=NOW)

    assert client.get(f"{PAGE}/{row.pk}").status_code == 404
    assert "bo@lindgren.example" not in text_of(client.get(PAGE))
