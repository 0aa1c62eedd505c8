"""What people, sources, the analysis and accidents do to a desk. Each takes a desk, a text's name and any number."""

import re
from collections.abc import Callable

import pytest

from onrecord import pipeline, project
from onrecord.pages.reader import Block
from survival import TIMELINE, Desk
from survival_commands import (
    accept_the_tools_opinion,
    paragraphs_of,
    put_a_paragraph_back,
    restore_a_callout,
)
from survival_pieces import (
    add_a_callout_by_hand,
    copy_a_paragraph,
    delete_a_callout_by_hand,
    move_a_paragraph,
    split_a_callout,
)
from survival_places import build
from survival_stub import ENDINGS, KEYS, NAMES, OPINION

Action = Callable[[Desk, str, int], None]


# People


def write_a_line(desk: Desk, name: str, at: int) -> None:
    raws = [block.raw for block in desk.blocks(name)]
    if raws:
        line = desk.mine("Mine, number")
        raws.insert(1 + at % len(raws), line + "\n\n")
        desk.save(name, raws)
        desk.lines[f"docs/sources/{name}.md"].append(line)


def edit_field(desk: Desk, name: str, at: int, what: str) -> None:
    chosen = desk.chosen(name, at, "event" if what == "date" else "statement")
    if not chosen:
        return
    mark = desk.mark(name, chosen)
    if what == "date":
        value = f"2022-05-{1 + at % 28:02d}"
        day = f"{value[8:].lstrip('0')} May 2022"
        raw = re.sub(r"(\[!event\\?\]-? ).*", rf"\g<1>{day}", chosen.raw, count=1)
    elif what == "speaker":
        value = desk.mine("Person")
        raw = re.sub(r"(\[!\w+\\?\]-? )[^,\n]*", rf"\g<1>{value}", chosen.raw, count=1)
    elif what == "role":
        value = desk.mine("chair")
        raw = re.sub(r"(\[!\w+\\?\]-? [^,\n]*).*", rf"\g<1>, {value}", chosen.raw, count=1)
    else:
        value = desk.mine("friends")
        raw = re.sub(r" · to [^·<]*(?= ·| <a )", "", chosen.raw)
        raw = re.sub(r"indirect(?= ·| <a )", f"indirect · to {value}", raw, count=1)
    desk.rewrite(name, chosen, raw)
    mark.fields[what] = value
    if what == "speaker" and chosen.statement:
        mark.fields.setdefault("role", chosen.statement.speaker.role or "")


def correct_a_speaker(desk: Desk, name: str, at: int) -> None:
    edit_field(desk, name, at, "speaker")


def correct_a_role(desk: Desk, name: str, at: int) -> None:
    edit_field(desk, name, at, "role")


def correct_a_listener(desk: Desk, name: str, at: int) -> None:
    edit_field(desk, name, at, "to")


def correct_a_date(desk: Desk, name: str, at: int) -> None:
    edit_field(desk, name, at, "date")


def remark_inside_a_callout(desk: Desk, name: str, at: int) -> None:
    chosen = desk.chosen(name, at)
    if chosen and "remark" not in desk.mark(name, chosen).fields:
        remark = desk.mine("I asked about this,")
        lines = chosen.raw.rstrip().split("\n")
        desk.rewrite(name, chosen, "\n".join([*lines[:-1], f"> {remark}", ">", lines[-1]]) + "\n\n")
        desk.mark(name, chosen).fields["remark"] = remark


def remark_below_a_callout(desk: Desk, name: str, at: int) -> None:
    """Below its last line."""
    chosen = desk.chosen(name, at)
    if chosen and "remark" not in desk.mark(name, chosen).fields:
        remark = desk.mine("I asked about that,")
        desk.rewrite(name, chosen, f"{chosen.raw.rstrip()}\n>\n> {remark}\n\n")
        desk.mark(name, chosen).fields["remark"] = remark


def fold_a_callout(desk: Desk, name: str, at: int) -> None:
    chosen = desk.chosen(name, at)
    kind = re.match(r"> \\?\[!(\w+)\\?\] ", chosen.raw) if chosen else None
    if chosen and kind:
        desk.rewrite(name, chosen, re.sub(r"\\?\] ", "]- ", chosen.raw, count=1).replace("\\[", "[", 1))
        desk.mark(name, chosen).fields["type"] = f"{kind[1]}-"


def delete_a_callout(desk: Desk, name: str, at: int) -> None:
    chosen = desk.chosen(name, at)
    if chosen:
        desk.save(name, [block.raw for block in desk.blocks(name) if block != chosen])
        desk.mark(name, chosen).delete()


def make_a_callout_a_note(desk: Desk, name: str, at: int) -> None:
    chosen = desk.chosen(name, at)
    if chosen:
        note = desk.mine("[!note] Mine")
        raw = re.sub(r"\\?\[!\w+\\?\]", note, chosen.raw, count=1)
        desk.rewrite(name, chosen, raw)
        desk.mark(name, chosen).delete()
        desk.lines[f"docs/sources/{name}.md"].append(note)


