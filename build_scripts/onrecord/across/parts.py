"""What stands for the parts of a briefing: while it is the same, so is every page made of that part."""

from onrecord.across.events_people import NAMED
from onrecord.across.memory import Memory, digest, prints
from onrecord.across.people_plain import PEOPLE, voices
from onrecord.briefing import Briefing


def parts(briefing: Briefing, memory: Memory) -> dict[str, str]:
    """Of the timeline and of the comparison, whatever these hold: both name people, without roles or days of sayings.

    `sources`: of what is known of the sources alone; `events`: of the timeline without the people.
    `person SLUG`: of what is known of a person and which statements are theirs, but not of the statements' words.
    """
    read = [prints(entry, memory) for entry in briefing.entries]
    called = repr([(one.name, one.slug) for one in briefing.people])
    told = [text for one in read for text in (one.text, one.events)]
    said = [text for one in read for text in (one.words, one.speakers)]
    found = {
        "sources": digest(one.text for one in read),
        "events": digest(told),
        "timeline": digest((called, repr(memory.made(NAMED)), *told)),
        "compare": digest((called, voices(briefing.people, briefing.entries, memory), *told, *said)),
    }
    return found | {f"person {row[1]}": digest([repr(row)]) for row in memory.made(PEOPLE) or ()}


def annotations(briefing: Briefing, memory: Memory) -> dict[int, str]:
    """By identity of each statement and event, what stands for it and for all that is read off its source."""
    found: dict[int, str] = {}
    for entry in briefing.entries:
        read = prints(entry, memory)
        annotated = (*entry.annotations.statements, *entry.annotations.events)
        each = (*read.each_said, *read.each_told)
        found.update((id(one), read.text[:32] + mine) for one, mine in zip(annotated, each, strict=True))
    return found
