"""A light stem for words that two texts share: irregular forms by list, then one ending off."""

import unicodedata
from functools import lru_cache

from onrecord.across import events_words as words

CACHED = 1 << 16
"""Words whose stems are remembered."""

_IRREGULAR = {
    **words.IRREGULAR,
    **dict(
        pair.split(":")
        for pair in """people:person men:man women:woman children:child feet:foot lives:life wives:wife fled:flee
        fleeing:flee flees:flee dead:die deaths:die death:die died:die dies:die dying:die killed:kill killing:kill
        killings:kill policemen:policeman congressmen:congressman servicemen:serviceman servicewomen:servicewoman
        gunmen:gunman firemen:fireman businessmen:businessman fishermen:fisherman countries:country spent:spend
        lost:lose loses:lose losing:lose caught:catch taught:teach fed:feed bred:breed understood:understand
        raised:raise raises:raise raising:raise donated:donate donating:donate donation:donate donations:donate
        deleted:delete deleting:delete""".split()
    ),
}
_ENDINGS = (
    ("ies", "y"),
    ("sses", "ss"),
    ("shes", "sh"),
    ("ches", "ch"),
    ("xes", "x"),
    ("ing", ""),
    ("ed", ""),
    ("es", "e"),
    ("s", ""),
)


def plain(word: str) -> str:
    """Without accents and case."""
    if word.isascii():
        return word.casefold()
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in folded if not unicodedata.combining(char)).replace("’", "'")


@lru_cache(maxsize=CACHED)
def stem(word: str) -> str:
    """The stem of a word, without case and accents; one for "refugee" and "refugees", "raise" and "raised"."""
    word = plain(word).removesuffix("'s").rstrip("'")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            root = word[: -len(ending)] + instead
            return (
                _undoubled(root)
                if ending in ("ing", "ed")
                else root.removesuffix("e")
                if len(root) > 4
                else root
            )
    return word.removesuffix("e") if len(word) > 4 else word


def _undoubled(root: str) -> str:
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz":
        return root[:-1]
    return root.removesuffix("e") if len(root) > 4 else root
