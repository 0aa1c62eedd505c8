"""Differences on docs/compare.md: two places side by side, and nobody is said to be right."""

from onrecord.briefing import Difference, Side
from onrecord.markdown import escape, fold
from onrecord.publish.citing import citation
from onrecord.publish.compared import KINDS, point_of, published_of, statement_of
from onrecord.publish.site_marks import pointed
from onrecord.publish.site_people import mark
from onrecord.publish.site_words import Names, annotation_address, listed, place_link, title_of_link


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


def _side(side: Side, root: str, names: Names) -> str:
    """The sentence, and below it where it stands."""
    link = place_link(side.entry, side.paragraph, root, names.sources)
    said = statement_of(side)
    if said:
        link = f"{link[:-1]}{title_of_link(citation(side.entry, said))})"
    fields = [*(mark(said) if said else ()), link]
    if side.annotation:
        fields.append(f"[annotation]({annotation_address(side.entry, side.annotation, root)})")
    return listed(pointed(*published_of(side)), fields)
