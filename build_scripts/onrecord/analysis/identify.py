"""The ids of a text's annotations."""

from onrecord.model import annotation_id


class Identify:
    """Hands out ids, no two alike, in constant time also where the same words come ten thousand times."""

    def __init__(self) -> None:
        self.used: dict[str, int] = {}

    def __call__(self, words: str) -> str:
        """The id of an annotation of these words."""
        base = annotation_id(words)
        number = self.used.get(base, 0) + 1
        self.used[base] = number
        return base if number == 1 else f"{base}-{number}"
