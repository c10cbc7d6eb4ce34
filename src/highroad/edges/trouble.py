"""What cannot be read as mail. The sentence of each is the one shown to the user."""


class SourceTrouble(Exception):
    """This could not be opened."""

    def __str__(self) -> str:
        return str(self.__doc__)


class NotThere(SourceTrouble):
    """There is no such file or folder."""


class NotAllowed(SourceTrouble):
    """This computer does not let us read that file. Please check its permissions."""


class EmptyFile(SourceTrouble):
    """This file is empty."""


class NotMail(SourceTrouble):
    """This is not a mail file. We read .eml, mbox, Maildir, a folder of these, and a ZIP from Google Takeout."""


class NoMailInFolder(SourceTrouble):
    """There is no mail in this folder."""


class NoMailInZip(SourceTrouble):
    """This is a ZIP, but there is no mail in it."""


class UnsafeZip(SourceTrouble):
    """This ZIP is built in a way that could harm your computer, so we left it closed."""


class LockedZip(SourceTrouble):
    """This ZIP needs a password. Please unpack it first, then choose the folder."""


class DamagedZip(SourceTrouble):
    """This ZIP is damaged. What we could read of it is here; downloading it again may help."""


class PackedFile(SourceTrouble):
    """This file is packed. Please unpack it first, then choose the folder."""


class OutlookFile(SourceTrouble):
    """This is an Outlook file we cannot open. Please save the mail as .eml, or copy its text."""
