"""The clause around a time expression that a person can read alone, by the dependency parse."""

from itertools import chain

from spacy.tokens import Doc, Span, Token

from onrecord.languages.en import events as words
from onrecord.languages.en import times as time_words

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_SPEAKER = 24
"""Tokens in front of a "told" in which its speaker is looked for."""
_CLOSERS = {"”": ("“",), ")": ("(",), "]": ("[",), "’": ("‘",)}
_EDGES = frozenset(",;:–—-\"'“”‘’()[]|.…`") | {"--", "``", "''", "..."}


def head_of(doc: Doc, start: int, end: int) -> Token | None:
    """The token of the expression that the others hang on; None where no token is there."""
    tokens = doc.char_span(start, end, alignment_mode="expand")
    return tokens.root if tokens is not None and len(tokens) else None


def verb_of(token: Token) -> Token | None:
    """The verb whose time it is; None where the path to it leads through a possessive or a compound."""
    for step in chain((token,), token.ancestors):
        if step.pos_ in ("VERB", "AUX"):
            return step
        if step.dep_ in ("poss", "compound", "amod", "nmod", "nummod", "appos"):
            return None
    return None


def is_adverbial(token: Token, verb: Token) -> bool:
    """Whether the time hangs on the verb itself, by a preposition at most."""
    first = _first_of_several(token)
    preposition = _first_of_several(first.head) if first.dep_ == "pobj" else first
    return verb.i in (first.head.i, preposition.head.i)


def _first_of_several(token: Token) -> Token:
    """ "on Monday" of "on Monday and on Tuesday"."""
    while token.dep_ == "conj" and token.head.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def clause_of(verb: Token, head: Token) -> Span | None:
    """The clause of `verb` that holds `head`, trimmed to what stands alone; None where nothing does."""
    subject_verb = _with_subject(verb)
    if subject_verb is None:
        return None
    kept = _kept(subject_verb, verb, head)
    first, last = _run(kept, head.i)
    subject = min(
        (child.left_edge.i for child in subject_verb.children if child.dep_ in SUBJECTS), default=first
    )
    first = max(min(first, subject), _speaker_of(verb) or 0)
    antecedent = _antecedent(subject_verb)
    if antecedent is not None:
        first = min(first, antecedent.left_edge.i)
    return _trimmed(head.doc, _after_opener(head.doc, first, last), last)


def _speaker_of(verb: Token) -> int | None:
    """Where the speaker starts in "…, Ann Lee, the mayor, told …" when the parse missed that it is one."""
    if (
        verb.lemma_ not in words.SAYING
        or verb.dep_ != "conj"
        or any(c.dep_ in SUBJECTS for c in verb.children)
    ):
        return None
    commas = [
        at
        for at in range(verb.i - 1, max(verb.sent.start, verb.i - _SPEAKER) - 1, -1)
        if verb.doc[at].text == ","
    ]
    if len(commas) < 3 or commas[0] != verb.i - 1:
        return None
    return commas[2] + 1 if verb.doc[commas[2] + 1].pos_ == "PROPN" else None


def _with_subject(verb: Token) -> Token | None:
    """The verb, or the one above it, that has a subject or a noun to hang on."""
    for step in (verb, *verb.ancestors):
        if step.pos_ not in ("VERB", "AUX"):
            continue
        if any(child.dep_ in SUBJECTS for child in step.children) or _tells_of_a_noun(step):
            return step
    return None


def _tells_of_a_noun(verb: Token) -> bool:
    """Whether it is a relative or participle clause: "which began on Friday", "seized on Friday"."""
    return verb.dep_ in ("relcl", "acl") and not any(child.lower_ == "to" for child in verb.lefts)


def _kept(top: Token, verb: Token, head: Token) -> set[int]:
    """The tokens of the clause: all below its verb but other clauses that do not hold the date."""
    path = {token.i for token in (head, *head.ancestors)}
    kept: set[int] = set()
    stack = [top]
    while stack:
        token = stack.pop()
        kept.add(token.i)
        stack += [child for child in token.children if child.i in path or not _spare(child, top, verb)]
    return kept


def _spare(child: Token, top: Token, verb: Token) -> bool:
    """Whether a clause below the verb can go: a further main clause, what is quoted before a "said"."""
    if child.head.i not in (top.i, verb.i):
        return False
    if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"):
        return True
    if child.dep_ == "cc":
        return any(other.dep_ == "conj" and other.pos_ in ("VERB", "AUX") for other in child.head.children)
    if child.dep_ in ("ccomp", "parataxis"):
        return child.i < top.i or child.dep_ == "parataxis" or _is_quoted(child)
    return child.dep_ == "dep" and child.i < top.i


