"""English words of quantities: data only."""

UNITS = {
    word: number
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen""".split()
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
POWERS = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "mln": 1e6,
    "bln": 1e9,
}
SHORT_POWERS = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
"""Written against the number: "$5m", "3bn"."""
FRACTIONS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}
"""Of what follows with "of": "a third of voters" is a share."""

AT_LEAST = (
    "more than",
    "greater than",
    "over",
    "at least",
    "no fewer than",
    "no less than",
    "not less than",
    "upwards of",
    "upward of",
    "in excess of",
    "well over",
    "north of",
    "above",
    "a minimum of",
    "exceeding",
    "exceeded",
    "topped",
)
HANDING = frozenset(
    """hand handed hands handing turn turned turns turning take took taken takes taking give gave given gives giving
    carry carried sign signed pass passed roll rolled bring brought argue argued fight fought""".split()
)
"""Before "over" and a number: the verb's own word, not "more than"."""
AT_MOST = (
    "less than",
    "fewer than",
    "under",
    "below",
    "up to",
    "as many as",
    "as much as",
    "at most",
    "no more than",
    "not more than",
    "a maximum of",
)
ALMOST = (
    "nearly",
    "almost",
    "close to",
    "just under",
    "just short of",
    "approaching",
    "just shy of",
    "shy of",
)
ABOUT = (
    "about",
    "around",
    "roughly",
    "some",
    "approximately",
    "an estimated",
    "estimated",
    "approx",
    "circa",
    "or so",
    "in the region of",
    "somewhere around",
    "just over",
    "a little over",
    "slightly more than",
    "just more than",
    "perhaps",
    "maybe",
)
EXACT = (
    "exactly",
    "precisely",
    "only",
    "just",
    "a total of",
    "a record",
    "all",
    "the",
    "these",
    "those",
    "his",
    "her",
)
"""What may stand before a number and says nothing of its sort."""
STEP = frozenset("another additional extra further first last next past previous other every each".split())
"""Before a number: a part, a row or an addition, not the whole that another source counts."""
STEP_AFTER = frozenset("more others other additional extra further fewer less times time fold".split())

CURRENCIES = {
    "$": "$",
    "£": "£",
    "€": "€",
    "¥": "¥",
    "₹": "₹",
    "dollar": "$",
    "dollars": "$",
    "dlr": "$",
    "dlrs": "$",
    "pounds": "pound",
    "euro": "€",
    "euros": "€",
    "yen": "¥",
    "yuan": "yuan",
    "rupees": "₹",
    "rubles": "ruble",
    "roubles": "ruble",
    "francs": "franc",
    "pesos": "peso",
    "kroner": "krone",
    "kronor": "krona",
    "cents": "cent",
    "cts": "cent",
}
MEASURES = frozenset(
    """tonne tonn ton barrel bpd bbl bushel acre hectar kilometr kilometer mile metr meter foot inch kilo kilogram
    kilogramm gram pound ounc gallon litr liter watt kilowatt megawatt gigawatt degree bag bale byte unit""".split()
)
"""Stems of nouns that say only how it is measured, as currencies do: what is measured stands elsewhere."""
CHANGES = frozenset(
    """raised raise raises raising increased increase increases increasing lowered lower lowers lowering cut cuts
    cutting reduced reduce reduces reducing rose rise rises rising risen fell fall falls falling fallen grew grow
    grows growing grown dropped drop drops dropping climbed climb climbs climbing jumped jumps jumping declined
    decline declines slipped slips soared soars surged surges tumbled up down revised gained eased advanced
    doubled tripled narrowed widened changed went expanded boosted boost pushed pushes pushing""".split()
)
"""Words of change: what stands after their "to" or "from" was or is so on a day."""
ROSE = frozenset("rose fell climbed dropped declined slipped gained grew jumped".split())
"""Just before a number: it is the size of a change."""
MARKET = frozenset(
    """close open trad trade price pric stand worth spend total cost third second share shar barrel oil crude crud
    market dollar euro yen pound value valu deal hit set reach put""".split()
)
"""Stems that say little of what an amount is of, or that it is a price, which is another every day."""
DAILY = frozenset("close trad trade barrel crude crud dollar euro yen".split())
"""Stems beside a price that is another every day."""
GROWING = frozenset("@sell ship download".split())
"""Beside a number of things, as stems or acts: there are more of them every day."""
STANDING = frozenset("lead leads led leading trail trails trailed trailing ahead behind".split())
"""Words of a race: how far one is ahead is so on a day."""
FOLLOWING = frozenset("user follower subscriber medal goal".split())
"""Stems of nouns whose number is another every day."""
EXPECTED = frozenset("expect predict forecast project likely hope will would could may might".split())
"""Words of what is to come: what a number will be, somebody expects, and what it was is another thing."""
FORMER = frozenset("from vs versus against".split())
"""Before a number that something was in another time."""
PERCENT = frozenset({"%", "percent", "pct"})
TIMES = frozenset(
    """year years month months week weeks day days hour hours minute minutes second seconds decade decades
    century centuries quarter quarters night nights morning mornings weekend weekends am pm a.m p.m""".split()
)
"""Units of time: lengths of time and ages are rarely told of the same thing."""

MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec""".split()
)
LABELS = frozenset(
    """no nos number numbers section sections article articles chapter title route highway interstate
    proposition prop amendment page pages verse level tier phase grade room channel age aged ages rule
    resolution flight bill act class division district precinct ward group formula version volume vol part
    episode season game round week day figure table top boeing apollo super bowl iphone windows area zone
    line exit gate lot unit apartment suite building the""".split()
) - {"the"}
"""Before a bare number: the number is a name."""

PLURALS = frozenset(
    """people men women children police troops cattle fish sheep deer aircraft personnel staff series species
    media data criteria phenomena feet teeth mice geese congressmen congresswomen servicemen servicewomen
    firefighters lives wives policemen fishermen gunmen businessmen clergy dead crew""".split()
)
"""Nouns in the plural that do not end in -s."""
NOT_PLURALS = frozenset(
    """is was has does this his its us as yes thus plus versus across unless less perhaps always news congress
    bus campus success process access business address boss class glass loss mass pass press cross virus
    status crisis basis analysis thesis consensus caucus focus bonus census gas bias lens says goes does
    gets makes takes comes wants means seems remains includes""".split()
)
STOPS = frozenset(
    """the a an and or but nor if than that which who whom whose when where while because as to for from in on
    at by with without into onto over under of per versus vs about after before during since until through
    between among against is are was were be been being am has have had having do does did will would can
    could may might shall should must not said says say told tell tells he she it they we you i him her them
    us me this these those there here then so such how what why each every apiece compared according
    including despite amid ago later earlier back up down out off""".split()
)
"""Where a noun phrase ends."""

HURT = frozenset(
    """dead killed wounded injured hurt missing arrested dying died detained hospitalized hospitalised
    displaced slain perished infected evacuated drowned trapped""".split()
)
"""After a number without a noun, these say that people are counted: "12 dead"."""
HURTING = frozenset(
    """killed killing kills injured injuring injures wounded wounding wounds arrested arresting detained
    detaining left leaving claimed displaced displacing hospitalized hospitalised hospitalizing""".split()
)
"""Before one: "killing 12"."""
"""Auxiliaries between the number and such a word."""
AUXILIARIES = frozenset("were was are have had been being got be lay".split())

HARMS = {
    "died": "die dead kill slay perish fatal massacre murder",
    "hurt": "injure wound hurt hospitalize hospitalise burn",
    "held": "arrest detain capture kidnap hostage seize abduct jail",
    "missing": "missing disappear trap unaccounted",
    "displaced": "displace flee evacuate homeless uproot",
}
"""What befell people → the words that say so. Two figures of different harms are of different people."""

OPPOSED = (
    ("republican", "democrat"),
    ("republican", "democratic"),
    ("gop", "democrat"),
    ("gop", "democratic"),
    ("men", "women"),
    ("male", "female"),
    ("north", "south"),
    ("east", "west"),
    ("rise", "fall"),
    ("increase", "decrease"),
    ("gain", "lose"),
    ("import", "export"),
    ("buy", "sell"),
    ("monthly", "annual"),
    ("pledged", "superdelegate"),
    ("individual", "total"),
    ("profit", "revenue"),
    ("asset", "debt"),
)
"""Of two figures, one beside the one word and one beside the other, what is counted differs."""

GENERIC = frozenset("person human individual soul victim casualty fatality death life dead people".split())
"""Nouns for people of any kind: the same people may be called "refugees" elsewhere."""

PER = {"per": "", "a": "", "an": "", "each": "", "every": "", "apiece": "each"}
"""After a number: so much for each. An article only where one of `RATES` follows."""
RATES = frozenset(
    "hour day week month year night person head ticket plate barrel gallon ton pound share piece vote".split()
)

HEADS = {
    stem: group.split()[0]
    for group in (
        "person human individual soul victim casualty fatality death life dead refugee civilian resident migrant",
        "immigrant alien undocumented",
        "protester demonstrator protestor marcher",
        "email message e-mail mail",
        "country nation",
        "home house dwelling",
        "officer policeman police cop",
        "soldier troop serviceman trooper",
        "gunman shooter attacker assailant",
        "job position",
        "woman female",
        "man male",
        "child kid youngster",
        "company firm business",
        "lawmaker legislator",
        "attendee supporter attender fan",
    )
    for stem in group.split()
}
"""Stem of a head noun → what it is compared as."""
