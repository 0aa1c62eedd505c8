"""Differences on docs/compare.md: two places side by side, and nobody is said to be right."""

from onrecord.briefing import Difference, DifferenceKind, Side
from onrecord.markdown import escape, fold
from onrecord.model import Statement
from onrecord.publish.citing import citation
from onrecord.publish.site_marks import pointed
from onrecord.publish.site_words import Names, annotation_address, listed, place_link, title_of_link

KINDS: dict[DifferenceKind, str] = {
    "figure": "Two figures",
    "date": "Two dates",
    "speaker": "Two speakers",
    "status": "Planned or happened",
}


def difference(one: Difference, root: str, names: Names) -> str:
    """A heading with the anchor, both places, and why they are taken to speak of one thing."""
    heading = f'### {KINDS[one.kind]}: {escape(fold(one.about)) or "…"} <a id="{one.id}"></a>'
    sides = "\n\n".join(_side(side, root, names) for side in one.sides)
    why = f"\n\n*Why these two:* {escape(fold(one.because))}" if fold(one.because) else ""
    return f"{heading}\n\n{sides}{why}"


def in_short(one: Difference, names: Names) -> str:
    """Both points with their sources, for a list of differences: "five million (The Hill, 25 April 2022)"."""
    points = (
        f"**{escape(point_of(side))}** ({names.sources[side.entry.source.name]})"
        for side in one.sides
        if point_of(side)
    )
    return " / ".join(points)


def point_of(side: Side) -> str:
    """The figure, date or name that differs."""
    return fold(side.sentence[slice(*side.point)])


def published_of(side: Side) -> tuple[str, tuple[int, int]]:
    """The sentence and the point in it, as far as the source is published: else the point alone."""
    source = side.entry.source
    point = point_of(side)
    if source.publish == "full":
        return side.sentence, side.point
    shown = fold(source.text[slice(*side.span)]) if side.span and source.publish == "excerpts" else ""
    start = shown.find(point)
    if start < 0 or not point:
        return (f"… {point} …", (2, 2 + len(point))) if point else ("…", (0, 0))
    return f"… {shown} …", (start + 2, start + 2 + len(point))


def _side(side: Side, root: str, names: Names) -> str:
    """The sentence, and below it where it stands."""
    link = place_link(side.entry, side.paragraph, root, names.sources)
    said = _statement(side)
    if said:
        link = f"{link[:-1]}{title_of_link(citation(side.entry, said))})"
    fields = [link]
    if side.annotation:
        fields.append(f"[annotation]({annotation_address(side.entry, side.annotation, root)})")
    return listed(pointed(*published_of(side)), fields)


def _statement(side: Side) -> Statement | None:
    every = side.entry.annotations.statements
    return next((one for one in every if one.id == side.annotation), None) if side.annotation else None
