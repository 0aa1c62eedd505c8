"""Generated regions: the parts of people's pages that each build makes anew, and nothing else.

A region stands between `<!-- onrecord: NAME -->` and `<!-- /onrecord -->`. The state (a page's path → what the tool
last wrote there, as SHA-256) tells whether somebody edited inside; such a region is left alone and reported. What a
formatter does to a region (other marks for the same, other line ends, aligned tables) is no edit.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model import Problem
from onrecord.publish.site import GeneratedPage, marked
from onrecord.sums import checksum

WHOLE = ""
"""The key under which the state keeps the sum of a page that is all the tool's."""

State = Mapping[str, Mapping[str, str]]
"""Page path → region name (or WHOLE) → SHA-256 of what the tool wrote last; of a region a second one, see `_bare`."""

_REGION = re.compile(
    r"^<!-- onrecord: (?P<name>[\w-]+) -->[ \t]*\n(?P<content>.*?)^<!-- /onrecord -->",
    re.DOTALL | re.MULTILINE,
)
_OPEN = re.compile(r"^<!-- onrecord: [\w-]+ -->", re.MULTILINE)
_FRONT = re.compile(r"---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n+|$)", re.DOTALL)
# Each begins with what is searched for at once: several times as fast as the beginning of a line.
_QUOTE = re.compile(r"\n[ \t]*(?:> ?)+")
_BULLET = re.compile(r"\n(\s*)[*+-](?:[^\S\n]|(?=\n))")
_ENTITY = re.compile(r"&(?:#\d+|#[xX][\da-fA-F]+|\w+);")
_RULE = re.compile(r"--+")
_FORMATTED = (("_", "*"), ("'", '"'), ("\\", ""), (" ", ""), ("\n", ""))
"""What formatters write one way or the other."""
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Filled:
    """A page with its regions made anew."""

    text: str | None
    """None: the page is to be removed."""
    state: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


def fill(page: GeneratedPage, existing: str | None, before: Mapping[str, str], *, force: bool) -> Filled:
    """Puts the page's regions into `existing`; a page that is new or all the tool's is the template.

    `before`: this page's state.
    """
    path = f"docs/{page.path}"
    if existing is None or before.get(WHOLE) == _sum(existing):
        sums = {name: _sums(words.strip(), before.get(name, "")) for name, words in page.regions}
        return Filled(page.template, {WHOLE: _sum(page.template), **sums})
    text, problems = existing, []
    kept: dict[str, str] = {}
    for name, content in page.regions:
        found = next((m for m in _REGION.finditer(text) if m["name"] == name), None)
        if found is None:
            problems += _no_region(path, text, name, name in before)
        elif force or _untouched(found["content"], content, before.get(name)):
            text = text[: found.start()] + marked(name, content) + text[found.end() :]
        else:
            kept[name] = before.get(name, "")
            problems.append(_edited(path, text.count("\n", 0, found.start()) + 1, name))
    whole = {WHOLE: _sum(text)} if text == page.template else {}
    return Filled(text, {**_state(text, page, whole, before), **kept}, tuple(problems))


def stands(page: GeneratedPage, there: str | None, before: Mapping[str, str]) -> bool:
    """Whether a page stands there just as it is made now, and was noted so. `there`: the checksum of its bytes."""
    noted = before.keys() == {WHOLE, *(name for name, _ in page.regions)}
    return noted and before[WHOLE] == there and there == checksum(page.template.encode())


def retire(path: str, existing: str | None, before: Mapping[str, str]) -> Filled:
    """A page that is generated no longer: removed when it is all the tool's, else kept and reported."""
    if existing is None or before.get(WHOLE) == _sum(existing):
        return Filled(None, {})
    message = "Nothing is generated for this page any more, and it holds words of yours."
    return Filled(
        existing, before, (Problem(f"docs/{path}", 0, message, "Move them, then delete it.", "warning"),)
    )


def lead_of(page: str) -> str:
    """What people wrote on a page: no front matter, headline, comments or regions."""
    text = _REGION.sub("", _FRONT.sub("", page, count=1))
    text = _COMMENT.sub("", text)
    return re.sub(r"\A\s*# [^\n]*(?:\n|$)", "", text).strip()


def _sum(text: str) -> str:
    return checksum(text.encode())


def _bare(content: str) -> str:
    """`content` without what formatters may change: white space, escapes, bullets, marks of emphasis, widths."""
    text = _BULLET.sub(r"\n\1- ", _QUOTE.sub("\n", f"\n{content}")).replace("\\&", "&amp;")
    text = _RULE.sub("-", _ENTITY.sub(lambda found: html.unescape(found[0]), text))
    # One by one: fifteen times as fast as a table of characters.
    for mark, instead in _FORMATTED:
        text = text.replace(mark, instead)
    return text


def _state(
    text: str, page: GeneratedPage, whole: Mapping[str, str], before: Mapping[str, str]
) -> dict[str, str]:
    present = {match["name"] for match in _REGION.finditer(text)}
    return {
        **whole,
        **{
            name: _sums(words.strip(), before.get(name, ""))
            for name, words in page.regions
            if name in present
        },
    }


def _sums(content: str, before: str) -> str:
    """Of the content, and of what a formatter leaves of it; `before`: those noted last, for they may be the same."""
    exact, (noted, _, bare) = _sum(content), before.partition(" ")
    return before if noted == exact and bare else f"{exact} {_sum(_bare(content))}"


def _untouched(there: str, fresh: str, before: str | None) -> bool:
    content = there.strip()
    if content in ("", fresh.strip()):
        return True
    exact, _, bare = (before or "").partition(" ")
    return _sum(content) == exact or _sum(_bare(content)) == bare


def _no_region(path: str, text: str, name: str, known: bool) -> list[Problem]:
    """No word where a person took a known region out; a page of somebody else's is not touched."""
    unclosed = _OPEN.search(text)
    if unclosed and len(_OPEN.findall(text)) > len(_REGION.findall(text)):
        line = text.count("\n", 0, unclosed.start()) + 1
        return [Problem(path, line, "This region is not closed.", "End it with a line `<!-- /onrecord -->`.")]
    if known:
        return []
    hint = f"Add the lines `<!-- onrecord: {name} -->` and `<!-- /onrecord -->` where it may write."
    return [Problem(path, 0, f"On Record did not write this page, so “{name}” is left out.", hint, "warning")]


def _edited(path: str, line: int, name: str) -> Problem:
    message = f"The generated region “{name}” was edited, so it is left as it is."
    hint = "Its content lives in docs/sources/: change it there, and build with --force to make this region anew."
    return Problem(path, line, message, hint, "warning", "region")
