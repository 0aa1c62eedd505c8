"""What a web page's markup says of it: JSON-LD, meta elements, bylines. Explicit statements only, no guess."""

import json
import re
from collections.abc import Iterator
from typing import Any

from onrecord.intake.blocks import Clue, Field
from onrecord.intake.bylines import labelled_day, people_in
from onrecord.intake.credits import agencies_in
from onrecord.intake.days import day_in
from onrecord.intake.html_tree import FRAMES
from onrecord.intake.language import tag_of
from onrecord.intake.phrases import fold
from onrecord.intake.sidecar import Sidecar

WHERE = "HTML metadata"
ARTICLES = ("Article", "Report", "BlogPosting", "PressRelease", "WebPage", "CreativeWork")
"""Ends of the schema.org types that describe a text; `NewsArticle` is one by its end."""

TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "title")
OUTLETS = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")
AUTHORS = (
    "author",
    "article:author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
)
PUBLISHED = (
    "article:published_time", "og:published_time", "article:published", "datepublished", "date", "pubdate",
    "publishdate", "publish-date", "publication_date", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date.created", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date",
    "originalpublicationdate", "rnews:datepublished",
)  # fmt: skip
UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "revised",
)
RIGHTS = ("copyright", "dc.rights", "dcterms.rights", "rights")
LANGUAGES = ("language", "dc.language", "dcterms.language", "og:locale")
_SAVED = re.compile(r"saved from url=\(\d{1,6}\)(https?://\S{1,2000})")
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|by-line|author|authors|author-name|article-author|post-author)(?:$|[\s_-])"
)
_DATED = re.compile(
    r"(?:^|[\s_-])(?:date|published|pubdate|timestamp|entry-date|post-date|article-date)(?:$|[\s_-])"
)
_ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}]{3,2000}", re.IGNORECASE)


def clues_of_page(tree: Any) -> tuple[Clue, ...]:
    """What the page's metadata says, the more trustworthy first."""
    data = list(_json_ld(tree))
    metas = _metas(tree)
    site = _first(_names(data, "publisher"), _meta(metas, OUTLETS))
    found: list[Clue] = []
    _add(found, "outlet", site)
    _add(
        found,
        "title",
        _without_site(_first(_texts(data, "headline"), _meta(metas, TITLES), _title(tree)), site),
    )
    _add(
        found,
        "published",
        _day(_first(_texts(data, "datePublished"), _meta(metas, PUBLISHED), _time(tree, True))),
    )
    _add(
        found,
        "updated",
        _day(_first(_texts(data, "dateModified"), _meta(metas, UPDATED), _time(tree, False))),
    )
    _add(found, "url", _url(tree, metas))
    _add(found, "language", _language(tree, data, metas))
    _add(found, "rights", _meta(metas, RIGHTS))
    found += _makers(_names(data, "author"), _metas_all(metas, AUTHORS), _bylines(tree))
    return tuple(found)


def _add(found: list[Clue], field: Field, value: str | None) -> None:
    if value:
        found.append(Clue(field, " ".join(value.split()), WHERE))


def _first(*groups: Iterator[str] | str | None) -> str | None:
    for group in groups:
        if isinstance(group, str) and group.strip():
            return group
        hit = (
            next((value for value in group if value.strip()), None)
            if group and not isinstance(group, str)
            else None
        )
        if hit:
            return hit
    return None


def _json_ld(tree: Any) -> Iterator[dict[str, Any]]:
    """The records of JSON-LD that describe a text."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and len(script.text or "") <= 1_000_000:
            try:
                yield from _articles(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue


def _articles(data: Any) -> Iterator[dict[str, Any]]:
    waiting = [data]
    for _ in range(2000):
        if not waiting:
            return
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting = item + waiting
        elif isinstance(item, dict):
            kinds = item.get("@type") or ""
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(str(name).endswith(ARTICLES) for name in names):
                yield item
            waiting = [item.get("@graph") or [], item.get("mainEntity") or [], *waiting]


def _texts(data: list[dict[str, Any]], key: str) -> Iterator[str]:
    return (value for item in data if isinstance(value := item.get(key), str))


def _names(data: list[dict[str, Any]], key: str) -> Iterator[str]:
    for item in data:
        value = item.get(key)
        for part in value if isinstance(value, list) else [value]:
            name = part.get("name") if isinstance(part, dict) else part
            for one in name if isinstance(name, list) else [name]:
                if isinstance(one, str) and one.strip():
                    yield one


def _metas(tree: Any) -> list[tuple[str, str]]:
    metas = []
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if name and meta.get("content"):
            metas.append((name.strip().lower(), meta.get("content")))
    return metas


def _metas_all(metas: list[tuple[str, str]], wanted: tuple[str, ...]) -> Iterator[str]:
    return (content for name in wanted for found, content in metas if found == name and content.strip())


def _meta(metas: list[tuple[str, str]], wanted: tuple[str, ...]) -> str | None:
    return next(_metas_all(metas, wanted), None)


def _title(tree: Any) -> str | None:
    heads = [" ".join(head.itertext()) for head in tree.iter("h1")]
    heads = [head for head in heads if head.strip()]
    titles = [" ".join(title.itertext()) for title in tree.iter("title")]
    # several h1 may be the site's name and the headline: the one that the page's title holds
    fitting = [head for head in heads if any(fold(head) in fold(title) for title in titles)]
    return next(iter([*fitting[-1:], *heads[:1], *titles]), None)


def _without_site(title: str | None, site: str | None) -> str | None:
    """The headline without the site's name behind a bar or dash."""
    if not title:
        return None
    found = re.match(r"(.{8,}?)\s+[|–—·-]\s+([^|–—·]{2,60})$", " ".join(title.split()))
    if found and (fold(found[2]) == fold(site or "") or " | " in title):
        return found[1]
    return title


