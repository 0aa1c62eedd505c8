"""On docs/compare.md: statements in several wordings, and reports that go back to one text."""

from collections.abc import Iterator

from onrecord.briefing import Copy, Origin, Shared, Wording
from onrecord.markdown import escape, fold
from onrecord.model import UNATTRIBUTED
from onrecord.publish.compared import FIRST, is_alike, quoted, relation_of, shared_words
from onrecord.publish.kept import Kept
from onrecord.publish.site_marks import marked
from onrecord.publish.site_people import chain, kind_in_words, mark
from onrecord.publish.site_words import (
    Names,
    annotation_address,
    counted,
    listed,
    original_link,
    outlet_words,
    person_link,
    published_words,
    said_link,
    source_link,
)

SHORT = 60
"""Characters of a statement's words in a heading or a list, at most."""
WORDINGS_SHOWN = 12
COPIES_SHOWN = 20


def shared_made_of(one: Shared, root: str, names: Names, kept: Kept) -> Iterator[str]:
    """All that `shared` depends on."""
    yield from (root, one.id, in_reports(one, names), _by(one, root, names))
    for wording in one.wordings:
        yield f"{wording.relation} {names.sources[wording.said.entry.source.name]}"
        yield kept.annotations.get(id(wording.said.statement), "")


def shared(one: Shared, root: str, names: Names) -> str:
    """A heading with the anchor, who said it in how many reports, and the wordings below one another."""
    title = f"{escape(speaker_of(one, names))}: {escape(in_few_words(one))}"
    lines = [_wording(wording, one, root, names) for wording in one.wordings[:WORDINGS_SHOWN]]
    rest = len(one.wordings) - len(lines)
    if rest:
        lines.append(f"- And {counted(rest, 'more wording')}, all in docs/data/briefing.json.")
    head = f'### {title} <a id="{one.id}"></a>\n\n{_by(one, root, names)} · {in_reports(one, names)}'
    return "\n\n".join([head, *lines])


def in_few_words(one: Shared, most: int = SHORT) -> str:
    """What the wordings have in common, cut to what a line holds."""
    return quoted(shared_words(one), most)


def speaker_of(one: Shared, names: Names) -> str:
    """Who said it."""
    said = one.lead.statement
    person = names.speakers.get(id(said))
    return person.name if person else said.speaker.name or UNATTRIBUTED


def in_reports(one: Shared, names: Names) -> str:
    """ "3 reports, 2 independent"."""
    return names.reports(wording.said.entry.source.name for wording in one.wordings)


def _by(one: Shared, root: str, names: Names) -> str:
    person = names.speakers.get(id(one.lead.statement))
    return person_link(person, root) if person else escape(speaker_of(one, names))


def _wording(wording: Wording, one: Shared, root: str, names: Names) -> str:
    """The words, bold where they differ from the first, and below them how they stand to it and where.

    The very same words are not shown again.
    """
    said, alike = wording.said, is_alike(wording, one)
    fields = [
        relation_of(wording, one),
        kind_in_words(said.statement),
        *chain(said.statement),
        *mark(said.statement),
        said_link(said, root, names),
        f"[annotation]({annotation_address(said.entry, said.statement.id, root)})",
        original_link(said),
    ]
    fields[0] = f"*{fields[0]}*" if fields[0] else ""
    if alike:
        return f"- {' · '.join(field for field in fields if field)}"
    return listed(marked(wording.marked or ((False, said.statement.words),)), fields)


def origin(one: Origin, root: str, names: Names) -> str:
    """A heading with the anchor, the first text of the set, and who carries it."""
    lead = one.lead.source
    title = escape(one.agency) if one.agency else outlet_words(lead)
    head = f'### {title + ": " if title else ""}{escape(lead.label)} <a id="{one.id}"></a>'
    lines = [f"- {_named(one, root)}<br>\n  *{FIRST}*" if lead.published else f"- {_named(one, root)}"]
    lines += [_copy(copy, root) for copy in one.copies[:COPIES_SHOWN]]
    rest = len(one.copies) - COPIES_SHOWN
    if rest > 0:
        lines.append(f"- And {counted(rest, 'more', 'more')}, all in docs/data/briefing.json.")
    every = (lead.name, *(copy.entry.source.name for copy in one.copies))
    credit = f" · credited to {escape(one.agency)}" if one.agency else ""
    return f"{head}\n\n{names.reports(every)}{credit}\n\n" + "\n".join(lines)


def _named(one: Origin, root: str) -> str:
    source = one.lead.source
    facts = ", ".join(words for words in (outlet_words(source), published_words(source)) if words)
    return f"{source_link(one.lead, root)}, {facts}"


def _copy(copy: Copy, root: str) -> str:
    source = copy.entry.source
    facts = ", ".join(words for words in (outlet_words(source), published_words(source)) if words)
    what = "*no report of its own*" if copy.whole else "*shares passages*"
    because = escape(fold(copy.because)) or f"{round(100 * copy.share)}% of its words are shared"
    return f"- {source_link(copy.entry, root)}, {facts}<br>\n  {what} · {because}"
