"""What stands for the parts of a briefing: while it is the same, so is every page made of that part."""

from onrecord.across.memory import Memory, digest, prints
from onrecord.across.people_plain import PEOPLE, voices
from onrecord.briefing import Briefing


def parts(briefing: Briefing, memory: Memory) -> dict[str, str]:
    """Of the timeline and of the comparison, whatever these hold: both name people, without roles or days of sayings.

    `sources`: of what is known of the sources alone.
    `person SLUG`: of what is known of a person and which statements are theirs, but not of the statements' words.
    """
    read = [prints(entry, memory) for entry in briefing.entries]
    people = [voices(briefing.people, briefing.entries, memory), repr([one.slug for one in briefing.people])]
    told = [text for one in read for text in (one.text, one.events)]
    said = [text for one in read for text in (one.words, one.speakers)]
    found = {
        "sources": digest(one.text for one in read),
        "timeline": digest((*people, *told)),
        "compare": digest((*people, *told, *said)),
    }
    return found | {f"person {row[1]}": digest([repr(row)]) for row in memory.made(PEOPLE) or ()}
