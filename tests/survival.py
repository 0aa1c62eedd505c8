"""A briefing that people, sources and the analysis change in turns, and a model of what must hold after a build."""

import re
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from onrecord import pipeline
from onrecord.model import Event, Problem, Statement
from onrecord.pages.locate import bare
from onrecord.pages.reader import Block, read_blocks
from onrecord.project import MEMORY, Project
from survival_stub import ENDINGS, KEYS, NAMES, OPINION, SENTENCES, key_in, words_in

OWN_IDS = ("mine-", "part-")
"""How the ids begin that people give to their callouts."""
TIMELINE = "docs/timeline.md"


@dataclass
class Mark:
    """What people did to one annotation."""

    deleted: bool = False
    moved: bool = False
    fields: dict[str, str] = field(default_factory=dict)
    """speaker, role, to, date, type, remark, words → what somebody wrote."""
    parts: dict[str, dict[str, str]] = field(default_factory=dict)
    """Words of callouts of people's own, split off it or added → what each tells; nothing of one with its id."""
    twin: bool = False
    """Whether one of these bears its id, too."""

    def delete(self) -> None:
        self.deleted, self.moved = True, False
        self.fields.clear()


class Desk:
    """Two texts, their pages, and what is known of both. Actions take a text's name and any number."""

    def __init__(self) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="onrecord-survival-"))
        (self.root / "sources").mkdir()
        (self.root / "mkdocs.yml").write_text("site_name: Survival\n", encoding="utf-8")
        self.project = Project.at(self.root)
        self.texts = {"a": [*KEYS[:4]], "b": [*KEYS[4:7]]}
        self.endings = dict.fromkeys(((name, key) for name in NAMES for key in KEYS), 0)
        self.marks: dict[tuple[str, str, str], Mark] = {}
        """(text, kind, key word) → what people did."""
        self.lines: dict[str, list[str]] = {f"docs/sources/{name}.md": [] for name in NAMES}
        """Path → words of people's that must be in the file."""
        self.publish = dict.fromkeys(NAMES, "full")
        """Text → full, excerpts or link."""
        self.cut: set[tuple[str, str]] = set()
        """Sentences whose paragraph a person took off the page."""
        self.moves: Counter[str] = Counter()
        """Text → how often a person moved or copied one of its paragraphs on its page."""
        self.copied: set[tuple[str, str]] = set()
        """Those whose paragraph a person put on the page once more."""
        self.renamed: set[str] = set()
        self.doubled: set[tuple[str, str]] = set()
        """Sentences that stood twice in a text: which of the two an annotation belongs to is anybody's guess."""
        self.unsettled: set[str] = set()
        """Key words of sentences that came, went or were rewritten since the last build."""
        self.away: set[str] = set()
        self.count = 0
        self.lines[TIMELINE] = []
        OPINION.version, OPINION.short = 0, set()
        self.write_sources()
        self.build()

    def close(self) -> None:
        shutil.rmtree(self.root)

    def mine(self, what: str) -> str:
        """Words that nobody wrote before."""
        self.count += 1
        return f"{what} {self.count}x"

    def sentence(self, name: str, key: str) -> str:
        return SENTENCES[key].format(ENDINGS[self.endings[name, key]])

    def write_sources(self) -> None:
        for name, keys in self.texts.items():
            file = self.root / f"sources/{name}.txt"
            if name in self.away:
                file.unlink(missing_ok=True)
                file.with_suffix(".yml").unlink(missing_ok=True)
            else:
                text = "\n\n".join(self.sentence(name, key) for key in keys) + "\n"
                file.write_text(text, encoding="utf-8")
                sidecar = f"published: 2022-04-26\npublish: {self.publish[name]}\n"
                file.with_suffix(".yml").write_text(sidecar, encoding="utf-8")

    def forget_readings(self) -> None:
        """As after an upgrade of the tool, whose version is part of the cache's key."""
        (self.root / MEMORY).unlink(missing_ok=True)

    # Pages

    def path(self, name: str) -> Path:
        return self.root / f"docs/sources/{name}.md"

    def blocks(self, name: str) -> tuple[Block, ...]:
        page = self.project.read(f"docs/sources/{name}.md")
        return read_blocks(page) if page else ()

    def save(self, name: str, raws: list[str]) -> None:
        text = "".join(raw if raw.endswith("\n\n") else raw.rstrip("\n") + "\n\n" for raw in raws)
        self.path(name).write_bytes(text.rstrip("\n").encode() + b"\n")

    def mark(self, name: str, block: Block) -> Mark:
        return self.marks.setdefault((name, block.kind, key_in(words_in(block))), Mark())

    def chosen(self, name: str, at: int, kind: str = "") -> Block | None:
        """One of the tool's callouts, of which the model knows what is to become."""
        known = [
            block
            for block in self.blocks(name)
            if block.anchored
            and key_in(words_in(block))
            and (name, key_in(words_in(block))) not in self.doubled
            and not self.is_part(name, block)
            and kind in ("", block.kind)
        ]
        return known[at % len(known)] if known else None

    def is_part(self, name: str, block: Block) -> bool:
        """Whether a callout is one of people's own, or bears the id of one."""
        mark = self.marks.get((name, block.kind, key_in(words_in(block))), Mark())
        return mark.twin or is_by_hand(block, mark)

    def rewrite(self, name: str, chosen: Block, raw: str) -> None:
        self.save(name, [raw if block == chosen else block.raw for block in self.blocks(name)])

    # What must hold

    def check(self) -> None:
        """Compares the pages, just built, with the model."""
        for path, lines in self.lines.items():
            if lines:
                # A formatter that runs twice may break a line between any two words.
                text = " ".join((self.project.read(path) or "").split())
                assert [line for line in lines if " ".join(line.split()) not in text] == [], path
        for name in NAMES:
            blocks = self.blocks(name)
            if name not in self.away:
                self.check_head(name, blocks)
                self.check_paragraphs(name, blocks)
            for kind in ("statement", "event"):
                for key in KEYS:
                    self.check_annotation((name, kind, key), blocks)

    def check_head(self, name: str, blocks: tuple[Block, ...]) -> None:
        whole = self.publish[name] == "full"
        first = bare(self.sentence(name, self.texts[name][0])) if whole else name
        title = re.search(r"title: (.*)", blocks[0].raw)
        assert title
        assert first.startswith(bare(title[1]).rstrip(" …"))
        headline = next(b for b in blocks if b.raw.startswith("# "))
        assert name in self.renamed or first.startswith(bare(headline.raw[2:]).rstrip(" …"))

    def check_paragraphs(self, name: str, blocks: tuple[Block, ...]) -> None:
        """All paragraphs of the source, in order, but for those that a person edited."""
        shown = [(b.paragraph, bare(b.words)) for b in blocks if b.kind == "paragraph"]
        keys = dict(enumerate(self.texts[name], 1))
        cut = {number for number, key in keys.items() if (name, key) in self.cut}
        numbers = [number for number, _ in shown]
        # Of two that change places, nobody can say which was moved: others may stand by either.
        assert len(numbers) - longest_in_order(numbers) <= self.moves[name]
        for number, times in Counter(numbers).items():
            assert times == 1 or {(name, keys[number])} & (self.copied | self.doubled), "twice on the page"
        assert {number for number in numbers if keys.get(number) in keys.values()} == set(numbers)
        sure = {number for number, key in keys.items() if (name, key) not in self.doubled}
        if self.publish[name] == "full":
            assert sure & set(numbers) == sure - cut
        assert (sure & cut).isdisjoint(numbers), "a deleted paragraph is back"
        for number, words in shown:
            if (name, keys[number]) not in self.doubled and "Edited" not in words:
                assert words == self.published(name, keys[number], blocks)

    def published(self, name: str, key: str, blocks: tuple[Block, ...]) -> str:
        """What the page may show of a sentence: whole, what of it is annotated there, or nothing."""
        sentence = bare(self.sentence(name, key))
        if self.publish[name] == "full":
            return sentence
        shown = [False] * len(sentence)
        for block in blocks:
            words = bare(words_in(block)).removeprefix("… ")
            at = sentence.find(words)
            if block.id and not block.orphaned and at >= 0 and self.publish[name] == "excerpts":
                shown[at : at + len(words)] = [True] * len(words)
        runs = groupby(zip(sentence, shown, strict=True), key=itemgetter(1))
        pieces = [(there, "".join(letter for letter, _ in run)) for there, run in runs]
        texts = [piece if there or not re.search(r"\w", piece) else " … " for there, piece in pieces]
        return " ".join("".join(texts).split())

    def check_annotation(self, which: tuple[str, str, str], blocks: tuple[Block, ...]) -> None:
        name, kind, key = which
        mark = self.marks.get(which, Mark())
        found = [block for block in blocks if block.kind == kind and key_in(words_in(block)) == key]
        parts = [block for block in found if is_by_hand(block, mark)]
        told = [shown_in(block) for block in parts]
        for words, fields in mark.parts.items():
            assert any({**one, **fields, "words": words} == one for one in told), "a callout by hand is gone"
        assert len(parts) == len(mark.parts) or (name, key) in self.doubled, "one by hand has company"
        found = [block for block in found if block not in parts]
        if (name, key) in self.doubled:
            text = "".join(block.raw for block in blocks)
            assert [one for one in mark.fields.values() if one.endswith("x") and one not in text] == []
            return
        opinion = None
        if key in self.texts[name] and name not in self.away:
            words = self.sentence(name, key)
            opinion = OPINION.said(words) if kind == "statement" else OPINION.happens(words)
        if mark.deleted:
            assert found == [], "a deleted callout is back"
        elif self.publish[name] == "link" and not mark.fields and name not in self.away:
            assert found == [], "a callout of the tool's beside the card"
        elif not mark.fields and (opinion is None or (mark.parts and not found)):
            # What the tool finds anew may be one of the parts, by a unique overlap.
            assert found == [] or name in self.away, "a withdrawn callout is still there"
        else:
            assert len(found) == 1, f"{key} {kind}: there {len(found)} times"
            self.check_fields(found[0], mark, opinion)
            if opinion and key in self.texts[name]:
                number = self.texts[name].index(key) + 1
                assert f"[¶{number}](#p{number})" in found[0].raw
                shown = [block.paragraph for block in blocks if block.kind == "paragraph"]
                home = max((n for n in shown if n <= number), default=0)
                assert home == number or (name, key) in self.cut
                # Among paragraphs that were moved nobody can say behind which of them a deleted one stood.
                anywhere = mark.moved or (home != number and shown != sorted(shown))
                assert anywhere or found[0].paragraph == home, "it stands behind another paragraph"

    def check_fields(self, block: Block, mark: Mark, opinion: Statement | Event | None) -> None:
        """A person's fields are theirs, the others follow the analysis."""
        shown = shown_in(block)
        wanted = dict(mark.fields)
        if isinstance(opinion, Statement):
            speaker = opinion.speaker
            theirs = {"speaker": speaker.name, "to": opinion.to, "words": bare(opinion.words)}
            theirs |= {"role": speaker.role} if "speaker" not in mark.fields else {}
            wanted = {key: value or "" for key, value in theirs.items()} | wanted
        elif opinion:
            wanted = {"date": opinion.date, "words": bare(opinion.what)} | wanted
        different = {key: (shown[key], wanted[key]) for key in wanted if shown[key] != wanted[key]}
        assert not different, different

    # What the tool does

    def build(self) -> None:
        plan = pipeline.plan(self.project, pdf=False)
        self.project.remember(plan.cache)
        self.project.write(self.project.changes(plan.files))
        assert self.settled() == orphans(plan)

    def settled(self) -> list[Problem]:
        """After a build: a second one changes nothing, and all is as it must be. What orphans that reports."""
        again = pipeline.plan(self.project, pdf=False)
        assert self.project.changes(again.files) == {}
        assert again.counts["added"] == again.counts["changed"] == 0
        self.unsettled.clear()
        for paragraphs in (self.cut, self.copied):
            there = {
                (name, key) for name in NAMES for key in (KEYS if name in self.away else self.texts[name])
            }
            paragraphs &= there
        self.check()
        return orphans(again)


