"""Five made-up mailboxes of people who look for work, and what is true of every mail in them."""
