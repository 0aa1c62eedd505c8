"""Words that tell organisations, places and peoples from persons. Data only; words in lower case."""

ORGANISATION_WORDS = frozenset(
    """
academy veterans voters workers citizens mothers families taxpayers administration affairs agency airlines
airways alliance america army assembly assistance association associates authority bank board brigade
broadcasting brothers bureau cabinet campaign capital center centre chamber church city club coalition college
command commission committee commons communications company conference congress consulting convention corp
corporation council court courts daily defense department dispatch district division embassy enterprises
entertainment examiner federation films fleet force forces forum foundation front fund globe government group
guard guardian headquarters herald holdings hospital hotel house inc inquirer institute institution institutions
intelligence international journal kremlin labor laboratory laboratories league llc llp lobby lodge ltd magazine
majority media ministry mission mirror monitor mosque movement museum nation nations navy network networks news
newspaper newspapers observer office organisation organization panel parliament partners partnership party
pentagon people's plc police politics polls poll post post-dispatch press project radio reform register
relations report republic research resources restaurant review school schools secretariat security senate
service services society solutions star state states station studios study sun supreme survey systems team
technologies telegraph television theater times tower treasury tribunal tribune trust tv union united university
vatican wing works wire workers force administration act bill agreement deal constitution amendment treaty
charter award street avenue road square county island islands beach river lake sea ocean bay valley hills
mountain airport bridge plaza
""".split()
)
"""A run of capitalised words holding one of these is no person's name."""

PLACES = frozenset(
    """
afghanistan africa alabama alaska albania algeria america amsterdam ankara argentina arizona arkansas asia
athens atlanta australia austria baghdad baltimore bangladesh beijing beirut belarus belgium benghazi berlin
bosnia boston brazil britain brooklyn brussels bucharest budapest buffalo bulgaria cairo california cambodia
canada caracas charleston charlotte chechnya chicago chile china cleveland cologne colombia colorado columbus
connecticut copenhagen crimea croatia cuba cyprus dallas damascus dayton delaware delhi denmark denver detroit
dublin ecuador egypt england eritrea estonia ethiopia europe finland florida france frankfurt gaza geneva
georgia germany ghana greece guam guantanamo guatemala haiti havana hawaii helsinki honduras houston hungary
iceland idaho illinois india indiana indonesia iowa iran iraq ireland israel istanbul italy jakarta jamaica
japan jerusalem jordan kabul kansas kazakhstan kentucky kenya kharkiv kherson kiev korea kosovo kuwait kyiv laos
latvia lebanon libya lisbon lithuania london louisiana luxembourg macedonia madrid maine malaysia mali malta
manhattan mariupol maryland massachusetts mexico miami michigan milan milwaukee minneapolis minnesota
mississippi missouri moldova mongolia montana morocco moscow mosul mumbai munich myanmar nairobi nebraska nepal
netherlands nevada niger nigeria nordic norway odesa ohio oklahoma oregon orlando oslo ottawa pakistan palestine
panama paraguay paris pennsylvania peru philadelphia philippines phoenix pittsburgh poland portland portugal
prague qatar raleigh richmond riga romania rome russia rwanda sacramento scandinavia scotland seattle seoul
serbia shanghai siberia sicily singapore slovakia slovenia somalia spain stockholm sudan sweden switzerland
sydney syria taiwan tallinn tampa tehran tennessee texas thailand tibet tokyo toronto tripoli tunisia turkey
uganda uk ukraine uruguay utah uzbekistan vancouver venezuela vermont vienna vietnam vilnius virginia wales
warsaw washington wisconsin wyoming yemen yugoslavia zambia zimbabwe zurich
""".split()
)
PLACE_OPENERS = frozenset(
    "new north south east west northern southern eastern western san los las saint fort st el".split()
)
"""First words of many places of two words: "New York", "San Francisco"."""

PLACE_SHORT = frozenset(
    """
ala ariz ark calif colo conn fla ill ind kan ky mass mich minn mont neb nev okla ore pa penn tenn tex va vt wash
wis wyo n.h n.j n.y n.c n.d n.m s.c s.d r.i w.va d.c u.s u.k
""".split()
)
"""Shortened names of states and countries."""

ADJECTIVES = frozenset(
    """
afghan african african-american albanian algerian american arab argentine argentinian asian australian austrian
belgian bosnian brazilian british bulgarian cambodian canadian chechen chilean chinese colombian croatian cuban
cypriot czech danish democratic dutch egyptian english estonian ethiopian european finnish french georgian
german ghanaian greek hispanic hungarian icelandic indian indonesian iranian iraqi irish islamic israeli italian
japanese jewish jordanian kenyan korean kurdish kuwaiti latin latino latvian lebanese libyan lithuanian
malaysian mexican moldovan moroccan muslim nigerian norwegian pakistani palestinian peruvian polish portuguese
republican romanian russian rwandan saudi scottish serbian slovak slovenian somali soviet spanish sudanese
swedish swiss syrian taiwanese thai tunisian turkish ugandan ukrainian venezuelan vietnamese welsh yemeni
zimbabwean conservative liberal libertarian socialist communist catholic protestant christian evangelical
federal
""".split()
)
"""Peoples, parties and faiths as adjectives."""

PEOPLES = {
    "afghan": "afghanistan",
    "american": "us",
    "u.s": "us",
    "u.s.": "us",
    "british": "britain",
    "chinese": "china",
    "dutch": "netherlands",
    "english": "england",
    "french": "france",
    "german": "germany",
    "greek": "greece",
    "iranian": "iran",
    "iraqi": "iraq",
    "irish": "ireland",
    "israeli": "israel",
    "italian": "italy",
    "japanese": "japan",
    "mexican": "mexico",
    "polish": "poland",
    "russian": "russia",
    "spanish": "spain",
    "swedish": "sweden",
    "swiss": "switzerland",
    "syrian": "syria",
    "turkish": "turkey",
    "ukrainian": "ukraine",
    "u.n": "un",
    "u.n.": "un",
    "nations": "un",
    "gop": "republican",
    "republicans": "republican",
    "democrat": "democratic",
    "democrats": "democratic",
    "d": "democratic",
    "r": "republican",
    "i": "independent",
    "ala": "alabama",
    "ariz": "arizona",
    "ark": "arkansas",
    "calif": "california",
    "colo": "colorado",
    "conn": "connecticut",
    "del": "delaware",
    "fla": "florida",
    "ga": "georgia",
    "ill": "illinois",
    "ind": "indiana",
    "kan": "kansas",
    "ky": "kentucky",
    "la": "louisiana",
    "mass": "massachusetts",
    "md": "maryland",
    "mich": "michigan",
    "minn": "minnesota",
    "miss": "mississippi",
    "mo": "missouri",
    "mont": "montana",
    "neb": "nebraska",
    "nev": "nevada",
    "okla": "oklahoma",
    "ore": "oregon",
    "pa": "pennsylvania",
    "tenn": "tennessee",
    "tex": "texas",
    "va": "virginia",
    "vt": "vermont",
    "wash": "washington",
    "wis": "wisconsin",
    "wyo": "wyoming",
}
"""Another word for the same country, state or party."""

EXCLUSIVE = PLACES | frozenset(PEOPLES.values())
"""Words of which a role has one: a bearer's country, state or party."""
