"""Candidates for a statement: a cue, the frame it stands in, what it would say and who would say it.

A frame is how the content hangs on its cue: "clause" (said that …), "inf" (plans to …), "object" (criticized
…), "prep:about" (talked about …), "n-clause" (the claim that …), "a-clause" (sure that …), "according". This
module finds every place where a frame is filled, whether or not anything is attributed there; `evidence`
decides by counts.
"""

from collections import Counter
from collections.abc import Iterator

from onrecord.analysis.candidate import Candidate
from onrecord.analysis.clauses import NOUN_TAGS, VERB_TAGS, Tree
from onrecord.analysis.frames_closing import closing
from onrecord.analysis.frames_nouns import according, of_adjective, of_noun
from onrecord.analysis.holders import subject_of
from onrecord.languages.en.verbs import CLOSING_CUES, RAISING, WITH_OBJECT

LONGEST = 600
"""Tokens in a sentence; a longer one is a list or no prose, and its clauses would cost quadratic time."""


def candidates(tree: Tree) -> Iterator[Candidate]:
    """Every filled frame of the text, cue by cue."""
    lengths = Counter(tree.sentences)
    for at, tag in enumerate(tree.tags):
        if lengths[tree.sentences[at]] > LONGEST:
            continue
        if tag in VERB_TAGS:
            if tree.deps[at] not in ("aux", "auxpass", "amod", "compound"):
                yield from _of_verb(tree, at)
        elif tag in NOUN_TAGS:
            yield from of_noun(tree, at)
        elif tag == "JJ":
            yield from of_adjective(tree, at)
        if tree.words[at] == "according":
            yield from according(tree, at)


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
    if tree.lemmas[at] in CLOSING_CUES and "ccomp" not in by_dep and not passive:
        ending = closing(tree, at)
        if ending is not None:
            yield ending
            return
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
    alone = tree.tags[at] == "VBN" and not {"aux", "nsubj", "ccomp"} & kids.keys()
    asked = tree.lemmas[at] == "ask" and tree.tags[at] == "VBN" and "aux" not in kids
    return tree.deps[at] in ("advcl", "acl") and (alone or asked)


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
        aux = (
            tree.child(kid, "aux")
            if tree.deps[kid] == "advcl" and kid > prep and tree.tags[kid] == "VB"
            else None
        )
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
