"""How English texts name and point at people and organisations. Data only; words in lower case."""

HONORIFICS = {
    "mr": "m",
    "mister": "m",
    "mrs": "f",
    "ms": "f",
    "miss": "f",
    "mme": "f",
    "madame": "f",
    "sir": "m",
    "lord": "m",
    "lady": "f",
    "dame": "f",
    "king": "m",
    "queen": "f",
    "prince": "m",
    "princess": "f",
    "pope": "m",
    "dr": "",
    "prof": "",
    "rev": "",
    "hon": "",
    "st": "",
    "fr": "m",
    "sr": "",
}
"""Words before a name that are no role of their own: gender they tell ("m", "f") or ""."""

ROLE_ABBREVIATIONS = frozenset(
    "sen sens rep reps gov govs gen col lt maj capt cmdr cpl sgt adm brig pres amb atty supt det pvt del".split()
)
"""Shortened roles written before a name with a full stop."""

SUFFIXES = frozenset("jr sr ii iii iv esq phd md".split())
PARTICLES = frozenset(
    "de del della da di do dos das du la le van von der den ter ten bin ibn al el ben y zu af av".split()
)
"""Lower-case words inside a family name."""

PRONOUNS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
    "they": "p",
    "them": "p",
    "their": "p",
    "themselves": "p",
    "it": "n",
    "its": "n",
    "itself": "n",
    "i": "1",
    "me": "1",
    "my": "1",
    "myself": "1",
    "we": "0",
    "us": "0",
    "our": "0",
    "you": "0",
    "this": "0",
    "that": "0",
    "these": "0",
    "those": "0",
    "who": "r",
    "whom": "r",
    "which": "r",
    "whose": "r",
    "both": "p",
    "one": "0",
    "someone": "0",
    "anyone": "0",
    "everyone": "0",
    "nobody": "0",
    "somebody": "0",
    "others": "0",
    "some": "0",
    "many": "0",
    "what": "0",
    "there": "0",
    "all": "0",
    "another": "0",
    "each": "0",
    "most": "0",
    "few": "0",
    "several": "0",
}
"""Pronoun: "m", "f", "p" several, "n" a thing, "r" relative, "1" the writer, "0" stands for nobody in particular."""

FEMALE_WORDS = frozenset(
    """
spokeswoman chairwoman congresswoman businesswoman saleswoman woman girl lady queen princess actress wife mother
daughter sister widow aunt niece grandmother granddaughter girlfriend heiress hostess duchess nun assemblywoman
councilwoman policewoman stateswoman alderwoman mom
""".split()
)
MALE_WORDS = frozenset(
    """
man boy king prince actor husband father son brother widower uncle nephew grandfather grandson boyfriend
businessman congressman salesman statesman gentleman duke monk priest pope pastor imam rabbi dad
""".split()
)

POINTING = frozenset("the this that his her their its".split())
"""First words of a description that point at somebody known."""
ARTICLES = frozenset("a an the".split())
LEADING = frozenset("a an the another one".split())
"""Words cut off before a role."""

PREPOSITIONS = frozenset(
    """
of for from at in to with on by about under over within near against among between behind during since into than
via alongside including after before outside inside without as
""".split()
)
CLAUSE_OPENERS = frozenset(
    "who whom whose which that where when while because although though said says".split()
)

NOT_NAMES = frozenset(
    """
a about above according across actually add added adding after afterward again against ago all almost along also
although always amid among an and another any anyone anything are around as aside ask asked asking at away back
basically be because been before behind being below besides best better between beyond both but by call called
can certainly clearly come could currently day days dear despite did do does don't down due during each early
earlier either else elsewhere enough especially even eventually ever every everyone everything except exclusive
far few finally first following for former formerly fortunately from further furthermore generally get given go
going good great had half has have having he hello hence her here hers herself him himself his how however i i'd
i'll i'm i've if image images immediately in including indeed initially inside instead into is it it's its
itself just keep last late lately later least less let let's like likewise look lots made make makes many maybe
me meanwhile might mine more moreover most mostly much must my myself near nearly neither never nevertheless new
next no nobody none nonetheless nor not nothing now nowhere of off often oh ok okay on once one ones only onto
or other others otherwise our ours out over overall own perhaps photo please plus possibly prior probably put
quite rather read really recent recently regarding related right same say saying says second see seen separately
several shall she should similarly simply since so some somehow someone something sometimes soon still such take
than thank thanks that that's the their theirs them themselves then there there's thereafter therefore these
they they're third this those though thus till to today together tomorrow tonight too toward towards two under
underneath unfortunately unless unlike until up update updated upon us use using usually very via video view was
we we're well were what what's whatever when whenever where whereas wherever whether which while who whoever
whole whom whose why will with within without would yes yesterday yet you your yours yourself monday tuesday
wednesday thursday friday saturday sunday january february march april may june july august september october
november december jan feb mar apr jun jul aug sept sep oct nov dec
""".split()
)
"""Capitalised at the start of a sentence or always, yet no part of a name."""

MONTH_NAMES_USED = frozenset("april may june august will".split())
"""Months and such that are given names too: kept before a capitalised word."""

AFTER_NAME = frozenset(
    """
himself herself itself and or who whom which that also then again later further himself alone both too now
recently told said says has had have was is were are did does
""".split()
)
"""Lower-case words that may follow a name which is itself the head of its phrase."""

POSSESSIVES = frozenset("his her their its my our your".split())

PAIR_WORDS = frozenset("two both pair duo couple".split())
"""What two people are called together."""

ASKING = frozenset("asked asks asking questioned questions pressed presses quizzed".split())
"""Reporting words after which the one asked speaks next."""

LABEL_OPENERS = frozenset(
    """
the a an one some many several another other his her their its our my two three few all most more both every
each
""".split()
)
"""First words of a description that lose their capital where it stands for a name."""
