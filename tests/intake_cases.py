"""What the tests of intake share: reading a text, and showing what became of it."""

from onrecord.intake import SourceFile, read
from onrecord.model import Source


def source_of(text: str, sidecar: str | None = None, name: str = "case.txt") -> Source:
    file = SourceFile(
        "case", f"sources/{name}", text.encode(), sidecar.encode() if sidecar is not None else None
    )
    intake = read(file)
    assert intake.source, [str(problem) for problem in intake.problems]
    return intake.source


def shown(source: Source) -> str:
    """One line for each paragraph and each piece of debris, in reading order."""
    words = [
        (paragraph.span, f"[{paragraph.kind}] {_folded(source, paragraph.span)}")
        for paragraph in source.paragraphs
    ]
    words += [(piece.span, f"({piece.reason}) {_folded(source, piece.span)}") for piece in source.debris]
    return "\n".join(line for _, line in sorted(words)) + "\n"


def known(source: Source) -> str:
    """One line for each field that is known, with where it was read."""
    lines = []
    for field, where in source.found:
        if not hasattr(source, field):
            lines.append(f"{field} | {where}")
            continue
        value = getattr(source, field)
        value = ", ".join(value) if isinstance(value, tuple) else value
        lines.append(f"{field} = {value} | {where}")
    return "".join(line + "\n" for line in lines)


def _folded(source: Source, span: tuple[int, int]) -> str:
    return " ".join(source.text[slice(*span)].split())
