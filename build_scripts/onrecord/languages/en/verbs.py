"""Words around cues: which prepositions continue the content, which verbs raise their subject."""

WITH_OBJECT = frozenset({"for", "as", "of", "with", "to", "about", "over", "against", "from", "into"})
"""Prepositional phrases that belong to the content beside an object: "accused X of Y", "praised X for Y"."""
LIGHT_PREPOSITIONS = frozenset(
    {
        "of",
        "about",
        "for",
        "on",
        "over",
        "to",
        "against",
        "with",
        "in",
        "toward",
        "towards",
        "at",
        "from",
        "as",
        "that",
        "between",
        "regarding",
    }
)
RAISING = frozenset({"seem", "appear", "tend", "happen"})
"""Verbs whose subject belongs to what is attributed: "X seemed to …"."""

WEIGHTS = {
    "family": 1.25, "cue": 0.5, "lemma": 0.25, "act": 0.5, "speaker": 0.5, "noun": 0.25, "place": 0.5,
    "above": 0.25, "size": 0.75, "quoted": 0.5, "quotes": 0.25, "content": 0.5,
}  # fmt: skip
"""How far each kind of observation moves a verdict, set by hand in quarters; below 1 because observations overlap.

With all at 0.5 the F1 of all attributions on dev is two points lower.
"""

NAMING = frozenset(
    {
        "called",
        "titled",
        "entitled",
        "named",
        "dubbed",
        "nicknamed",
        "known",
        "headlined",
        "labeled",
        "labelled",
        "show",
        "film",
        "movie",
        "book",
        "song",
        "album",
        "series",
        "novel",
        "play",
        "documentary",
        "program",
        "programme",
        "of",
        "on",
        "in",
        "the",
        "a",
        "an",
        "s",
    }
)
"""Words before a quotation that is a name or a title, not speech."""

UNHELD = frozenset(
    {"face", "beg", "raise", "draw", "spark", "prompt", "dodge", "fuel", "get", "receive", "rest", "base"}
)
"""Verbs whose subject does not hold the question, doubt or claim that is their object."""

_NO_SPEAKERS = """
    breaking bombshell wow boom watch look listen live update updated updates video photo photos pictures
    exclusive opinion analysis commentary editorial review preview recap email newsletter briefing podcast
    nerdcast playbook morning note editor's-note correction clarification transcript read more related
    follow contributing contact source sources credit location date time when where who what why how here
    example example-of problem question result reason bottom-line takeaway part chapter step day week
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december vs versus score results tags topics category subject re fwd
    warning shock shocking huge wait flashback just new alert developing election campaign vote politics
    report-card first second third also plus today tonight yesterday
"""
NO_SPEAKERS = frozenset(_NO_SPEAKERS.split())
"""Words before a colon that name no speaker."""

CLOSING_CUES = frozenset(
    {"say", "tell", "add", "explain", "note", "report", "write", "argue", "warn", "announce"}
)
"""Verbs that close a sentence told in a speaker's words: “…, she added.”"""