def _day(value: str | None) -> str | None:
    if not value:
        return None
    numbers = re.match(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:\D|$)", value)
    return day_in("-".join(numbers.groups()) if numbers else value)


def _time(tree: Any, published: bool) -> str | None:
    """The date of a <time> element or of an itemprop that says what it is."""
    prop = "datePublished" if published else "dateModified"
    for element in tree.xpath(f"//*[@itemprop='{prop}']"):
        if (
            value := element.get("content")
            or element.get("datetime")
            or element.get("title")
            or " ".join(element.itertext())
        ):
            return str(value)
    dated = _dated(tree)
    for element in dated:
        told = labelled_day(_short(element, 80))
        if told and told[0] == ("published" if published else "updated"):
            return told[1]
    for element in [*list(tree.iter("time"))[:20], *(dated if published else [])]:
        marks = _marks(element)
        updated = "updated" in marks or "modified" in marks
        if updated == published and "published" not in marks:
            continue
        if not published or element.get("pubdate") is not None or _DATED.search(marks) or _leads(element):
            return element.get("datetime") or " ".join(element.itertext())
    return None


def _marks(element: Any) -> str:
    return f"{element.get('class') or ''} {element.getparent().get('class') or ''}".lower()


def _short(element: Any, most: int) -> str:
    """The element's words, white space folded; empty where there are more than `most` characters."""
    words: list[str] = []
    size = 0
    for part in element.itertext():
        words.append(part)
        size += len(part)
        if size > 4 * most:
            return ""
    folded = " ".join(" ".join(words).split())
    return folded if len(folded) <= most else ""


def _dated(tree: Any) -> list[Any]:
    """Elements of a class like "date" that hold a full date and stand close to the headline."""
    heads = [set(head.iterancestors()) for head in list(tree.iter("h1"))[:5]]
    found = []
    for element in tree.xpath("//*[@class]"):
        if not _DATED.search(element.get("class").lower()) or not day_in(_short(element, 80)):
            continue
        above = list(element.iterancestors())
        near = [one for one in above[:3] if one.tag not in ("body", "html")]
        framed = any(one.tag in FRAMES for one in above)
        found += [element] if not framed and any(one in head for one in near for head in heads) else []
    return found


def _leads(element: Any) -> bool:
    """Whether a <time> stands at an article's head: in the article's header, or before its paragraphs."""
    return bool(
        element.xpath("ancestor::article")
        and not element.xpath("preceding::p[ancestor::article][string-length()>200]")
    )


def _language(tree: Any, data: list[dict[str, Any]], metas: list[tuple[str, str]]) -> str | None:
    root = tree.getroottree().getroot()
    declared = [
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        root.get("xml:lang"),
    ]
    declared += [*_texts(data, "inLanguage"), _meta(metas, LANGUAGES)]
    return next((tag for each in declared if each and (tag := tag_of(each))), None)


def _url(tree: Any, metas: list[tuple[str, str]]) -> str | None:
    canonical = [
        link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower()
    ]
    saved = [_SAVED.search(str(comment)) for comment in tree.xpath("//comment()[position()<=5]|/comment()")]
    marks = [mark[1] for mark in saved if mark]
    for address in [*canonical, *marks, _meta(metas, ("og:url", "twitter:url")) or ""]:
        if address and _ADDRESS.fullmatch(address.strip()) and _right(address):
            return str(address.strip())
    return None


def _right(address: str) -> bool:
    try:
        return Sidecar.model_validate({"url": address}).url is not None
    except ValueError:
        return False


def _bylines(tree: Any) -> Iterator[str]:
    for element in tree.xpath("//*[@rel='author' or @itemprop='author' or @class]"):
        marked = element.get("rel") == "author" or element.get("itemprop") == "author"
        if element.tag in ("body", "html", "article", "main") or not (
            marked or _BYLINE.search(element.get("class").lower())
        ):
            continue
        if words := _short(element, 300):
            yield words


def _makers(*groups: Iterator[str]) -> Iterator[Clue]:
    """People and agencies of the first group that names any."""
    agency: str | None = None
    for group in groups:
        names = [name for name in group if not name.startswith("http")]
        people = list(dict.fromkeys(person for name in names for person in people_in(name)))
        agency = agency or next((found for name in names if (found := agencies_in(name))), None)
        if people:
            yield from (Clue("byline", person, WHERE) for person in people)
            break
    if agency:
        yield Clue("agency", agency, WHERE)
