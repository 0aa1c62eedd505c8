"""Candidates for a statement: a cue, the frame it stands in, what it would say and who would say it.

A frame is how the content hangs on its cue: "clause" (said that …), "inf" (plans to …), "object" (criticized
…), "prep:about" (talked about …), "n-clause" (the claim that …), "a-clause" (sure that …), "according". This
module finds every place where a frame is filled, whether or not anything is attributed there; `evidence`
decides by counts.
"""

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.analysis.clauses import Tree
from onrecord.languages.en.verbs import LIGHT_PREPOSITIONS, RAISING, UNHELD, WITH_OBJECT

VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
NOUN_TAGS = frozenset({"NN", "NNS"})
_NONE: frozenset[int] = frozenset()


class Candidate(NamedTuple):
    """A place where a statement may stand; tokens are indices into the tree."""

    cue: int
    """The cue's head."""
    words: tuple[int, ...]
    """All tokens of the cue."""
    frame: str
    content: list[int]
    head: int
    """The head of the content."""
    source: int | None
    """The head of the noun phrase that names the speaker."""
    link: str
    """How the source was found: "subject", "agent", "relative", "shared", "owner", "none" …"""


def candidates(tree: Tree) -> Iterator[Candidate]:
    """Every filled frame of the text, cue by cue."""
    for at, tag in enumerate(tree.tags):
        if tag in VERB_TAGS:
            if tree.deps[at] not in ("aux", "auxpass", "amod", "compound"):
                yield from _of_verb(tree, at)
        elif tag in NOUN_TAGS:
            yield from _of_noun(tree, at)
        elif tag == "JJ":
            yield from _of_adjective(tree, at)
        if tree.words[at] == "according":
            yield from _according(tree, at)


def subject_of(tree: Tree, verb: int) -> tuple[int | None, str]:
    """The head of who does `verb`, and how it was found.

    A verb without a subject of its own takes that of the verb it is joined to or depends on; on the way up
    through nouns ("took the step of criticizing", "his bid to win") their owner counts.
    """
    link = "subject"
    for _ in range(10):
        subject = _own_subject(tree, verb, link)
        if subject is not None:
            relative = tree.deps[verb] == "relcl" and tree.tags[subject] in ("WP", "WDT")
            return subject, "relative" if relative else link
        dep, head = tree.deps[verb], tree.heads[verb]
        if head == verb:
            break
        if dep == "conj" and tree.tags[head] in VERB_TAGS and link == "subject":
            link = "shared"
        elif dep in ("acl", "relcl") and tree.tags[verb] in ("VBG", "VBN") and not _is_object(tree, head):
            return head, "noun"
        elif dep in _UPWARDS:
            link = "controlled"
        elif dep != "conj":
            break
        verb = head
    return None, "none"


_UPWARDS = frozenset(
    {"xcomp", "advcl", "pcomp", "ccomp", "prep", "dep", "acomp", "acl", "dobj", "pobj", "attr", "oprd", "aux"}
)


def _own_subject(tree: Tree, at: int, link: str) -> int | None:
    if tree.tags[at] in NOUN_TAGS:
        return tree.child(at, "poss")
    subject = tree.child(at, "nsubj", "expl")
    return tree.child(at, "nsubjpass") if subject is None and link != "subject" else subject


def _is_object(tree: Tree, noun: int) -> bool:
    return tree.deps[noun] in ("dobj", "attr") and tree.tags[tree.heads[noun]] in VERB_TAGS


def _source(tree: Tree, verb: int, passive: bool) -> tuple[int | None, str]:
    if not passive:
        return subject_of(tree, verb)
    agent = tree.child(verb, "agent")
    return (None, "none") if agent is None else (tree.child(agent, "pobj"), "agent")