def _is_quoted(clause: Token) -> bool:
    before = clause.left_edge.i - 1
    return before >= 0 and clause.doc[before].text in ('"', "“", "``", "''")


def _run(kept: set[int], at: int) -> tuple[int, int]:
    """The unbroken run of kept tokens around one of them, punctuation bridged."""
    first = last = at
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    return first, last


def _antecedent(verb: Token) -> Token | None:
    """The noun that a relative or participle clause tells of."""
    return verb.head if _tells_of_a_noun(verb) else None


def _after_opener(doc: Doc, first: int, last: int) -> int:
    """Where the clause starts once words that tie it to another are cut."""
    while first < last and (
        doc[first].lower_ in words.OPENERS or doc[first].text in _EDGES or doc[first].is_space
    ):
        if doc[first].dep_ == "prep" and any(child.dep_ == "pobj" for child in doc[first].children):
            break  # "after the talks"
        first += 1
    return first


def _trimmed(doc: Doc, first: int, last: int) -> Span | None:
    while last > first and _is_loose(doc, first, last):
        last -= 1
    if last - first < 2:
        return None
    return doc[first : last + 1]


def _is_loose(doc: Doc, first: int, last: int) -> bool:
    """Whether the last token can go: white space, a mark whose partner is not in the clause, a conjunction."""
    token = doc[last]
    if token.text in _CLOSERS and any(doc[at].text in _CLOSERS[token.text] for at in range(first, last)):
        return False
    return token.text in _EDGES or token.is_space or token.lower_ in words.OPENERS


def is_future(verb: Token) -> bool:
    """Whether the verb tells of what is to come: "will meet", "is to meet", "plans to meet"."""
    if verb.tag_ == "VBD":
        return False
    for step in (verb, *verb.ancestors):
        auxiliaries = {child.lower_ for child in step.children if child.dep_ in ("aux", "auxpass")}
        if step.tag_ == "VBG" and step.lemma_ in words.GOING and _is(step):
            return True
        if auxiliaries & words.FUTURE_AUXILIARIES and "have" not in auxiliaries:
            return True
        if "to" in auxiliaries and step.tag_ == "VB" and (_had(step.head) or _had(step.head.head)):
            return False
        if "to" in auxiliaries and step.tag_ == "VB" and step.head.lemma_ in (*words.PLANNING, "be", "go"):
            return True
        if step.dep_ not in ("conj", "xcomp", "pcomp") or any(c.dep_ in SUBJECTS for c in step.children):
            break
    return verb.lemma_ in words.PLANNED and (
        verb.tag_ in ("VBZ", "VBP") or (verb.tag_ == "VBN" and _is(verb))
    )


def is_only_planned(verb: Token) -> bool:
    """Whether the verb tells of a plan and leaves open what came of it: "talks were planned"."""
    return verb.lemma_ in words.PLANNED and any(child.dep_ == "auxpass" for child in verb.children)


def is_possible(verb: Token) -> bool:
    """Whether the verb tells of what may come: "could meet", but not "could have met"."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return bool(auxiliaries & words.POSSIBLE) and "have" not in auxiliaries


def is_past(verb: Token) -> bool:
    """Whether the verb tells of what has been: "met", "has met", "was met"."""
    if is_future(verb) or verb.lemma_ in words.PLANNING:
        return False
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and not auxiliaries & {"be", "being", "is", "are", "to"}):
        return True
    return bool(auxiliaries & {"did", "had", "was", "were"})


def _had(verb: Token) -> bool:
    return any(child.lower_ == "had" for child in verb.children if child.dep_ in ("aux", "auxpass"))


def _is(verb: Token) -> bool:
    return any(child.lower_ in ("is", "are", "'s", "’s") for child in verb.children)


def tells_only_saying(clause: Span, verb: Token, time: tuple[int, int]) -> bool:
    """Whether the clause is a "he said on Friday" with nothing that happened in it."""
    if verb.lemma_ not in words.SAYING and verb.lemma_ != "speak":
        return False
    kinds = {child.dep_ for child in verb.children if clause.start <= child.i < clause.end}
    if kinds & {"ccomp", "xcomp"}:
        return False
    return not any(_is_occasion(token, clause, time) for token in clause)


def _is_occasion(token: Token, clause: Span, time: tuple[int, int]) -> bool:
    """Whether a token is a noun that the verb happened at or to, and not its speaker or its date."""
    if token.pos_ != "NOUN" or time[0] <= token.idx < time[1] or token.lower_ in time_words.UNITS:
        return False
    verb = clause.root
    if token.dep_ in ("dobj", "dative") and token.head.i == verb.i:
        return token.lower_ not in ("reporters", "journalists")
    return (
        token.dep_ == "pobj"
        and token.head.head.i == verb.i
        and token.lower_ not in ("reporters", "journalists")
    )
