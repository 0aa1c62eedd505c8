"""Penn Treebank tags: the universal part of speech of each, and forms whose lemma no rule gives."""

PARTS_OF_SPEECH = {
    "$": "SYM", "''": "PUNCT", ",": "PUNCT", "-LRB-": "PUNCT", "-RRB-": "PUNCT", ".": "PUNCT", ":": "PUNCT",
    "ADD": "X", "AFX": "ADJ", "CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "FW": "X",
    "HYPH": "PUNCT", "IN": "ADP", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "LS": "X", "MD": "AUX",
    "NFP": "PUNCT", "NN": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "NNS": "NOUN", "PDT": "DET",
    "POS": "PART", "PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "RP": "ADP",
    "SYM": "SYM", "TO": "PART", "UH": "INTJ", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB",
    "VBP": "VERB", "VBZ": "VERB", "WDT": "PRON", "WP": "PRON", "WP$": "PRON", "WRB": "ADV", "XX": "X",
    "_SP": "SPACE", "``": "PUNCT",
}  # fmt: skip

AUXILIARY_RELATIONS = frozenset({"aux", "auxpass"})
"""Dependency labels under which a verb is an auxiliary."""

BASE_FORMS = frozenset({"NN", "VB", "VBP", "JJ", "RB"})
"""Tags of words that are their own lemma."""

LEMMAS = {
    "am": "be", "are": "be", "is": "be", "was": "be", "were": "be", "been": "be", "being": "be", "'m": "be",
    "'re": "be", "'ve": "have", "has": "have", "had": "have", "does": "do", "did": "do", "'ll": "will",
    "wo": "will", "ca": "can", "n't": "not", "'d": "would", "him": "he", "them": "they", "us": "we",
    "me": "I", "her": "she", "said": "say", "says": "say", "told": "tell",
}  # fmt: skip
"""Forms whose lemma does not depend on the tag, or that no rule gives."""
