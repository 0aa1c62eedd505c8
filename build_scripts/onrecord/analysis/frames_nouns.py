"""Frames of nouns ("the claim that …"), adjectives ("sure that …") and "according to"."""

from collections.abc import Iterator

from onrecord.analysis.candidate import Candidate
from onrecord.analysis.clauses import VERB_TAGS, Tree
from onrecord.analysis.holders import owner_of, subject_of
from onrecord.languages.en.verbs import LIGHT_PREPOSITIONS


def of_noun(tree: Tree, at: int) -> Iterator[Candidate]:
    """A noun with a clause, an infinitive or a phrase of what is claimed, planned, felt."""
    for kid in tree.kids[at]:
        if kid < at:
            continue
        dep = tree.deps[kid]
        if dep in ("acl", "ccomp", "relcl", "xcomp"):
            frame = _noun_frame(tree, kid)
            if frame:
                source, link = owner_of(tree, at)
                yield Candidate(at, (at,), frame, tree.subtree(kid), kid, source, link)
                return
        elif dep == "prep" and tree.words[kid] in LIGHT_PREPOSITIONS:
            inside = tree.child(kid, "pobj", "pcomp")
            if inside is not None:
                source, link = owner_of(tree, at)
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


def of_adjective(tree: Tree, at: int) -> Iterator[Candidate]:
    """An adjective with a clause, an infinitive or a phrase of what is thought or felt."""
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


def according(tree: Tree, at: int) -> Iterator[Candidate]:
    """“According to”: the content is all the rest of the sentence."""
    to = next((kid for kid in tree.kids[at] if tree.words[kid] == "to"), None)
    source = tree.child(to if to is not None else at, "pobj")
    if source is None or tree.heads[at] == at:
        return
    sentence = tree.sentence(at)
    below = set(tree.subtree(at))
    comma = next((token for token in range(source, sentence.stop) if tree.words[token] == ","), None)
    if (
        at == sentence.start
        and comma is not None
        and tree.child(tree.heads[at], "nsubj", "nsubjpass") is None
    ):
        # the parse took the sentence's subject for an apposition: "According to NAME, the plan is …"
        below = {token for token in below if token < comma}
    content = [token for token in sentence if token not in below]
    if content:
        yield Candidate(at, (at, at + 1), "according", content, content[0], source, "according")
