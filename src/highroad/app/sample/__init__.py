"""Ana's sample record: made-up mail, brought in through the same road as anyone's."""
