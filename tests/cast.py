"""The same people everywhere. All of them, and every mail they write, are made up."""

from datetime import UTC, datetime

from highroad.events.event import Part, Person
from highroad.mail.message import Address

EMPLOYER = "Haldenfrey"
ROLE = "Data Analyst"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday morning

ANA = Address("Ana Duarte", "ana@duarte.example")  # applies
SAM = Address("Sam Reyes", "sam.reyes@haldenfrey.example")  # the recruiter
NOOR = Address("Noor Haddad", "noor.haddad@haldenfrey.example")  # interviews
ELI = Address("Eli Brandt", "eli.brandt@haldenfrey.example")  # interviews
BO = Address("Bo Lindgren", "bo@lindgren.example")  # another user, who must see nothing

SAM_RECRUITER = Person(SAM.name, SAM.email, Part.RECRUITER)
NOOR_INTERVIEWER = Person(NOOR.name, NOOR.email, Part.INTERVIEWER)
ELI_INTERVIEWER = Person(ELI.name, ELI.email, Part.INTERVIEWER)
