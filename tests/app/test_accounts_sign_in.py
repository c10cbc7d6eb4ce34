"""Signing in at a provider: real HTTP, a real Dovecot that takes its keys; nothing goes out before the user's yes."""

import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from highroad.app.actions import accounts, accounts_sign_in
from highroad.app.actions.accounts_key import key_of
from highroad.app.actions.sync import sync
from highroad.app.actions.sync_turns import due
from highroad.app.models import AccountRow, ConsentRow, MessageRow, OwnerRow
from highroad.app.queries.accounts import AccountSettings, SignIn, secret_name
from highroad.edges import oauth, secrets
from highroad.edges.imap_trouble import Disconnected, Garbled, NotSignedIn, SignInEnded
from highroad.edges.oauth import Client
from tests.app import mailboxes
from tests.app.noes import text_of
from tests.cast import ANA, NOW
from tests.servers import dovecot as dovecots
from tests.servers import sign_in
from tests.servers.dovecot import Dovecot
from tests.servers.scripted_imap import Scripted
from tests.servers.scripted_imap import running as scripted
from tests.servers.sign_in import CLIENT, Provider

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[Provider, Dovecot]]:
    """A provider, and a mail server that believes it."""
    with sign_in.running() as provider, dovecots.running(asks=provider.tells_whose) as dovecot:
        dovecot.deliver([mailboxes.CONFIRMATION])
        yield provider, dovecot


@pytest.fixture
def provider(servers: tuple[Provider, Dovecot], monkeypatch: pytest.MonkeyPatch) -> Provider:
    """As nobody has used it; the library takes http only where it is told that this is a test."""
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    found = servers[0]
    found.lasts, found.says_no, found.renews, found.broken, found.odd = 3600, False, True, False, None
    found.asked.clear()
    return found


@pytest.fixture
def told(servers: tuple[Provider, Dovecot]) -> AccountSettings:
    """Ana's mailbox on the real server."""
    return AccountSettings(ANA.email, "127.0.0.1", imap_port=servers[1].port, imap_security="none")


@pytest.fixture(autouse=True)
def doors_closed(ana: OwnerRow, bo: OwnerRow) -> Iterator[None]:
    """No test leaves a door open."""
    yield
    for owner in (ana, bo):
        accounts_sign_in.stop_sign_in(owner)


def begin(
    owner: OwnerRow, told: AccountSettings, provider: Provider, *, client: Client = CLIENT
) -> accounts_sign_in.Waiting:
    way = SignIn("the provider", provider.place, "https://provider.example", ())
    return accounts_sign_in.begin_sign_in(owner, told, way, client, now=NOW, leads_back="http://127.0.0.1:8000/x")


def browser(page: str) -> str:
    """Open the provider's page, say yes there, and follow it back."""
    with urllib.request.urlopen(page, timeout=5) as answer:
        return answer.read().decode()


def signed_in(owner: OwnerRow, told: AccountSettings, provider: Provider) -> AccountRow:
    browser(begin(owner, told, provider).begun.page)
    return accounts_sign_in.finish_sign_in(owner, now=NOW)


def check(account: AccountRow) -> AccountRow:
    for _ in sync(account.owner, account.pk, clock=lambda: NOW):
        pass
    account.refresh_from_db()
    return account


def test_an_account_is_connected_and_read_without_any_password(ana, told, provider):
    account = signed_in(ana, told, provider)
    accounts.choose_folders(ana, account.pk, ["INBOX"])

    check(account)

    assert (account.login, account.trouble) == ("oauth", "")
    assert MessageRow.objects.filter(owner=ana).count() == 1


def test_nothing_goes_out_before_the_user_opens_the_page_and_both_yeses_are_written_down(ana, told, provider):
    waiting = begin(ana, told, provider)
    before, asked = list(ConsentRow.objects.values_list("gate", "about")), list(provider.asked)

    browser(waiting.begun.page)
    accounts_sign_in.finish_sign_in(ana, now=NOW)

    assert (before, asked) == ([("connect", "127.0.0.1")], [])
    assert ("read_source", "127.0.0.1") in ConsentRow.objects.values_list("gate", "about")
    assert provider.asked[:2] == ["/authorize", "/token"]


def test_the_window_that_comes_back_leads_home_and_holds_no_code(ana, told, provider):
    page = browser(begin(ana, told, provider).begun.page)

    assert "You can go back to High Road" in page
    assert 'href="http://127.0.0.1:8000/x"' in page
    assert "code-" not in page


