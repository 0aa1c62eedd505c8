"""Words around names: titles, suffixes, particles, and what makes a name no person's. Data only, lower case."""

HONORIFICS = {
    **dict.fromkeys("mr mister sir lord king prince pope fr".split(), "m"),
    **dict.fromkeys("mrs ms miss mme madame lady dame queen princess".split(), "f"),
    **dict.fromkeys("dr prof rev hon st sheikh sheik imam rabbi ayatollah".split(), ""),
}
"""Titles that are no role; the gender they tell, "m", "f" or ""."""

ROLES = frozenset(
    """president premier minister prime vice deputy acting interim former secretary secretary-general
    undersecretary under-secretary general chancellor chairman chairwoman chairperson chair speaker director
    commissioner envoy ambassador representative rep reps sen sens senator senators congressman congresswoman gov
    govs governor governors mayor judge justice attorney spokesman spokeswoman spokesperson deputy-spokesman
    deputy-spokeswoman professor professors dean colonel col captain capt major maj lieutenant lt sergeant sgt
    admiral adm marshal commander cmdr brigadier brig emperor archbishop bishop cardinal patriarch emir sultan
    gen pres amb atty supt cpl pastor sheriff alderman actor actress comedian moderator filmmaker singer donor
    foreign defence defense finance interior chief head leader lawmaker candidate nominee negotiator adviser advisor
    aide strategist analyst economist author activist founder executive ceo officer correspondent host reporter
    journalist columnist coach republican democrat""".split()
)
"""Capitalised before a name, they are its role."""

OF_ROLES = frozenset("of for the and to".split())
"""Lower-case words inside a title: "Secretary of State", "Minister for Foreign Affairs"."""

OFFICES = frozenset(
    """state treasury affairs defense defence justice interior commerce energy education labor labour health finance
    transportation agriculture security homeland relations trade foreign political public social home""".split()
)
"""What a title is of: "Secretary of State Ada Quist"."""

SUFFIXES = frozenset("jr sr ii iii iv esq phd md".split())

PARTICLES = frozenset(
    "de del della di da do dos das du la le van von der den ter ten bin bint ibn abu al el ben y zu af av".split()
)
"""Words inside a family name; they may stand in lower case."""

NO_PERSON = frozenset(
    """administration agency agencies airlines alliance america americans assembly associates association authority
    authorities bank board bureau cabinet campaign caucus center centre chamber church city club coalition college
    commission committee community company conference congress constitution convention corporation council country
    county court courts daily debate delegation democrats department district division embassy federation force
    forces forum foundation front fund gazette government group guard herald hospital house inc institute
    institution island islands journal kingdom league ltd magazine media ministry mission monitor movement museum
    nation nations network networks news newspaper office officials organisation organization palace pac parliament
    party pentagon police poll polls post press project report republic republicans research review school
    senate service services society state states street studies summit survey syndicate team television times today
    treasury tribune tribunal trust tv union university voters watch weekly world""".split()
)
"""A name that holds one of these is an organisation's, a people's or a thing's."""

FAMILY_FIRST = frozenset(
    """ban cao chen cheng cho choi deng ding dong fan fang feng gao guo han he ho hu huang hui jang jeon ji jiang jin
    jo jung kang kim kwon le lee li liang lim lin ling liu lu luo ma mao moon ngo nguyen oh pan park peng pham qian
    qin ren roh ryu seo shen shi shin sim song su sun tang tao tran wang wei wen won wu xi xia xiao xie xu yan yang
    yao ye yi yin yoon yu yuan yun zeng zhang zhao zheng zhou zhu zou""".split()
)
"""East Asian family names that stand before the given name."""

COMMON = frozenset(
    """april august bill bond brown black baker case chance cross day english ford fox gates green grant guardian hill
    hope house hunter judge king lane law long march mark may moon noble page park price read rice rose small star
    stone street summer sunday monday friday swift terry town walker wall ward waters webb west white will winter wood
    young""".split()
)
"""Family names that are words as well: alone they name a person only where the text has the full name."""