def move_a_callout(desk: Desk, name: str, at: int) -> None:
    chosen = desk.chosen(name, at)
    if chosen:
        others = [block.raw for block in desk.blocks(name) if block != chosen]
        others.insert(1 + at * 7 % len(others), chosen.raw)
        desk.save(name, others)
        desk.mark(name, chosen).moved = True


def rename_the_headline(desk: Desk, name: str, at: int) -> None:
    lines = desk.lines[f"docs/sources/{name}.md"]
    headline = next((b for b in desk.blocks(name) if b.raw.startswith("# ")), None)
    if headline:
        new = desk.mine("# Headline")
        desk.rewrite(name, headline, new + "\n\n")
        lines[:] = [line for line in lines if not line.startswith("# ")] + [new]
        desk.renamed.add(name)


def extend_the_front_matter(desk: Desk, name: str, at: int) -> None:
    blocks = desk.blocks(name)
    if blocks:
        line = desk.mine("reviewer: Person")
        head, _, _ = blocks[0].raw.rstrip().rpartition("---")
        key = f"k{desk.count}-{line}"
        desk.rewrite(name, blocks[0], f"{head}{key}\n---\n\n")
        desk.lines[f"docs/sources/{name}.md"].append(key)


def edit_a_paragraph(desk: Desk, name: str, at: int) -> None:
    paragraphs = [block for block in desk.blocks(name) if block.kind == "paragraph"]
    if paragraphs:
        chosen = paragraphs[at % len(paragraphs)]
        words = desk.mine("Edited")
        desk.rewrite(name, chosen, chosen.raw.rstrip("\n") + f" {words}.\n\n")
        desk.lines[f"docs/sources/{name}.md"].append(words)


def delete_a_paragraph(desk: Desk, name: str, at: int) -> None:
    paragraphs = [b for b in desk.blocks(name) if b.kind == "paragraph" and "Edited" not in b.words]
    if at % 3 == 0 and paragraphs and name not in desk.away and not desk.unsettled:
        chosen = paragraphs[at % len(paragraphs)]
        key = paragraphs_of(desk, name)[chosen.paragraph]
        if (name, key) not in desk.doubled:
            for block in desk.blocks(name):
                if block.id and block.paragraph == chosen.paragraph and desk.moves[name]:
                    desk.mark(name, block).moved = True
            desk.save(name, [block.raw for block in desk.blocks(name) if block != chosen])
            if all(b.paragraph != chosen.paragraph for b in desk.blocks(name) if b.kind == "paragraph"):
                desk.cut.add((name, key))


def edit_the_timeline(desk: Desk, name: str, at: int) -> None:
    path = desk.root / TIMELINE
    text = path.read_text(encoding="utf-8")
    if at % 5 == 0 and "<!-- onrecord: timeline -->\n" in text:
        line = desk.mine("Mine on the timeline, number")
        start, marker, rest = text.partition("<!-- onrecord: timeline -->\n")
        path.write_bytes(f"{start}{marker}\n{line}\n{rest}".encode())
        desk.lines[TIMELINE].append(line)


def delete_the_page(desk: Desk, name: str, at: int) -> None:
    if at % 5 == 0 and name not in desk.away and desk.path(name).exists():
        desk.path(name).unlink()
        forget(desk, name)


def forget(desk: Desk, name: str) -> None:
    """Nothing of a person's is on this page any more."""
    desk.lines[f"docs/sources/{name}.md"].clear()
    desk.renamed.discard(name)
    desk.moves[name] = 0
    for paragraphs in (desk.cut, desk.copied):
        paragraphs -= {which for which in paragraphs if which[0] == name}
    desk.marks = {key: mark for key, mark in desk.marks.items() if key[0] != name}


# Other programs


def save_with_another_editor(desk: Desk, name: str, at: int) -> None:
    if desk.path(name).exists():
        text = desk.path(name).read_bytes().replace(b"\r\n", b"\n")
        desk.path(name).write_bytes(text.replace(b"\n", b"\r\n"))


def run_a_formatter(desk: Desk, name: str, at: int) -> None:
    raws = [formatted(block, at) for block in desk.blocks(name)]
    if raws:
        desk.save(name, raws)


def formatted(block: Block, at: int) -> str:
    raw = block.raw
    if block.kind == "card":
        return re.sub(r"^> - ", "> * ", raw, flags=re.MULTILINE)
    if block.kind in ("statement", "event"):
        raw = raw.replace("“", '"').replace("”", '"').replace("’", "'") if at % 2 else raw
        raw = re.sub(r"^> \[!", r"> \\[!", raw) if at % 3 else raw
        return raw.replace("\n", " \n") if at % 5 == 0 else raw
    if block.kind == "paragraph" and at % 2:
        return raw.replace(" ", "\n", 2).replace("<a\n", "<a ", 1)
    return raw