def test_a_key_that_ran_out_is_renewed_and_kept(ana, told, provider, settings):
    provider.lasts = 1
    account = signed_in(ana, told, provider)
    before = oauth.keys_from(secrets.recall(settings.DATA_FOLDER, secret_name(account)))
    provider.lasts = 3600

    keys = [key_of(account), key_of(account)]

    after = oauth.keys_from(secrets.recall(settings.DATA_FOLDER, secret_name(account)))
    assert keys == [after.access] * 2 != [before.access] * 2
    assert after.renew == before.renew
    assert provider.asked.count("/token") == 2


def test_a_key_the_mail_server_refuses_is_renewed_at_the_next_check(ana, told, provider):
    account = signed_in(ana, told, provider)
    accounts.choose_folders(ana, account.pk, ["INBOX"])
    provider.keys.clear()

    troubles = [check(account).trouble, check(account).trouble]

    assert troubles == [str(SignInEnded()), ""]


def test_a_sign_in_that_was_taken_back_is_tried_twice_and_signed_in_again(ana, told, provider, monkeypatch):
    account = signed_in(ana, told, provider)
    accounts.choose_folders(ana, account.pk, ["INBOX"])
    accounts.check_by_itself(ana, account.pk, on=True, now=NOW)
    provider.keys.clear()
    provider.renews = False
    check(account)
    assert check(account).trouble == str(SignInEnded())
    assert account not in due(now=NOW.replace(year=2030))

    again = signed_in(ana, told, provider)

    assert again.pk == account.pk
    assert due(now=NOW) == [again]
    assert check(again).trouble == ""


def test_a_provider_in_trouble_is_not_a_sign_in_that_ended(ana, told, provider):
    provider.lasts = 1
    account = signed_in(ana, told, provider)
    provider.broken = True

    assert check(account).trouble == str(Disconnected())
    assert account.refused == 0


@pytest.mark.parametrize("odd", [{}, [], "words", {"access_token": "key", "expires_in": "soon"}])
def test_an_answer_that_is_neither_keys_nor_a_no_is_said_and_does_not_end_a_sign_in(ana, told, provider, odd):
    provider.lasts = 1
    account = signed_in(ana, told, provider)
    browser(begin(ana, told, provider).begun.page)
    provider.odd = odd

    with pytest.raises(Garbled):
        accounts_sign_in.finish_sign_in(ana, now=NOW)

    assert check(account).trouble == str(Garbled())
    assert account.refused == 0


def test_no_key_stands_where_a_sign_in_is_printed():
    keys = oauth.Keys("opens it", "renews it", 1.0, "https://provider.example/token", Client("id", "a word"))
    begun = oauth.Begun("https://provider.example", "state", "the proof", "http://127.0.0.1:1")

    shown = f"{keys!r} {begun!r}"

    assert not any(secret in shown for secret in ("opens it", "renews it", "a word", "the proof"))


def test_a_no_at_the_provider_keeps_nothing(ana, told, provider, settings):
    provider.says_no = True
    browser(begin(ana, told, provider).begun.page)

    with pytest.raises(NotSignedIn):
        accounts_sign_in.finish_sign_in(ana, now=NOW)

    assert not AccountRow.objects.exists()
    assert provider.asked == ["/authorize"]


def test_a_client_secret_that_is_wrong_is_said(ana, told, provider):
    browser(begin(ana, told, provider, client=Client(CLIENT.id, "mistyped")).begun.page)

    with pytest.raises(NotSignedIn):
        accounts_sign_in.finish_sign_in(ana, now=NOW)


@pytest.mark.parametrize("query", ["", "?code=stolen", "?code=stolen&state=guessed", "?state=" + "x" * 9000])
def test_a_stranger_at_the_door_brings_nothing(ana, told, provider, query):
    waiting = begin(ana, told, provider)

    with pytest.raises(urllib.error.HTTPError):
        browser(f"http://127.0.0.1:{waiting.door.port}/{query}")

    assert not waiting.is_back
    with pytest.raises(accounts_sign_in.NotBack):
        accounts_sign_in.finish_sign_in(ana, now=NOW)