def _of_verb(tree: Tree, at: int) -> Iterator[Candidate]:
    by_dep: dict[str, int] = {}
    for kid in tree.kids[at]:
        by_dep.setdefault(tree.deps[kid], kid)
    passive = (
        "nsubjpass" in by_dep or "auxpass" in by_dep or "agent" in by_dep or _is_participle(tree, at, by_dep)
    )
    source, link = (None, "none") if tree.lemmas[at] in RAISING else _source(tree, at, passive)
    found = _filled(tree, at, by_dep, passive)
    if found is None:
        return
    frame, head, tops = found
    content = content_below(tree, frame, tops, at if frame in ("clause", "as") else None)
    if frame == "clause" and head < at:
        content = sorted({*content, *_before_cue(tree, at, source)})
    content = _without_carrier(tree, content)
    if content:
        yield Candidate(at, _verb_words(tree, at, by_dep, frame), frame, content, head, source, link)


def _without_carrier(tree: Tree, content: list[int]) -> list[int]:
    """The content without “, according to CNN”: that tells who carries the words on."""
    carriers = [token for token in content if tree.words[token] == "according" and tree.heads[token] != token]
    left_out = {token for carrier in carriers for token in tree.subtree(carrier)}
    return [token for token in content if token not in left_out] if left_out else content


def _is_participle(tree: Tree, at: int, kids: dict[str, int]) -> bool:
    """A past participle on its own ("Asked whether …, he said"): somebody else did it."""
    return tree.tags[at] == "VBN" and tree.deps[at] in ("advcl", "acl") and not {"aux", "nsubj"} & kids.keys()


def content_below(tree: Tree, frame: str, tops: list[int], cue: int | None) -> list[int]:
    """All tokens under `tops`, the cue's own left out, and an aside that trails behind a comma."""
    without = frozenset() if cue is None else frozenset((cue,))
    content = sorted({token for top in tops for token in tree.subtree(top, without)})
    aside = _aside(tree, frame, tops, content)
    if aside is None:
        return content
    left_out = set(tree.subtree(aside))
    return [token for token in content if token not in left_out]


def _aside(tree: Tree, frame: str, tops: list[int], content: list[int]) -> int | None:
    """A relative clause (beside a noun also an apposition) after a comma at the end: more often told than said."""
    asides = ("relcl",) if frame in ("clause", "inf", "object", "as", "according") else ("relcl", "appos")
    token, top = content[-1], set(tops)
    inside = set(content)
    while token in inside:
        if (
            tree.deps[token] in asides
            and tree.tags[token] in ("VBD", "VBZ", "VBN", "NN")
            and token not in top
        ):
            first = tree.subtree(token)[0]
            if first > content[0] and tree.words[first - 1] in (",", "—", "--", "-"):
                return token
        if token in top or tree.heads[token] == token:
            return None
        token = tree.heads[token]
    return None


def _before_cue(tree: Tree, cue: int, source: int | None) -> list[int]:
    """All of the sentence before ", he said", however the parse cuts it up."""
    first = cue
    if source is not None and tree.heads[source] == cue and source < cue:
        first = tree.subtree(source)[0]
    if first < 2 or tree.words[first - 1] != ",":
        return []
    start = first - 1
    while start > 0 and tree.sentences[start - 1] == tree.sentences[cue]:
        start -= 1
    return list(range(start, first - 1))


def _filled(tree: Tree, at: int, kids: dict[str, int], passive: bool) -> tuple[str, int, list[int]] | None:
    """The frame that the verb's children fill: its name, the content's head, and the content's tops."""
    prefix = "passive-" if passive else ""
    if (clause := kids.get("ccomp")) is not None:
        clauses = [kid for kid in tree.kids[at] if tree.deps[kid] == "ccomp"]
        return prefix + _clause_kind(tree, clause), clause, clauses
    if passive:
        return _filled_passive(tree, at, kids)
    if (
        tree.heads[at] != at
        and "dobj" not in kids
        and (tree.deps[at] == "parataxis" or _is_as(tree, at, kids))
    ):
        return "as", tree.heads[at], [tree.heads[at]]
    return _filled_active(tree, at, kids)


