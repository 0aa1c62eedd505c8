"""Who does what a verb tells, and whose a claim, plan or criticism is."""

from onrecord.analysis.clauses import NOUN_TAGS, VERB_TAGS, Tree
from onrecord.languages.en.verbs import UNHELD


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
    empty = subject is not None and tree.words[subject] in ("it", "there") and tree.lemmas[at] == "be"
    if empty and link != "subject":
        return None  # “it was too early …, but added”: nobody's subject
    return tree.child(at, "nsubjpass") if subject is None and link != "subject" else subject


def _is_object(tree: Tree, noun: int) -> bool:
    return tree.deps[noun] in ("dobj", "attr") and tree.tags[tree.heads[noun]] in VERB_TAGS


def owner_of(tree: Tree, at: int) -> tuple[int | None, str]:
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
