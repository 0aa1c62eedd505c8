"""Writes an annotated page: the tool's own proposal, before anything a person changed is merged in."""

from onrecord import dates
from onrecord.language_names import NAMES
from onrecord.markdown import escape, escape_block, front_matter, link
from onrecord.model import DESK_NOTE, Annotations, Event, Paragraph, Source, Statement
from onrecord.pages.markup import Callout, write, write_event, write_statement


def write_page(source: Source, annotations: Annotations) -> str:
    """The whole page as Markdown, ending in one line feed."""
    headline = next((p for p in source.paragraphs[:1] if p.kind == "title"), None)
    first = write_paragraph(source, headline) if headline else f"# {escape(source.label)}"
    chunks = [front_matter(source.label).rstrip(), first, write_card(source)]
    callouts = _by_paragraph(annotations)
    for paragraph in source.paragraphs:
        if paragraph is not headline:
            chunks.append(write_paragraph(source, paragraph))
        chunks += callouts.get(paragraph.number, ())
    return "\n\n".join(chunks) + "\n"


def write_paragraph(source: Source, paragraph: Paragraph) -> str:
    """A paragraph of the source with its anchor; headline, subhead and block quotation in their own form."""
    anchor = f'<a id="p{paragraph.number}"></a>'
    words = escape(source.text[slice(*paragraph.span)]).strip(" ")
    forms = {"title": f"# {anchor}{words}", "subhead": f"{anchor}**{words}**", "quote": f"> {anchor}{words}"}
    return forms.get(paragraph.kind, f"{anchor}{words}")


def write_callouts(annotations: Annotations, number: int) -> list[str]:
    """The callouts that stand after paragraph `number`, statements first, each kind in the text's order."""
    return _by_paragraph(annotations).get(number, [])


def _by_paragraph(annotations: Annotations) -> dict[int, list[str]]:
    callouts: dict[int, list[str]] = {}
    for statement in sorted(annotations.statements, key=_statement_place):
        callouts.setdefault(statement.paragraph, []).append(write_statement(statement))
    for event in sorted(annotations.events, key=_event_place):
        callouts.setdefault(event.paragraph, []).append(write_event(event))
    return callouts


def _statement_place(statement: Statement) -> tuple[int, str]:
    return (statement.content[0][0] if statement.content else 0, statement.id)


def _event_place(event: Event) -> tuple[int, str]:
    return (event.span[0] if event.span else 0, event.id)


def write_card(source: Source) -> str:
    """What is known of the source, and where it was read."""
    where = dict(source.found)
    items = [
        ("Kind", _kind(source)),
        ("Outlet", source.outlet),
        ("Byline", ", ".join(source.byline)),
        ("Agency", source.agency),
        ("Dateline", source.dateline),
        ("Published", dates.in_words(source.published) if source.published else "not known"),
        ("Updated", dates.in_words(source.updated) if source.updated else None),
        ("Credits", "; ".join(source.credits)),
        ("Rights", source.rights),
    ]
    lines = [f"- {name}: {escape(value)}{_where(where.get(name.lower()))}" for name, value in items if value]
    if source.url:
        lines.append(f"- Address: {link(source.url)}{_where(where.get('url'))}")
    lines += [f"- Text: {_text(source)}", *([f"- SHA-256: `{source.sha256}`"] if source.sha256 else [])]
    if source.publish != "full":
        lines.append(f"- Published here: {_PUBLISHED[source.publish]}{_elsewhere(source)}")
    return write(Callout("source", escape_block(_card_title(source)), "\n".join(lines)))


_PUBLISHED = {
    "excerpts": "only the words of the statements and events on this page; … stands for the rest",
    "link": "only this card",
}


def _elsewhere(source: Source) -> str:
    return f". The whole text: {link(source.url)}" if source.url else ""


def _text(source: Source) -> str:
    """The file, how long its text is, and its language."""
    count = sum(len(source.text[slice(*paragraph.span)].split()) for paragraph in source.paragraphs)
    tag = source.language or ""
    name = NAMES.get(tag.partition("-")[0].lower(), tag)
    found = dict(source.found).get("language")
    language = f", {escape(name)}{_where(found)}" if name else ""
    return f"{escape(source.path)}, {count:,} {'word' if count == 1 else 'words'}{language}"


def _kind(source: Source) -> str | None:
    if source.kind == DESK_NOTE:
        return f"{DESK_NOTE}, written for this briefing about a report; not the outlet's own text"
    return source.kind


def _where(place: str | None) -> str:
    """Where a fact was read, unless a person wrote it in the sidecar."""
    if not place or place == "sidecar":
        return ""
    whole = place.startswith(("named in", "told from"))
    shown = place.replace(", named in", ",") if whole else f"read in {place}"
    return f" ({escape(shown)})"


def _card_title(source: Source) -> str:
    when = dates.in_words(source.published) if source.published else "date not known"
    if source.kind == DESK_NOTE:
        return f"Desk note on a report in {source.outlet}, {when}" if source.outlet else f"Desk note, {when}"
    return f"{source.outlet or source.agency or 'Source'}, {when}"
