"""Who is credited: agencies, pictures, further reporters, and outlets that a text quotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.intake.phrases import fold, has_quotation, words
from onrecord.languages.en import outlets
from onrecord.model import Span

_AGENCY = {alias: name for name, aliases in outlets.AGENCIES.items() for alias in aliases}
_UNSURE = frozenset(outlets.UNSURE_WITHOUT_PARENTHESES)
_BY_LENGTH = sorted({*_AGENCY, *outlets.STOCK}, key=lambda name: (-len(name), name))
_LABELS = "|".join(
    re.escape(label) for label in sorted(outlets.CREDIT_LABELS, key=lambda one: (-len(one), one))
)
_PICTURED = "|".join(re.escape(name) for name in _BY_LENGTH)
_END = r"\s?(?:[/,]\s?[^\s/][^/.]{0,30}){0,2}\W{0,3}$"
_PERSON = r"(?:\b[A-Z][\w.'’-]+[ ]){0,3}\b[A-Z][\w.'’-]+"
_PHOTO = re.compile(
    rf"(?:^|(?<=[\s(\[–—|-]))(?i:{_LABELS})\s?(?:[:–—|]\s?|\s-\s|/(?=[A-Z]))(?=[^\s]).{{2,100}}$"
    rf"|\b(?i:photos?|images?|pictures?|photographs?|illustration) (?:(?:by|courtesy of):? [A-Z]|credit:).{{1,100}}$"
    rf"|{_PERSON}\s?(?:/|\bvia\b)\s?(?i:{_PICTURED})\b{_END}"
    rf"|(?:©\s?)?\b(?i:{_PICTURED})(?: [Pp]hoto| [Ff]ile)?\s?(?:/|via)\s?(?:[A-Z][\w.'’-]*[ /]?){{1,5}}\W{{0,3}}$"
    rf"|(?:\(|\[|\||—|–|-\s|\.\s)\s?(?i:{'|'.join(map(re.escape, outlets.STOCK))})\W{{0,3}}$"
)
_NAMED_PICTURE = re.compile(r"(?:photo|image|picture|figure|video|slide)\s?\d{1,3}\W*$", re.IGNORECASE)
_TAIL_BRACKET = re.compile(r"[(\[]\s?([^()\[\]]{2,60})\s?[)\]]\.?$")
_TAIL_DASH = re.compile(r"(?<=[.!?”\"’'…])\s{0,3}(?:[-–—_]{1,3}|\|)\s{0,2}([A-Z][^.!?“”\"]{1,40})\.?$")
_STARTS = re.compile(
    r"[(\[]?(?:with )?(?:"
    + "|".join(sorted(map(re.escape, outlets.STORY_CREDITS), key=len, reverse=True))
    + r")\b:? ?(?=\S)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[(\[]?(?:sources?|via)\s?:", re.IGNORECASE)


def agency_of(name: str, sure: bool = True) -> str | None:
    """The agency a credit names ("Xinhua News Agency" → "Xinhua"), or None.

    Without `sure`, names that are also words ("app") need capitals.
    """
    bare = name.strip(" .,;:()[]–—-_/|")
    alias = bare.casefold()
    if not sure and (alias in _UNSURE or bare.islower()):
        return None
    return _AGENCY.get(alias) or _AGENCY.get(alias.removeprefix("the "))


def agencies_in(name: str) -> str | None:
    """One agency or several ("Reuters/AFP", "AP and Reuters"), joined by ", "; None where a part is none."""
    parts = [part for part in re.split(r"\s*(?:/|,|;|&|\band\b|\+)\s*", name) if part]
    found = [agency_of(part) or (part if fold(part) in outlets.AGENCY_LINES else None) for part in parts]
    return ", ".join(dict.fromkeys(filter(None, found))) if parts and all(found) else None


def agency_tail(paragraph: str) -> tuple[int, str] | None:
    """Where an agency's credit at the end of a paragraph starts, and the agency: "… this.” (Xinhua)"."""
    near = paragraph[-80:]
    offset = len(paragraph) - len(near)
    found = _TAIL_BRACKET.search(near)
    if found and (agency := agencies_in(found[1])):
        return offset + found.start(), agency
    found = _TAIL_DASH.search(near)
    if found and (agency := agency_of(found[1], sure=False) or _named(found[1])):
        return offset + found.start(), agency
    return None


