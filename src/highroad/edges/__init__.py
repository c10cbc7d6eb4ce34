"""The outside: mbox, Maildir, Takeout and mail files, read into values."""
