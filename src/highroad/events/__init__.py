"""What a mail proves: from a Message to the events it stands for, each with its sentence."""
