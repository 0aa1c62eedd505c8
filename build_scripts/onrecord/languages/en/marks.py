"""Quotation marks, and what stands before and after them."""

OPENING = frozenset({"“", "„", "«", "``"})
"""Marks that only open; " and '' open or close."""
CLOSING = frozenset({"”", "»"})
SINGLE_OPENING = frozenset({"‘", "'", "`"})
SINGLE_CLOSING = frozenset({"’", "'"})
"""Also apostrophes."""
BEFORE_OPENING = frozenset(" \t\n\r\u00a0\u2009([{—–-―/:")
"""Characters after which a mark that looks alike on both sides opens."""
AFTER_CLOSING = frozenset(" \t\n\r\u00a0\u2009)]}—–-―/,.;:?!…")
"""Characters before which a mark that looks alike on both sides closes."""
ELISIONS = frozenset({"em", "tis", "twas", "til", "till", "cause", "n", "bout", "round"})
"""Words that begin with an apostrophe."""
ALL_MARKS = "“”„«»‘’\"'` \u00a0"
DASHES = ("-", "--", "–", "—", "―")
QUOTATION_STARTS = frozenset("“\"«‘'„")
"""Characters with which a quotation may begin."""
