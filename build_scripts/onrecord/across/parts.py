"""What stands for the parts of a briefing: while it is the same, so is every page made of that part."""

from onrecord.across.memory import Memory, digest, prints
from onrecord.across.people_plain import voices
from onrecord.briefing import Briefing


def parts(briefing: Briefing, memory: Memory) -> dict[str, str]:
    """Of the timeline, and of the comparison: whatever these hold is worked out of what is listed here.

    Both name people and link to them; nobody's role stands on either.
    """
    read = [prints(entry, memory) for entry in briefing.entries]
    people = [*voices(briefing.people), repr([one.slug for one in briefing.people])]
    told = [text for one in read for text in (one.text, one.events)]
    said = [text for one in read for text in (one.words, one.speakers)]
    return {"timeline": digest((*people, *told)), "compare": digest((*people, *told, *said))}
