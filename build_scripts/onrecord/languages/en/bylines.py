"""What texts say of themselves at their head: bylines, dates, datelines. Data, no code."""

MONTHS: dict[str, int] = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6,
    "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10,
    "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
"""Names of months, in lower case without a full stop."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed",
            "thu", "thur", "thurs", "fri", "sat", "sun")  # fmt: skip

PUBLISHED_LABELS: tuple[str, ...] = (
    "first published on", "first published", "published online", "published on", "published at", "published",
    "posted on", "posted at", "posted", "publication date", "date published", "date", "issued on", "issued",
    "released on", "released", "release date", "created", "filed", "uploaded",
)  # fmt: skip
"""Words before the day a text was published, the longer first."""

UPDATED_LABELS: tuple[str, ...] = (
    "last updated on", "last updated at", "last updated", "last modified on", "last modified", "updated on",
    "updated at", "updated", "modified", "edited", "revised",
)  # fmt: skip
"""Words before the day a text was changed, the longer first."""

BYLINE_STARTS: tuple[str, ...] = ("story by", "written by", "words by", "text by", "byline", "author", "authors",
                                  "posted by", "published by", "report by", "by")  # fmt: skip
"""Words that start a byline."""

NAME_PARTICLES: tuple[str, ...] = (
    "al", "ap", "bin", "bint", "da", "dal", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el",
    "ibn", "la", "le", "mac", "san", "ten", "ter", "und", "van", "von", "y", "zu", "zur",
)  # fmt: skip
"""Lower-case words inside people's names."""

NOT_PEOPLE: tuple[str, ...] = (
    "agencies", "agency", "associated", "association", "bbc", "board", "bureau", "channel", "cnn", "com", "company",
    "contributor", "contributors", "correspondent", "correspondents", "council", "daily", "desk", "digital",
    "editor", "editorial", "editors", "foundation", "gazette", "guest", "herald", "inc", "inquirer", "institute",
    "jr",
    "journal", "limited", "llc", "ltd", "magazine", "media", "ministry", "monitor", "network", "news", "newsdesk",
    "newsroom", "newswire", "observer", "office", "online", "post", "press", "press office", "producer", "published",
    "radio", "report", "reporter", "reporters", "review", "service", "services", "staff", "standard", "star", "sun",
    "team", "telegraph", "the", "times", "tribune", "tv", "university", "updated", "web", "weekly", "wire", "writer",
    "writers", "www", "admin", "administrator", "user", "author", "anonymous", "unknown", "us", "world", "page",
)  # fmt: skip
"""Words that no person's name holds: a byline with one of them names no person, or ends before it."""

BYLINE_ROLES: tuple[str, ...] = (
    "reporter", "correspondent", "editor", "writer", "columnist", "contributor", "producer", "photographer",
    "political", "senior", "chief", "staff", "national", "foreign", "diplomatic", "special", "deputy", "associate",
    "assistant", "investigative", "associated press", "bureau", "white house", "health", "science", "business",
    "economics", "technology", "world", "europe", "opinion", "sports", "culture", "education", "crime", "courts",
    "congressional", "legal", "defense", "defence", "security",
)  # fmt: skip
"""What may follow a person's name in a byline: role words."""

BYLINE_GLUE: tuple[str, ...] = (
    "close", "open", "email", "bio", "follow", "following", "twitter", "facebook", "linkedin", "instagram",
    "covering",
    "more", "view", "profile", "about", "the", "author", "authors", "posted", "published", "updated", "written",
    "by", "and", "reporter", "correspondent", "editor", "columnist", "writer", "contact", "posts", "biography",
    "from", "reporting", "editing", "photos", "story", "text", "analysis",
)  # fmt: skip
"""Words of buttons that pages glue to a byline ("closeJane RoeReporter covering …")."""
