"""What cannot be read as mail. The sentence of each is the one shown to the user."""


class Refusal(Exception):
    """This could not be opened."""

    def __str__(self) -> str:
        return str(self.__doc__)


class NotThere(Refusal):
    """There is no such file or folder."""


class NotAllowed(Refusal):
    """This computer does not let us read that file. Please check its permissions."""


class EmptyFile(Refusal):
    """This file is empty."""


class NotMail(Refusal):
    """This is not a mail file. We read .eml, mbox, Maildir, a folder of these, and a ZIP from Google Takeout."""


class NoMailInFolder(Refusal):
    """There is no mail in this folder."""


class NoMailInZip(Refusal):
    """This is a ZIP, but there is no mail in it."""


class UnsafeZip(Refusal):
    """This ZIP is built in a way that could harm your computer, so we left it closed."""


class LockedZip(Refusal):
    """This ZIP needs a password. Please unpack it first, then choose the folder."""


class DamagedZip(Refusal):
    """This ZIP is damaged. What we could read of it is here; downloading it again may help."""


class PackedFile(Refusal):
    """This file is packed. Please unpack it first, then choose the folder."""


class OutlookFile(Refusal):
    """This is an Outlook file we cannot open. Please save the mail as .eml, or copy its text."""
