"""Whether the words before a time make it a coming one."""

import re

from onrecord.analysis.times_grammar import Context, either
from onrecord.languages.en import times as words

CUE_WINDOW = 30
"""Characters before a weekday in which a word about the future counts; more made it worse on TBAQ."""
_FUTURE = re.compile(rf"(?<![\w-]){either(words.FUTURE_BEFORE_A_DAY)}(?!\w)|(?<=['’])ll ")
_TO_VERB = re.compile(rf"(?<!\w)to\s+(?!{either(words.NO_VERBS)}(?!\w))(?!\w*(?<![su])s(?!\w))[a-z]{{2,}}")
_HAD = re.compile(r"(?<!\w)had(?: been| not|n['’]t)(?!\w)")
_LIMIT = re.compile(rf"(?<!\w){either(words.LIMITS_BEFORE_A_DAY)}\s+(?:the\s+)?\Z")
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s")


def is_ahead(context: Context, start: int, window: int = CUE_WINDOW) -> bool:
    """Whether a word about the future stands shortly before, in the same sentence."""
    before = _SENTENCE_END.split(context.text[max(context.floor, start - window) : start])[-1]
    if _HAD.search(context.before(start, 2 * window)):
        return False
    if _LIMIT.search(before.lower()):
        return True
    return bool(_FUTURE.search(before.lower()) or _TO_VERB.search(before))
