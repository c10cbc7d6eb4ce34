"""How well mail is read, measured on labelled mail that nothing was fitted on."""