def _is_as(tree: Tree, at: int, kids: dict[str, int]) -> bool:
    """“… , as X said”."""
    mark = tree.child(at, "mark", "advmod") if tree.deps[at] == "advcl" else None
    return mark is not None and tree.words[mark] == "as" and "nsubj" in kids and "xcomp" not in kids


def _clause_kind(tree: Tree, clause: int) -> str:
    if tree.tags[clause] in VERB_TAGS or any(
        tree.deps[kid] in ("nsubj", "nsubjpass", "aux") for kid in tree.kids[clause]
    ):
        return "clause"
    return "small"


def _filled_passive(tree: Tree, at: int, kids: dict[str, int]) -> tuple[str, int, list[int]] | None:
    subject = kids.get("nsubjpass")
    tops = [subject] if subject is not None else []
    for dep in ("xcomp", "oprd"):
        if dep in kids:
            return f"passive-{dep}", kids[dep], [*tops, kids[dep]]
    for kid in tree.kids[at]:
        if tree.deps[kid] == "prep" and tree.words[kid] in WITH_OBJECT:
            return f"passive-{tree.words[kid]}", kid, [*tops, kid]
    return ("passive", tops[0], tops) if tops else None


def _filled_active(tree: Tree, at: int, kids: dict[str, int]) -> tuple[str, int, list[int]] | None:
    inner, thing = kids.get("xcomp"), kids.get("dobj")
    if inner is not None:
        return _filled_open(tree, at, kids, inner)
    if thing is not None:
        if (named := kids.get("oprd")) is not None:
            tops = [named] if tree.tags[thing] in ("WP", "WDT") else [thing, named]
            return "name", tops[0], tops
        more = [kid for kid in tree.kids[at] if kid > thing and _goes_on(tree, kid)]
        return "object", thing, [thing, *more]
    for kid in tree.kids[at]:
        if tree.deps[kid] == "prep" and kid > at:
            inside = tree.child(kid, "pobj", "pcomp")
            if inside is not None:
                if (asked := _to_do(tree, at, kid)) is not None:
                    return f"prep:{tree.words[kid]}-inf", asked, [inside, asked]
                more = [each for each in tree.kids[at] if each > inside and _goes_on(tree, each)]
                return f"prep:{tree.words[kid]}", inside, [inside, *more]
    return None


def _to_do(tree: Tree, at: int, prep: int) -> int | None:
    """What somebody is called on to do: an infinitive after “call on X”, however it hangs on the verb."""
    if tree.words[prep] not in ("on", "upon", "for"):
        return None
    for kid in tree.kids[at]:
        aux = tree.child(kid, "aux") if tree.deps[kid] == "advcl" and kid > prep and tree.tags[kid] == "VB" else None
        if aux is not None and tree.words[aux] == "to" and tree.lemmas[at] == "call":
            return kid
    return None


def _goes_on(tree: Tree, kid: int) -> bool:
    return tree.deps[kid] == "prep" and tree.words[kid] in WITH_OBJECT


def _filled_open(tree: Tree, at: int, kids: dict[str, int], inner: int) -> tuple[str, int, list[int]]:
    thing = kids.get("dobj")
    before = [thing] if thing is not None else []
    if tree.lemmas[at] in RAISING and "nsubj" in kids:
        return "raising", inner, [kids["nsubj"], inner]
    if tree.tags[inner] == "VBG":
        return "ger", inner, [*before, inner]
    if tree.tags[inner] in VERB_TAGS:
        for kid in tree.kids[at]:
            called = tree.child(kid, "pobj") if tree.deps[kid] == "prep" and at < kid < inner else None
            if called is not None and not before:
                return f"prep:{tree.words[kid]}-inf", inner, [called, inner]
        return ("object-inf" if before else "inf"), inner, [*before, inner]
    return "small", inner, [*before, inner]


