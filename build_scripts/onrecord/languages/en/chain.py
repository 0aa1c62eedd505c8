"""The reporting chain in English: to whom something is said, and who passes on what others said. Data, no code."""

RELAYING = frozenset({"report", "quote", "cite"})
"""Verbs whose subject passes on what somebody else said, whoever it is."""
QUOTING = frozenset({"quote", "cite", "report", "describe", "record"})
"""Verbs of “X quoted Y as saying”."""
CARRYING = frozenset({"quote", "cite", "report", "carry", "publish", "broadcast", "air", "release", "relay"})
"""Participles before “by X”: X passed it on."""
SAYING = frozenset({"say", "tell", "call", "warn", "add", "ask", "promise", "claim", "insist"})
"""What follows “as” in “quoted as saying”."""
SPOKEN_TO = frozenset({"speak", "talk"})
"""“Speaking to X, she said”: X hears it."""
OCCASIONS = frozenset({"in", "during", "at", "on", "through", "by", "via", "from", "after", "over"})
"""Prepositions between a cue and the interview or letter it was said in."""
SENT = frozenset(
    {"statement", "letter", "email", "e-mail", "message", "memo", "note", "text", "tweet", "remark", "comment",
     "speech", "address", "testimony", "response", "reply", "report", "briefing", "presentation", "appeal",
     "submission", "fax", "cable", "telegram", "memorandum", "warning", "answer", "greeting"}
)  # fmt: skip
"""What is sent or said to somebody."""
NAMED_OCCASIONS = frozenset({"interview", "statement", "tweet"})
"""What “in a …” at the end of a told clause belongs to the telling for."""

OUTLET_NOUNS = frozenset(
    {"newspaper", "paper", "agency", "network", "magazine", "outlet", "website", "broadcaster", "tabloid", "daily",
     "weekly", "media", "newswire", "wire", "station", "channel", "publication", "article", "blog", "story",
     "transcript", "reporter", "journalist", "correspondent", "report", "podcast", "programme", "bulletin",
     "television", "radio", "tv", "broadcast", "press"}
)  # fmt: skip
"""Common nouns for who passes things on."""
OUTLET_ENDS = frozenset(
    {"times", "post", "news", "gazette", "herald", "tribune", "journal", "radio", "tv", "television", "agency",
     "press", "star", "globe", "chronicle", "mail", "telegraph", "observer", "courier", "standard", "examiner",
     "echo", "bulletin", "wire", "broadcasting", "magazine", "weekly", "daily", "today", "network", "review",
     "inquirer", "monitor", "dispatch", "register", "argus", "newswire", "independent", "mirror", "express", "fm"}
)  # fmt: skip
"""Last words of outlets' names, in lower case."""
