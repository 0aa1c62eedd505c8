"""English words around dated events: what makes a clause a plan, what may be cut from it. Data, no code."""

FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "’ll", "wo", "ll", "would"})
"""Auxiliaries of a coming time ("wo" is how "won't" is cut)."""
POSSIBLE = frozenset({"could", "may", "might", "can", "should"})
"""Auxiliaries that beside the day of publication or a later one make it no more than possible."""
PLANNED = frozenset({"plan", "expect", "schedule", "set", "slate"})
"""Verbs that by themselves put what they tell of into the future."""
PLANNING = frozenset(
    {
        "plan",
        "expect",
        "schedule",
        "due",
        "hope",
        "intend",
        "agree",
        "decide",
        "set",
        "prepare",
        "aim",
        "vow",
        "promise",
        "slate",
        "likely",
        "ready",
        "propose",
        "seek",
        "want",
        "urge",
        "order",
        "ask",
        "call",
        "demand",
    }
)
"""Verbs and adjectives after which "to" with a verb is a plan."""
PLAIN_PAST = (
    "was",
    "were",
    "had",
    "did",
    "said",
    "told",
    "began",
    "took",
    "met",
    "won",
    "became",
    "went",
    "came",
    "fell",
    "rose",
    "broke",
    "left",
)
"""Forms that tell of the past and are no participles."""
GOING = frozenset(
    {"go", "head", "travel", "come", "leave", "arrive", "visit", "fly", "meet", "hold", "return"}
)
"""Verbs whose present progressive beside a date is a plan: "is heading to Moscow this week"."""
SAYING = frozenset(
    {
        "say",
        "tell",
        "add",
        "ask",
        "note",
        "write",
        "reply",
        "explain",
        "state",
        "comment",
        "remark",
        "stress",
        "quote",
        "report",
        "cite",
        "insist",
        "argue",
        "claim",
        "continue",
        "conclude",
        "agree",
        "recall",
        "observe",
    }
)
"""Verbs whose clause without the words said tells nothing that happened."""
PREPOSITIONS = (
    "on",
    "in",
    "by",
    "since",
    "until",
    "till",
    "from",
    "during",
    "at",
    "before",
    "after",
    "over",
    "through",
    "throughout",
    "for",
    "of",
    "as early as",
    "as soon as",
    "as of",
    "starting",
    "beginning",
    "between",
    "within",
    "effective",
    "dated",
    "around",
    "about",
    "to",
)
"""Words in front of a date that are shown with it."""
PERIOD_PREPOSITIONS = frozenset(
    {
        "in",
        "since",
        "by",
        "until",
        "during",
        "from",
        "before",
        "after",
        "on",
        "over",
        "throughout",
        "at",
        "through",
    }
)
"""A week, a month or a year after one of these, beside a verb, dates what the verb tells."""
OPENERS = frozenset(
    {
        "that",
        "and",
        "but",
        "or",
        "while",
        "as",
        "when",
        "because",
        "if",
        "whether",
        "although",
        "though",
        "so",
        "then",
        "meanwhile",
        "however",
        "before",
        "after",
        "since",
        "until",
        "where",
        "yet",
    }
)
"""Words that tie a clause to another; cut where they open it."""