def _verb_words(tree: Tree, at: int, kids: dict[str, int], frame: str) -> tuple[int, ...]:
    words = [at]
    for kid in tree.kids[at]:
        if tree.deps[kid] in ("aux", "auxpass", "neg", "prt") or (
            frame.startswith("prep:") and tree.words[kid] == frame[5:]
        ):
            words.append(kid)
    return tuple(sorted(words))


def _of_noun(tree: Tree, at: int) -> Iterator[Candidate]:
    for kid in tree.kids[at]:
        if kid < at:
            continue
        dep = tree.deps[kid]
        if dep in ("acl", "ccomp", "relcl", "xcomp"):
            frame = _noun_frame(tree, kid)
            if frame:
                source, link = _owner(tree, at)
                yield Candidate(at, (at,), frame, tree.subtree(kid), kid, source, link)
                return
        elif dep == "prep" and tree.words[kid] in LIGHT_PREPOSITIONS:
            inside = tree.child(kid, "pobj", "pcomp")
            if inside is not None:
                source, link = _owner(tree, at)
                yield Candidate(
                    at, (at, kid), f"n-{tree.words[kid]}", tree.subtree(inside), inside, source, link
                )
                return


def _noun_frame(tree: Tree, kid: int) -> str | None:
    first = [tree.words[each] for each in tree.kids[kid] if each < kid]
    if tree.tags[kid] == "VB" and "to" in first:
        return "n-inf"
    if tree.deps[kid] in ("acl", "ccomp") and tree.tags[kid] not in ("VBG", "VBN"):
        return "n-clause"
    if "that" in first and tree.deps[kid] != "relcl":
        return "n-clause"
    return None


def _owner(tree: Tree, at: int) -> tuple[int | None, str]:
    """Whose claim, plan or criticism it is."""
    owner = tree.child(at, "poss")
    if owner is not None:
        return owner, "owner"
    for kid in tree.kids[at]:
        if tree.deps[kid] == "prep" and tree.words[kid] in ("by", "from", "among"):
            return tree.child(kid, "pobj"), "by"
    dep, head = tree.deps[at], tree.heads[at]
    if dep == "conj":
        dep, head = tree.deps[head], tree.heads[head]
    if dep == "pobj":
        dep, head = tree.deps[head], tree.heads[head]
    if dep in ("dobj", "prep", "attr") and tree.tags[head] in VERB_TAGS and tree.lemmas[head] not in UNHELD:
        return subject_of(tree, head)[0], "holder"
    return None, "none"


def _of_adjective(tree: Tree, at: int) -> Iterator[Candidate]:
    for kid in tree.kids[at]:
        if kid < at:
            continue
        dep = tree.deps[kid]
        if dep in ("ccomp", "xcomp"):
            frame, head = ("a-clause" if dep == "ccomp" else "a-inf"), kid
        elif dep == "prep" and tree.words[kid] in LIGHT_PREPOSITIONS:
            inside = tree.child(kid, "pobj", "pcomp")
            if inside is None:
                continue
            frame, head = f"a-{tree.words[kid]}", inside
        else:
            continue
        verb = tree.heads[at]
        source, link = subject_of(tree, verb) if tree.tags[verb] in VERB_TAGS else (None, "none")
        if tree.deps[at] == "amod":
            source, link = verb, "noun"
        yield Candidate(at, (at,), frame, tree.subtree(head), head, source, link)
        return


def _according(tree: Tree, at: int) -> Iterator[Candidate]:
    to = next((kid for kid in tree.kids[at] if tree.words[kid] == "to"), None)
    source = tree.child(to if to is not None else at, "pobj")
    if source is None or tree.heads[at] == at:
        return
    below = set(tree.subtree(at))
    content = [token for token in _sentence(tree, at) if token not in below]
    if content:
        yield Candidate(at, (at, at + 1), "according", content, content[0], source, "according")


def _sentence(tree: Tree, at: int) -> range:
    start = end = at
    while start > 0 and tree.sentences[start - 1] == tree.sentences[at]:
        start -= 1
    while end < len(tree.words) and tree.sentences[end] == tree.sentences[at]:
        end += 1
    return range(start, end)
