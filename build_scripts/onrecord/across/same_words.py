"""Words that say little by themselves, for comparing statements. Data only."""

FUNCTION = frozenset(
    """a an the this that these those some any each every all both either neither no not nor none such own other
    another i me my mine myself you your yours yourself he him his himself she her hers herself it its itself
    we us our ours ourselves they them their theirs themselves who whom whose which what when where why how
    and or but if so than then because as until while of at by for with about against between into through
    during before after above below to from up down in out on off over under again further once here there
    upon per via am is are was were be been being have has had having do does did doing will would shall
    should can could may might must ought hed shed theyd im ive id ill youre youve youd youll hes shes theyre
    theyve theyd theyll were weve wed well thats whats theres heres dont doesnt didnt isnt arent wasnt werent
    cant cannot couldnt wont wouldnt shouldnt havent hasnt hadnt aint lets just very really much many more
    most also too even only still yet now quite rather ever never always get gets got getting go goes going
    gone went come comes came say says said saying tell tells told think thinks thought know knows knew known
    want wants wanted make makes made making thing things something anything nothing everything one ones yes
    oh okay ok mr mrs ms sir""".split()
)
"""Weigh little when two statements are compared; a passage of nothing else proves nothing when short."""

NEGATIONS = frozenset(
    """no not never nor none nobody nothing neither without cannot cant dont doesnt didnt isnt arent wasnt werent
    couldnt wont wouldnt shouldnt havent hasnt hadnt aint deny denies denied unlikely refuse refuses refused
    against""".split()
)
"""A paraphrase has as many kinds of these as what it repeats: with one on one side only it may say the opposite."""

SHORT_FORMS = frozenset(
    """mr mrs ms dr sen sens rep reps gov govs gen col lt sgt st jr sr prof pres no vs u.s u.n u.k d.c a.m p.m jan
    feb mar apr jun jul aug sep sept oct nov dec""".split()
)
"""A full stop after these ends no sentence."""

PREFIXES = frozenset(
    "anti cease co counter e ex mid multi non over post pre pro re self semi sub super un under".split()
)
"""Before a hyphen these are one word with what follows, as others write them: "cease-fire", "semi-private"."""
