"""What gives a text's language away: its most frequent function words, or its letters. Data, no code."""

_WORDS = {
    "en": "the of and to in a that is was for on with as "
          "he it by at from his has have be this which not are they",
    "fr": "le la les de des du et à en un une que qui est "
          "dans pour par sur au pas plus ce il elle avec son se ne sont",
    "de": "der die das und in den von zu mit dem des ist im "
          "für auf nicht ein eine sich als auch es an er hat dass bei",
    "es": "el la los las de del y a en un una que es por "
          "con para se su al lo como más pero no fue este ha sus según",
    "pt": "o a os as de do da dos das e em um uma que é "
          "para com não no na por se ao mais foi como mas pelo pela são",
    "it": "il la i gli le di del della e a in un una che "
          "è per con non si da al nel sono ha più come anche alla dei",
    "nl": "de het een van en in is dat op te zijn met voor "
          "die niet aan er om ook als door bij naar heeft maar ze uit",
    "sv": "och att det i en som på är av för med den till "
          "inte har de ett om var men sig från han vid så kan säger",
    "da": "og at det i en som på er af for med den til ikke "
          "har de et om var men sig fra han ved så kan blev siger",
    "pl": "w i na z że się do nie to jest o od po "
          "przez za jak ale dla który są oraz jego przed tym co był powiedział",
    "cs": "a v se na je že s z do o to k i za ve "
          "pro jako by podle po ale který jsou od byl při však řekl také bude",
    "ro": "de și în a la pe cu că o un nu din este pentru "
          "să mai care au al fi după prin sau fost dar lui ca se spus",
    "tr": "ve bir bu da de için ile olarak daha çok olan gibi "
          "en ne sonra kadar olduğunu dedi o ya göre ancak her ise",
    "id": "yang dan di dengan untuk dari pada itu tidak ini "
          "dalam akan juga ke kata telah oleh bahwa ada tersebut para",
    "vi": "của và là các trong đã cho có với được những một "
          "không người này về để ông năm khi tại đến từ theo cũng",
    "fi": "ja on ei se että oli hän mutta joka ovat myös "
          "kun tai jos mukaan sen olla vain ole kuin niin sekä sanoi",
    "hu": "a az és hogy nem is egy de ez meg van volt "
          "csak már el ha mint azt még szerint lesz után kell mondta",
}  # fmt: skip
WORDS: dict[str, frozenset[str]] = {tag: frozenset(words.split()) for tag, words in _WORDS.items()}
"""Language → its most frequent words, in lower case."""

SCRIPTS: dict[str, str] = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "CJK": "zh", "GREEK": "el", "HEBREW": "he", "THAI": "th",
    "DEVANAGARI": "hi", "BENGALI": "bn", "TAMIL": "ta", "GEORGIAN": "ka", "ARMENIAN": "hy",
}  # fmt: skip
"""First word of a letter's Unicode name → the language that is written so, as a rule."""

LETTERS: dict[str, tuple[tuple[str, str], ...]] = {
    "CYRILLIC": (("uk", "іїєґ"), ("ru", "ыэёъ")),
    "ARABIC": (("ur", "ٹڈڑےں"), ("fa", "پچژگی"), ("ar", "ةىيك")),
}
"""Script of several languages → the letters that only one of them has."""

NAMES: dict[str, str] = {
    "en": "English", "fr": "French", "de": "German", "es": "Spanish", "pt": "Portuguese", "it": "Italian",
    "nl": "Dutch", "sv": "Swedish", "da": "Danish", "pl": "Polish", "cs": "Czech", "ro": "Romanian", "tr": "Turkish",
    "id": "Indonesian", "vi": "Vietnamese", "fi": "Finnish", "hu": "Hungarian", "ja": "Japanese", "ko": "Korean",
    "zh": "Chinese", "el": "Greek", "he": "Hebrew", "th": "Thai", "hi": "Hindi", "bn": "Bengali", "ta": "Tamil",
    "ka": "Georgian", "hy": "Armenian", "uk": "Ukrainian", "ru": "Russian", "ur": "Urdu", "fa": "Persian",
    "ar": "Arabic",
}  # fmt: skip
"""Languages by their English names."""
