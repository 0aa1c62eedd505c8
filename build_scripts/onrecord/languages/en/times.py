"""English words for times: months, weekdays, units, numbers, feasts, and the cues beside them. Data, no code.

Words are lower case; a pattern made of them ignores case, and the reader asks for a capital where English does.
"""

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
    "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
"""Names and abbreviations (these may carry a full stop) → number."""

WORDS_TOO = ("may", "march", "mar", "jun", "jan")
"""Months that are also words or first names: alone they count only after one of `BEFORE_A_MONTH`."""
BEFORE_A_MONTH = (
    "in", "since", "by", "of", "until", "till", "through", "last", "next", "this", "during", "from", "between",
    "early", "late", "mid", "before", "after", "for", "each", "every", "and", "or", "to", "a", "the",
)  # fmt: skip

WEEKDAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
}  # fmt: skip
WEEKDAYS_SHORT = {
    "mon": 1, "tues": 2, "tue": 2, "wed": 3, "thurs": 4, "thur": 4, "thu": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
"""Read only in front of a month and a day."""

UNITS = {
    "second": "S", "minute": "m", "hour": "h", "day": "D", "week": "W", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "E", "century": "C", "seconds": "S", "minutes": "m", "hours": "h", "days": "D",
    "weeks": "W", "months": "M", "quarters": "Q", "years": "Y", "decades": "E", "centuries": "C",
}  # fmt: skip
"""Unit → the sign the code knows it by (`m` and `h` are minutes and hours, `E` decades, `C` centuries)."""

ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
VAGUE_NUMBERS = (
    "several",
    "a few",
    "few",
    "many",
    "some",
    "dozens of",
    "a number of",
    "countless",
    "a handful of",
)
PAIRS = ("a couple of", "a couple", "couple of")
ARTICLES = ("a", "an", "another", "a single", "an entire", "a full", "a whole", "an additional")

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "twenty-first": 21, "twenty-second": 22, "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25,
    "twenty-sixth": 26, "twenty-seventh": 27, "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30,
    "thirty-first": 31, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
HALVES = {"first": 1, "second": 2, "latter": 2, "last": 2, "1st": 1, "2nd": 2}

DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS_OF_DAY = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
NOONS = {"noon": 12, "midday": 12, "midnight": 24}

DAYS_FROM_NOW = {"today": 0, "yesterday": -1, "tomorrow": 1}
NO_DAY_AFTER_TODAY = (
    "world", "youth", "society", "economy", "generation", "standards", "children", "kids", "era", "age", "terms",
    "dollars", "technology", "computers", "personal computers", "young", "culture", "politics", "reality",
)  # fmt: skip
""" "Today's" before one of these means these times, not this day."""
REFERENCES = {
    "now": "PRESENT_REF", "right now": "PRESENT_REF", "just now": "PRESENT_REF", "currently": "PRESENT_REF",
    "current": "PRESENT_REF", "these days": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "at the moment": "PRESENT_REF", "at present": "PRESENT_REF", "recently": "PAST_REF",
    "recent": "PAST_REF",
}  # fmt: skip
"""Words that point at the present, the past or the future without naming a time."""

ERAS = {
    "past": "PAST_REF", "recent past": "PAST_REF", "distant past": "PAST_REF", "future": "FUTURE_REF",
    "near future": "FUTURE_REF", "not too distant future": "FUTURE_REF",
}  # fmt: skip
"""The same after "the"."""

REPEATED = {"hourly": "PT1H", "daily": "P1D", "weekly": "P1W", "monthly": "P1M"}
"""Adverbs and adjectives of repetition → how often."""

FUTURE_BEFORE_A_DAY = (
    "will", "would", "'ll", "’ll", "plans", "plan", "planned", "scheduled", "expected", "expects", "due", "shall",
    "tomorrow", "upcoming", "as early as", "as soon as",
)  # fmt: skip
"""Words shortly before a weekday that make it a coming one; so does "to" with a verb."""
LENGTH_BEFORE = (
    "for", "in", "within", "over", "after", "than", "nearly", "almost", "about", "barely", "only", "just", "least",
    "most", "take", "takes", "took", "lasted", "last", "until", "during", "spend", "spent", "of", "and", "or", "as",
    "to", "not", "quite", "was", "is", "be", "another", "exactly", "him", "entire", "under", "up to", "every",
    "offered",
)  # fmt: skip
"""Words before "a week" that make it a length of time."""
LENGTH_AFTER = ("later", "before", "after", "earlier", "long", "or", "from", "to", "of", "and")
"""Words after "a week" that do."""
RATES_BEFORE = (
    "million",
    "billion",
    "percent",
    "cent",
    "cents",
    "dollar",
    "dollars",
    "time",
    "times",
    "twice",
    "once",
)
"""Words before "a week" that make it a rate: "twice a week"."""
PLURAL_BEFORE = (
    "for", "in", "within", "over", "after", "of", "took", "take", "takes", "the", "by", "just", "only", "than",
    "until", "and", "or", "almost",
)  # fmt: skip
"""Words before a bare plural ("weeks") that make it a length of time."""
NO_PART_BEFORE = (
    "session",
    "news",
    "edition",
    "shift",
    "hour",
    "hours",
    "show",
    "rush",
    "light",
    "air",
    "sky",
)
"""Nouns before which "the morning" only describes."""
NO_FEAST_BEFORE = ("tree", "card", "gift", "present", "eve")
LIMITS_BEFORE_A_DAY = (
    "until",
    "till",
    "by",
    "until early",
    "until late",
    "by early",
    "by late",
    "by the end of",
)
"""Words right before a weekday that make it a coming one; further off "by" names who did it."""
NAMES_BEFORE_A_WEEKDAY = ("super", "black", "cyber", "bloody", "fat", "giving", "casual", "manic")
"""With a weekday these make a name: "Super Tuesday"."""
NAMES_AFTER_A_WEEKDAY = (
    "Times", "Night", "Morning", "Mirror", "Telegraph", "Express", "Herald", "Post", "Mail", "Politics", "Group",
    "Show",
)  # fmt: skip
"""With their capital, after a weekday, these make a name: "Sunday Times"."""
NO_VERBS = (
    "the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those", "him",
    "them", "it", "me", "us", "you", "what", "which", "whom", "one", "two", "three", "date", "from", "more", "less",
    "about", "some", "power", "death", "work", "court", "prison", "jail", "earth", "office", "town", "church",
)  # fmt: skip
"""What may stand after "to" without being a verb."""

AMOUNTS_AFTER_A_YEAR = (
    "people", "men", "women", "children", "percent", "points", "miles", "feet", "yards", "acres", "pounds",
    "dollars", "soldiers", "troops", "workers", "jobs", "employees", "members", "students", "votes", "tons",
    "meters", "metres", "kilometers", "kilometres", "km", "shares", "hours", "days", "block", "degrees", "homes",
    "residents", "refugees", "civilians", "delegates", "units", "cars", "barrels", "others", "or so", "lives",
)  # fmt: skip
"""A four-digit number before one of these is an amount."""
AMOUNTS_BEFORE_A_YEAR = (
    "about", "nearly", "some", "more than", "less than", "fewer than", "over", "at least", "almost", "only",
    "around", "approximately", "roughly", "than", "all", "no", "number", "room", "flight", "route", "highway",
    "page", "model", "up to", "top", "windows", "office", "nasdaq", "average", "index", "another", "these", "those",
)  # fmt: skip
"""A four-digit number after one of these is an amount or a name."""

FIXED_FEASTS = {
    "new year's day": (1, 1), "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25),
    "boxing day": (12, 26), "new year's eve": (12, 31), "valentine's day": (2, 14), "st. patrick's day": (3, 17),
    "may day": (5, 1), "victory day": (5, 9), "bastille day": (7, 14), "halloween": (10, 31),
    "independence day": (7, 4), "veterans day": (11, 11), "armistice day": (11, 11), "juneteenth": (6, 19),
    "epiphany": (1, 6), "all saints' day": (11, 1), "fourth of july": (7, 4),
    "orthodox christmas": (1, 7),
}  # fmt: skip
"""Feast → month and day."""
EASTER_FEASTS = {
    "shrove tuesday": -47, "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2,
    "holy saturday": -1, "easter sunday": 0, "easter monday": 1, "easter": 0, "ascension day": 39,
    "whit monday": 50, "pentecost": 49, "corpus christi": 60,
}  # fmt: skip
"""Feast → days from the Western Easter."""
EASTER_WEEKS = {"holy week": -6, "easter week": 0}
"""Feast that is a week → days from Easter to a day in that week."""
ORTHODOX = "orthodox"
"""The word that makes it the Eastern calendar's feast."""
WEEKDAY_FEASTS = {
    "thanksgiving day": (11, 4, 4), "thanksgiving": (11, 4, 4), "labor day": (9, 1, 1),
    "memorial day": (5, 1, -1), "martin luther king day": (1, 1, 3), "presidents day": (2, 1, 3),
    "columbus day": (10, 1, 2), "mother's day": (5, 7, 2), "father's day": (6, 7, 3),
}  # fmt: skip
"""Feast → month, weekday, which one in the month (-1 the last)."""

ELECTION_DAYS = ("election day",)
"""In November, the Tuesday after the first Monday."""

LEADS = {
    "approximately": (
        "at least", "at most", "nearly", "almost", "more than", "less than", "over", "up to", "no more than",
        "fewer than", "just over", "just under", "no less than", "well over",
    ),
    "about": ("about", "around", "roughly", "approximately", "some"),
    "within": ("early", "late", "mid", "earlier", "later", "sometime", "middle of", "end of", "beginning of"),
}  # fmt: skip
"""Words in front of an expression that belong to it, by kind."""