def test_the_door_is_closed_after_it_was_used_or_stopped(ana, told, provider):
    used = begin(ana, told, provider)
    browser(used.begun.page)
    accounts_sign_in.finish_sign_in(ana, now=NOW)
    stopped = begin(ana, told, provider)
    accounts_sign_in.stop_sign_in(ana)

    for waiting in (used, stopped):
        with pytest.raises(urllib.error.URLError, match="refused"):
            browser(f"http://127.0.0.1:{waiting.door.port}/?state={waiting.begun.state}")
    with pytest.raises(accounts_sign_in.NothingBegun):
        accounts_sign_in.finish_sign_in(ana, now=NOW)


def test_without_encryption_no_provider_is_asked(ana, told, provider, monkeypatch):
    monkeypatch.delenv("OAUTHLIB_INSECURE_TRANSPORT")

    with pytest.raises(NotSignedIn):
        begin(ana, told, provider)


def test_bo_cannot_finish_what_ana_began(ana, bo, told, provider):
    browser(begin(ana, told, provider).begun.page)

    with pytest.raises(accounts_sign_in.NothingBegun):
        accounts_sign_in.finish_sign_in(bo, now=NOW)


@pytest.mark.parametrize("says", [b"IMAP4rev1 AUTH=XOAUTH2", b"IMAP4rev1 SASL-IR AUTH=XOAUTH2"])
@pytest.mark.parametrize(("key", "trouble"), [("the right one", ""), ("another", str(SignInEnded()))])
def test_servers_with_and_without_a_quick_way_take_the_key_or_explain(ana, says, key, trouble):
    with scripted(Scripted([mailboxes.NO], says=says, key=b"the right one")) as script:
        told = AccountSettings(
            ANA.email, "127.0.0.1", imap_port=script.port, imap_security="none", user_name="ana", login="oauth"
        )

        tried = accounts.try_out(ana, told, key, now=NOW)

    assert tried.trouble == trouble
    assert bool(tried.folders) is not bool(trouble)


def test_gmail_is_offered_a_sign_in_beside_the_app_password(client):
    page = text_of(client.post("/settings/mail/new", {"email": "ana.duarte@gmail.com", "do": "look"}))

    assert "Gmail wants an app password" in page
    assert "Sign in at Google instead" in page


@pytest.mark.parametrize(
    ("email", "way_out"), [("a@gmail.com", "The app password above works without it."), ("a@outlook.com", "/import")]
)
def test_without_the_extra_the_page_says_so_and_offers_another_way(client, monkeypatch, email, way_out):
    monkeypatch.setattr(oauth, "IS_INSTALLED", False)

    page = text_of(client.post("/settings/mail/new", {"email": email, "do": "look"}))

    assert "Signing in needs one more package here" in page
    assert way_out in page
    assert "/settings/mail/sign-in" not in page


def test_the_pages_lead_from_the_client_id_to_the_providers_own_page(client):
    ask = {"email": "ana@outlook.com", "name": "Ana Duarte"}
    form = text_of(client.post("/settings/mail/sign-in", ask | {"do": "ask"}))
    refused = client.post("/settings/mail/sign-in", ask | {"do": "begin", "client_id": ""})

    answer = client.post("/settings/mail/sign-in", ask | {"do": "begin", "client_id": "0a1b"}, follow=True)

    page = text_of(answer)
    assert "A client id from Microsoft" in form
    assert refused.status_code == 422 and "The client id is needed." in text_of(refused)
    assert 'href="https://login.microsoftonline.com/common/oauth2/v2.0/authorize?' in page
    assert "code_challenge_method=S256" in page and "client_id=0a1b" in page
    assert ConsentRow.objects.get().about == "login.microsoftonline.com"
    assert "The sign-in is not finished yet." in text_of(client.post("/settings/mail/sign-in", {"do": "finish"}))


def test_a_stopped_sign_in_leads_back_to_the_accounts(client):
    client.post("/settings/mail/sign-in", {"email": "a@outlook.com", "do": "begin", "client_id": "0a1b"})

    answer = client.post("/settings/mail/sign-in", {"do": "stop"})

    assert answer["Location"] == "/settings/mail"
    assert client.get("/settings/mail/sign-in")["Location"] == "/settings/mail/new"


def test_an_account_that_signs_in_has_no_password_field(client, ana, told, provider):
    account = signed_in(ana, told, provider)
    accounts.choose_folders(ana, account.pk, ["INBOX"])

    page = text_of(client.get(f"/settings/mail/{account.pk}"))

    assert "Sign in again" in page
    assert 'type="password"' not in page
    assert CLIENT.secret not in page
