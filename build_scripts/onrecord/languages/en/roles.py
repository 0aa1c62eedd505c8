"""Nouns for what people are, by the sense they share. Data only; words in lower case."""

_WORDS_OF_SENSE = {
    "speak": "spokesman spokeswoman spokesperson spokesmen spokespeople spox press-secretary",
    "press": "secretary",
    "senate": "senator sen sens",
    "congress": "congressman congresswoman representative rep reps",
    "lawmaker": (
        "senator sen congressman congresswoman representative rep lawmaker legislator mp assemblyman "
        "assemblywoman delegate parliamentarian"
    ),
    "governor": "governor gov govs",
    "mayor": "mayor",
    "president": "president pres",
    "vice": "vice-president",
    "minister": "minister premier",
    "prime": "premier prime-minister chancellor",
    "secretary": "secretary",
    "head": (
        "chief head secretary-general leader chairman chairwoman chair chairperson director president "
        "boss ceo commissioner superintendent commander general"
    ),
    "chair": "chairman chairwoman chair chairperson co-chairman co-chair",
    "leader": "leader whip speaker premier",
    "director": "director",
    "manager": "manager",
    "adviser": (
        "adviser advisor aide counselor counsellor consultant strategist operative staffer surrogate "
        "assistant deputy"
    ),
    "envoy": "envoy ambassador representative emissary amb",
    "diplomat": "diplomat envoy ambassador representative minister consul attache",
    "candidate": (
        "candidate nominee front-runner frontrunner contender hopeful standard-bearer challenger rival "
        "opponent"
    ),
    "tycoon": (
        "businessman businesswoman billionaire mogul magnate tycoon developer millionaire entrepreneur "
        "investor financier executive ceo banker"
    ),
    "host": "host anchor moderator",
    "journalist": (
        "journalist reporter correspondent editor columnist writer author blogger commentator pundit "
        "publisher broadcaster host anchor"
    ),
    "scholar": (
        "professor scholar academic lecturer historian scientist researcher fellow economist sociologist "
        "philosopher political-scientist dean analyst expert specialist physicist biologist psychologist "
        "demographer prof"
    ),
    "expert": "analyst expert specialist fellow professor scholar researcher",
    "pollster": "pollster statistician",
    "lawyer": "lawyer attorney counsel solicitor barrister prosecutor advocate",
    "judge": "judge justice magistrate",
    "police": "officer sheriff detective policeman policewoman constable cop deputy lt sgt det",
    "soldier": (
        "soldier general colonel major captain lieutenant sergeant admiral commander marine veteran "
        "corporal gen col maj capt cmdr cpl adm brig commandant"
    ),
    "clergy": (
        "pope bishop archbishop cardinal priest pastor minister reverend rabbi imam cleric preacher "
        "evangelist ayatollah"
    ),
    "doctor": "doctor physician surgeon nurse psychiatrist paramedic",
    "activist": (
        "activist organizer organiser campaigner protester demonstrator advocate volunteer founder co- "
        "founder"
    ),
    "teacher": "teacher principal educator",
    "student": "student",
    "artist": (
        "actor actress singer musician comedian director filmmaker producer painter poet novelist artist "
        "entertainer"
    ),
    "athlete": "athlete player coach quarterback",
    "official": "official officer administrator bureaucrat commissioner inspector",
    "party": "republican democrat libertarian conservative liberal socialist independent progressive",
    "royal": "king queen prince princess duke duchess sultan emir",
    "kin": (
        "wife husband son daughter mother father brother sister widow widower uncle aunt cousin niece "
        "nephew grandson granddaughter grandmother grandfather girlfriend boyfriend mom dad spouse"
    ),
    "worker": "worker employee farmer miner driver carpenter electrician engineer mechanic waitress clerk",
    "resident": (
        "resident neighbor neighbour native citizen voter supporter delegate caucus-goer retiree immigrant"
    ),
    "witness": "witness eyewitness bystander survivor victim suspect defendant plaintiff whistleblower",
    "person": "man woman politician statesman stateswoman person figure guest",
    "owner": "owner proprietor landlord founder co-founder",
    "member": "member committeeman committeewoman fellow trustee councilman councilwoman councillor alderman",
    "treasurer": "treasurer comptroller auditor",
    "agent": "agent operative",
    "star": "star celebrity personality",
    "general": "attorney-general surgeon-general",
}

ROLE_SENSES: dict[str, frozenset[str]] = {
    word: frozenset(sense for sense, words in _WORDS_OF_SENSE.items() if word in words.split())
    for words_of_one in _WORDS_OF_SENSE.values()
    for word in words_of_one.split()
}
"""Role noun to the senses it can have; two nouns that share one may mean the same person."""

KIN = frozenset(_WORDS_OF_SENSE["kin"].split())

SURNAMES_TOO = frozenset(
    """
king prince pope bishop baker mason carpenter farmer major marshall dean judge justice page chase cook speaker
general star driver fellow head leader chief deacon priest cardinal chancellor miner
""".split()
)
"""Role nouns that are family names as well."""

VAGUE_HEADS = frozenset(
    """
candidate nominee front-runner frontrunner contender hopeful standard-bearer challenger rival businessman
businesswoman billionaire mogul magnate tycoon developer man woman politician lawmaker official veteran star
native republican democrat politician leader executive entrepreneur statesman senator governor president
congressman congresswoman author writer pair
""".split()
)
"""Heads of descriptions that may point back at whoever is spoken of, without having been said of them."""

GROUP_HEADS = frozenset(
    """
administration agency aides allies analysts army article association attorneys authorities backers bill board
book campaign campaigns candidates caucus commission committee company congress conservatives council court
critics delegates democrats department document documents editorial email emails experts film firm government
group groups house investigators judges law lawmakers lawyers leaders letter media memo ministry network
newspaper office officials operatives organization organisation paper party people petition poll pollsters polls
post press protesters report reporters reports republicans residents resolution sources spokesmen staff staffers
statement study strategists supporters survey surveys team transcript tweet video voters website
""".split()
)
"""Heads of descriptions that are organisations, documents or several people."""

CROWDED = frozenset(
    "speak police judge lawyer official witness resident worker soldier student activist".split()
)
"""Senses of which a text can hold many unnamed bearers: "the spokesman" need not be whoever spoke last."""

PLURAL_HEADS = {
    **{f"{word}s": word for word in ROLE_SENSES},
    **{f"{word[:-3]}men": word for word in ROLE_SENSES if word.endswith("man")},
    **{f"{word[:-5]}women": word for word in ROLE_SENSES if word.endswith("woman")},
    **{f"{word[:-1]}ies": word for word in ROLE_SENSES if word.endswith("y")},
    "people": "person",
    "wives": "wife",
}
"""Role nouns of several people to the noun for one."""