# Sources and the analysis


def the_rights_change(desk: Desk, name: str, at: int) -> None:
    desk.publish[name] = ("excerpts", "link", "full")[at % 3]
    desk.write_sources()


def the_source_gains_a_paragraph(desk: Desk, name: str, at: int) -> None:
    new = KEYS[at % len(KEYS)]
    if new not in desk.texts[name]:
        desk.texts[name].insert(at // 3 % (len(desk.texts[name]) + 1), new)
        desk.unsettled.add(new)
        desk.write_sources()


def the_source_loses_a_paragraph(desk: Desk, name: str, at: int) -> None:
    if len(desk.texts[name]) > 2:
        key = desk.texts[name].pop(at % len(desk.texts[name]))
        desk.unsettled.add(key)
        desk.write_sources()


def the_source_rewrites_a_paragraph(desk: Desk, name: str, at: int) -> None:
    key = desk.texts[name][at % len(desk.texts[name])]
    if key not in desk.unsettled and (name, key) not in desk.doubled and name not in desk.away:
        desk.endings[name, key] = at % len(ENDINGS)
        desk.unsettled.add(key)
        desk.write_sources()


def the_source_repeats_itself(desk: Desk, name: str, at: int) -> None:
    key = desk.texts[name][at % len(desk.texts[name])]
    if at % 4 == 0 and len(desk.texts[name]) < 7:
        desk.texts[name].insert(at // 5 % (len(desk.texts[name]) + 1), key)
        desk.doubled.add((name, key))
        desk.unsettled.add(key)
        desk.write_sources()


def the_source_goes_or_comes(desk: Desk, name: str, at: int) -> None:
    if at % 3 == 0:
        desk.away ^= {name}
        desk.write_sources()


def the_analysis_changes(desk: Desk, name: str, at: int) -> None:
    OPINION.version = at
    desk.forget_readings()


def the_analysis_cuts_other_words(desk: Desk, name: str, at: int) -> None:
    """Only of a sentence whose annotations stay traceable: one that is in each text, or in none."""
    key = KEYS[at % len(KEYS)]
    there = [one for one in NAMES if key in desk.texts[one] and one not in desk.away]
    seen = any(desk.marks.get((one, "statement", key)) for one in NAMES if one not in there)
    if not seen and key not in desk.unsettled:
        OPINION.short ^= {key}
        desk.forget_readings()
        desk.unsettled.add(key)


# Accidents


def cut_off(desk: Desk, changes: dict[str, bytes | None], where: object, step: str, left: int) -> bool:
    """Writes, and dies at a step after so many of them; the next command has then begun. Whether it came to that."""
    real: Callable[..., None] = getattr(where, step)

    def dies(*args: object) -> None:
        nonlocal left
        if left == 0:
            raise KeyboardInterrupt
        left -= 1
        real(*args)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(where, step, dies)
        try:
            desk.project.write(changes)
        except KeyboardInterrupt:
            patch.undo()
            with desk.project.locked():
                return True
    return False


def a_build_is_cut_off(desk: Desk, name: str, at: int) -> None:
    """After some of the files are moved into place: the next command finishes it."""
    changes = desk.project.changes(pipeline.plan(desk.project, pdf=False).files)
    cut_off(desk, changes, project.Project, "_move", at % 7)
    assert desk.project.changes(changes) == {}
    desk.settled()


def a_build_is_cut_off_early(desk: Desk, name: str, at: int) -> None:
    """Before all contents are laid down: nothing has happened."""
    changes = desk.project.changes(pipeline.plan(desk.project, pdf=False).files)
    if cut_off(desk, changes, project, "_lay_down", at % 5):
        assert desk.project.changes(changes) == changes
    else:
        desk.settled()


ACTIONS: tuple[Action, ...] = (
    write_a_line,
    correct_a_speaker,
    correct_a_role,
    correct_a_listener,
    correct_a_date,
    remark_inside_a_callout,
    remark_below_a_callout,
    fold_a_callout,
    delete_a_callout,
    make_a_callout_a_note,
    move_a_callout,
    split_a_callout,
    add_a_callout_by_hand,
    delete_a_callout_by_hand,
    rename_the_headline,
    extend_the_front_matter,
    edit_a_paragraph,
    edit_the_timeline,
    delete_a_paragraph,
    move_a_paragraph,
    copy_a_paragraph,
    put_a_paragraph_back,
    restore_a_callout,
    accept_the_tools_opinion,
    delete_the_page,
    save_with_another_editor,
    run_a_formatter,
    the_rights_change,
    the_source_gains_a_paragraph,
    the_source_loses_a_paragraph,
    the_source_rewrites_a_paragraph,
    the_source_repeats_itself,
    the_source_goes_or_comes,
    the_analysis_changes,
    the_analysis_cuts_other_words,
    a_build_is_cut_off,
    a_build_is_cut_off_early,
    build,
)