def orphans(plan: pipeline.Plan) -> list[Problem]:
    """What a build has to say of callouts of people's that the text or the analysis no longer has."""
    return [one for one in plan.problems if one.message.startswith("The callout")]


def is_by_hand(block: Block, mark: Mark) -> bool:
    """By its words, and its id: the tool may come to read the same words."""
    own = mark.twin or not block.anchored or str(block.id).startswith(OWN_IDS)
    return own and bare(words_in(block)) in mark.parts


def longest_in_order(numbers: list[int]) -> int:
    """How long the longest row of rising ones is."""
    rows: list[int] = []
    for at, number in enumerate(numbers):
        rows.append(1 + max((rows[n] for n in range(at) if numbers[n] < number), default=0))
    return max(rows, default=0)


def shown_in(block: Block) -> dict[str, str]:
    """What a callout tells, by field."""
    kind = re.match(r"> \\?\[!(\w+)\\?\](-?)", block.raw)
    shown = {
        "type": "".join(kind.groups()) if kind else "",
        "remark": " ".join(block.more.split()),
        "words": bare(words_in(block)),
    }
    if block.statement:
        speaker = block.statement.speaker
        shown |= {"speaker": speaker.name or "", "role": speaker.role or "", "to": block.statement.to or ""}
    if block.event:
        shown |= {"date": block.event.date}
    return shown