def _named(words_: str) -> str | None:
    folded = fold(words_).removeprefix("with ")
    return words_.strip() if folded in outlets.AGENCY_LINES else None


def agency_line(line: str) -> str | None:
    """The agency where a line holds nothing else: "Reuters", "(AP)", "— AFP", "Agencies"."""
    if len(line) > 60:
        return None
    bare = line.strip(" .,;:()[]–—-_/|")
    if fold(line) in outlets.AGENCY_LINES:
        return bare
    return agencies_in(bare) if "(" in line or not (bare.islower() or bare.casefold() in _UNSURE) else None


def photo_credit(line: str) -> str | None:
    """The credit at the end of a caption: "Photo: REUTERS", "Jane Roe/Getty Images"; None without one."""
    if len(line) > 500:
        return None
    start = max(0, len(line) - 160)
    found = _PHOTO.search(line, start)
    return found[0].strip(" ()[]–—-|.") if found else None


def is_caption(line: str) -> bool:
    """Whether a line is a picture's caption: it ends in a credit or a picture's number, and quotes nobody."""
    if len(line) > 500 or has_quotation(line):
        return False
    return bool(photo_credit(line)) or (len(line) <= 200 and bool(_NAMED_PICTURE.search(line)))


def is_story_credit(line: str) -> bool:
    """Whether a line credits those who made the text: "Reporting by …; editing by …", "Source: …"."""
    if len(line) > 400 or has_quotation(line):
        return False
    folded = fold(line)
    if any(phrase in folded for phrase in outlets.CONTRIBUTED):
        return len(words(line)) <= 40
    started = _STARTS.match(line)
    if not started:
        return False
    label = fold(started[0])
    return (
        bool(_LABELLED.match(line)) and len(line) <= 120
        if label in ("source", "sources", "via")
        else len(line) <= 250
    )


@dataclass(frozen=True, slots=True)
class Origin:
    """Words that name an outlet as where something was said or first reported."""

    span: Span
    """In the searched words."""
    name: str
    """The outlet, as written."""


_NAMES = sorted({*outlets.OUTLETS, *outlets.AGENCIES} - {"TT", "CP", "PA", "PAP", "MENA", "Time"},
                key=lambda name: (-len(name), name))  # fmt: skip
_SHORT = [name.removeprefix("The ") if len(name.split()) > 2 else name for name in _NAMES]
_LAST = "|".join(map(re.escape, outlets.OUTLET_LAST))
_NAME = (
    r"(?P<name>(?:[Tt]he )?(?:"
    + "|".join(re.escape(name) for name in _SHORT)
    + rf"|(?:[A-Z][\w.'’&-]{{1,30}} ){{1,3}}(?:{_LAST})))(?:['’]s?)?(?![\w-])"
)
_FROM = re.compile(r"\b(?i:" + "|".join(map(re.escape, outlets.ORIGIN_PHRASES)) + r")\s+(?:the\s+)?" + _NAME)
_VERB = re.compile(r"\s(?:news agency|" + "|".join(outlets.ORIGIN_VERBS) + r")\b")
_BEFORE_VERB = re.compile(_NAME + r"$")


def origins(paragraph: str) -> Iterator[Origin]:
    """Where a paragraph names another outlet as its origin: "according to CNN", "told The Hill"."""
    found: dict[Span, str] = {
        (match.start(), match.end("name")): match["name"] for match in _FROM.finditer(paragraph)
    }
    for verb in _VERB.finditer(paragraph):
        first = max(0, verb.start() - 40)
        while first and paragraph[first - 1].isalnum():
            first -= 1
        match = re.search(r"\b" + _BEFORE_VERB.pattern, paragraph[first : verb.start()])
        if match and not any(start <= first + match.start() < end for start, end in found):
            found[(first + match.start(), verb.end())] = match["name"]
    for span, name in sorted(found.items()):
        yield Origin(span, name)
