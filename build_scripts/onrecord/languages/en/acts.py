"""Which act a cue's lemma names. `SPOKEN` acts were voiced; the others are thoughts, plans and judgements."""

_WORDS = {
    "said": """say tell add note announce declare state explain insist acknowledge admit argue assert claim
        contend maintain reply answer respond remark comment mention observe point reiterate repeat stress
        emphasize emphasise underscore underline highlight recount recall relate describe detail outline
        disclose reveal confirm deny warn caution predict promise vow pledge swear boast brag joke quip kid
        complain lament bemoan grumble concede conclude continue speak talk discuss address testify allege
        report inform notify assure reassure remind brief confide confess apologize apologise thank
        congratulate greet announce proclaim profess preach recite chant shout yell scream cry call whisper
        mutter murmur bark snap interject chime interrupt retort counter rebut refute dispute contradict
        elaborate clarify specify cite quote reference refer allude invoke echo voice express articulate
        communicate convey utter read hint imply intimate suggest insinuate speculate estimate guess
        forecast foresee foretell project forewarn threaten advise counsel lecture tease taunt mock ridicule
        deride scoff sneer jeer boo heckle cheer hail rave rail rant fume thunder lash rip slam blast blister
        hammer bash assail attack lambast lambaste castigate chide scold rebuke berate admonish denounce
        condemn decry deplore disparage denigrate criticize criticise fault blame accuse charge brand label
        dub term name praise laud applaud commend compliment extol tout trumpet plug pitch credit
        characterize characterise portray depict paint cast frame liken compare summarize summarise sum
        recap divulge leak blurt gush coo sigh exclaim begin start conclude volunteer introduce present
        unveil offer deliver issue stipulate attest vouch certify update weigh downplay minimize minimise
        dismiss belittle hype exaggerate accord statement claim assertion contention argument remark
        comment announcement declaration allegation accusation complaint criticism warning promise pledge
        vow admission acknowledgment confession denial explanation answer response reply reminder mention
        suggestion hint prediction forecast estimate apology boast joke speech talk word message attack
        charge rebuke insult praise chant shout slogan mantra rhetoric testimony account description
        critique condemnation denunciation apprise assure reaffirm affirm restate retell narrate
        theorize theorise quibble wax rhapsodize vent decree""",
    "wrote": """write tweet retweet post blog email e-mail text publish print editorialize editorialise pen
        opine letter tweet post editorial column book memo note message op-ed inscribe caption sign""",
    "asked": """ask question inquire enquire query wonder quiz grill press prod probe interview question
        inquiry query request appeal plead beg petition request """,
    "urged": """urge demand order command instruct direct exhort implore beseech encourage discourage
        recommend advocate propose push lobby press pressure invite persuade convince coax dissuade
        challenge dare require forbid bar ban prohibit permit allow authorize authorise mandate demand
        proposal recommendation plea call order instruction exhortation advice directive ultimatum
        nominate campaign""",
    "showed": """show find indicate demonstrate prove reveal reflect document list record signal
        illustrate establish uncover detect measure register identify rank rate evidence finding sign
        indication proof result poll survey fact""",
    "thought": """think believe know consider understand realize realise recognize recognise remember forget
        recollect suppose assume presume imagine suspect figure reckon expect anticipate doubt infer deduce
        gather learn discover hear see view regard perceive deem reason
        ponder contemplate mull muse wonder calculate envision envisage picture conceive
        misjudge overestimate underestimate belief idea thought notion view opinion assumption suspicion
        expectation understanding impression perception theory doubt knowledge sense conviction sure
        certain aware unaware convinced confident doubtful skeptical sceptical mindful conscious unsure
        uncertain ignorant likely see watch witness""",
    "felt": """feel fear worry hope wish want like love hate dislike loathe detest despise resent regret
        enjoy admire respect envy dread care mind long yearn crave desire prefer trust distrust mistrust
        mourn grieve fret agonize agonise marvel welcome celebrate cherish appreciate fear worry hope wish
        desire concern anger anxiety frustration regret disappointment enthusiasm disdain contempt dislike
        interest interest admiration respect sympathy scorn distaste worried afraid concerned hopeful glad
        happy sad angry upset proud sorry ashamed pleased delighted thrilled excited disappointed
        frustrated furious outraged shocked surprised stunned alarmed anxious nervous uneasy wary
        optimistic pessimistic grateful thankful comfortable uncomfortable enamored satisfied dissatisfied
        unhappy sick tired jealous envious fearful mystified dismayed troubled puzzled""",
    "planned": """plan intend aim mean decide determine resolve choose opt elect agree refuse decline
        seek try attempt strive struggle endeavor endeavour hesitate prepare schedule commit plot scheme
        aspire plan intention decision effort attempt
        bid aim goal ambition resolve determination refusal commitment willingness readiness reluctance
        willing eager ready reluctant unwilling determined loath hesitant keen set able prepared
        inclined committed bound""",
    "judged": """judge support oppose back endorse favor favour approve disapprove reject accept embrace
        defend champion object protest balk disagree concur side vote rule
        uphold overturn overrule condone tolerate excuse forgive value esteem rate disown
        disavow repudiate renounce reject resist shun snub ignore overlook prioritize prioritise focus
        neglect distrust support opposition approval disapproval endorsement rejection backing preference
        objection resistance agreement disagreement verdict judgment judgement ruling assessment evaluation
        supportive critical opposed fond dismissive favorable favourable unfavorable tolerant contemptuous
        scornful supporter critic opponent advocate proponent fan seem appear look sound""",
}
ACTS = {word: act for act, words in reversed(_WORDS.items()) for word in words.split()}
"""Lemma → act. A lemma in two lists has the act named first above."""
SPOKEN = frozenset({"said", "wrote", "asked", "urged", "showed"})
BY_FRAME = {
    ("call", "prep:for"): "urged", ("call", "prep:on-inf"): "urged", ("call", "prep:on"): "urged",
    ("call", "inf"): "urged", ("call", "prep:upon-inf"): "urged", ("ask", "object-inf"): "urged",
    ("ask", "prep:for"): "urged", ("tell", "object-inf"): "urged", ("warn", "object-inf"): "urged",
    ("wonder", "clause"): "thought", ("vow", "inf"): "said", ("threaten", "inf"): "said",
    ("refuse", "inf"): "planned", ("decline", "inf"): "said", ("look", "prep:at"): "thought",
    ("see", "clause"): "thought", ("find", "clause"): "showed", ("call", "n-for"): "urged",
    ("call", "n-inf"): "urged", ("question", "object"): "said", ("question", "clause"): "said",
    ("according", "according"): "said", ("mean", "clause"): "showed", ("press", "prep:for"): "urged",
}  # fmt: skip
"""Where the frame tells more than the lemma."""

IN_QUOTATION = frozenset({"said", "wrote", "asked", "urged", "thought"})
"""Acts that a quotation's cue may name; with any other the words were simply said."""
TELLING = frozenset(
    {
        "tell",
        "ask",
        "assure",
        "remind",
        "inform",
        "warn",
        "brief",
        "email",
        "text",
        "notify",
        "advise",
        "urge",
        "address",
        "reassure",
    }
)
"""Verbs whose object is who hears it."""
TO_SOMEBODY = frozenset(
    {"say", "speak", "talk", "write", "explain", "complain", "admit", "confirm", "tweet", "suggest",
     "announce", "report", "boast",
     "whisper", "confide", "confess", "reveal", "describe", "mention", "reply", "respond"}
)  # fmt: skip
"""Verbs after which "to" names who hears it."""
TOGETHER = frozenset(
    {"interview", "conversation", "call", "meeting", "appearance", "discussion", "talk", "debate"}
)
"""Occasions with somebody."""
