"""Words by which two tellings of one event are compared: data only."""

COMMON = frozenset(
    """a about above across after again against ago ahead all almost along already also although always am amid
    among an and another any anyone anything are around as aside at away back be became because become been before
    began begin being below beside besides between beyond both but by came can cannot come coming could despite did
    do does doing done down due during each earlier early either else end ended even ever every everyone everything
    far few finally first following for former from full further get gets getting give given giving go goes going
    gone got had has have having he head held her here him himself his hold how however i if in including instead
    into is it its itself just keep kept last late later latter least less let like likely long made make makes
    making many may me might more most much must my near nearly need never new next no nobody none nor not nothing
    now of off often old on once one ones only onto open or other others our out over own part people perhaps place
    put rather recent recently said same saw say saying says see seen set several shall she should show since so some
    somebody someone something soon still such take taken takes taking tell telling than that the their them
    themselves then there these they thing things this those though through throughout thus time to today together
    told tomorrow tonight too took toward towards under until up upon us use used very via want wanted was way
    we week well went were what when where whether which while who whom whose why will with within without
    would year years yesterday yet you your month day days weeks months morning afternoon evening night noon midnight
    mid beginning half quarter weekend spring summer autumn fall winter century decade daily""".split()
)
"""Words that two clauses share by chance, those of the calendar included."""

ACTS = {
    "meet": """meet meeting talk talks receive host lunch dinner summit visit travel fly arrive trip tour land welcome
        consult negotiate""",
    "win": "win victory defeat beat lose loss triumph sweep carry prevail",
    "vote": "vote ballot election elect caucus primary referendum runoff",
    "die": "die death dead kill fatal slay murder perish",
    "shoot": "shoot shooting gunman gunfire fire",
    "bomb": "bomb bombing explode explosion detonate",
    "attack": "attack assault strike raid shell ambush invade invasion",
    "arrest": "arrest detain custody apprehend capture jail imprison",
    "charge": "charge indict accuse sue lawsuit prosecute",
    "convict": "convict guilty sentence acquit verdict",
    "resign": "resign resignation quit",
    "appoint": "appoint name nominate nomination pick select hire",
    "fire": "fire dismiss sack oust",
    "sign": "sign signing",
    "pass": "pass approve adopt ratify",
    "reject": "reject veto block refuse deny",
    "ask": "ask request call urge appeal demand plead letter",
    "endorse": "endorse endorsement back support",
    "debate": "debate",
    "speech": "speech address deliver",
    "rally": "rally march protest demonstrate demonstration",
    "launch": "launch start inaugurate unveil",
    "end": "finish close shut halt suspend",
    "cancel": "cancel postpone delay abandon",
    "release": "release publish issue post",
    "crash": "crash collide derail sink collapse",
    "buy": "buy acquire purchase acquisition merge merger takeover",
    "sell": "sell sale",
    "join": "join enter enlist",
    "leave": "leave depart exit withdraw withdrawal",
    "find": "find discover uncover",
    "born": "born birth",
    "marry": "marry wed wedding",
    "rule": "rule ruling",
    "raise": "raise increase rise climb surge",
    "cut": "cut reduce drop plunge",
}
"""One act → the stems that tell it."""

SPEECH = frozenset(
    """say tell announce declare state add note tweet write confirm report argue claim warn explain remark comment
    mention insist acknowledge admit suggest respond reply reveal describe speak""".split()
)
"""Stems of saying. What is dated then is the saying, not what was said."""

IRREGULAR = dict(
    pair.split(":")
    for pair in """met:meet won:win lost:lose said:say told:tell spoke:speak spoken:speak wrote:write written:write
    began:begin begun:begin flew:fly flown:fly shot:shoot slain:slay died:die dying:die killed:kill struck:strike
    stricken:strike sold:sell bought:buy found:find left:leave rose:rise risen:rise fell:fall fallen:fall
    beaten:beat sank:sink sunk:sink chose:choose chosen:choose fought:fight held:hold led:lead paid:pay sent:send
    gave:give gone:go went:go took:take taken:take brought:bring caught:catch drew:draw drawn:draw broke:break
    broken:break built:build voting:vote voted:vote released:release releasing:release named:name naming:name
    arrived:arrive arriving:arrive received:receive receiving:receive hosted:host closed:close closing:close
    raised:raise raising:raise charged:charge charging:charge fired:fire firing:fire invaded:invade invading:invade
    approved:approve refused:refuse issued:issue issuing:issue launched:launch accused:accuse urged:urge urging:urge
    nominated:nominate detained:detain suspended:suspend exploded:explode collapsed:collapse ruled:rule ruling:rule
    postponed:postpone cancelled:cancel canceled:cancel married:marry debated:debate died:die stated:state
    declared:declare noted:note acknowledged:acknowledge described:describe argued:argue replied:reply
    dismissed:dismiss passed:pass signed:sign signing:sign travelled:travel traveled:travel travelling:travel
    traveling:travel sentenced:sentence reduced:reduce increased:increase purchased:purchase acquired:acquire
    acquiring:acquire merged:merge resigned:resign sued:sue suing:sue""".split()
)

NUMBERS = {
    word: str(number)
    for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)
}

TITLES = frozenset(
    """president vice prime minister foreign defense defence finance secretary secretary-general general chief king
    queen prince princess pope sen senator rep representative congressman congresswoman gov governor mayor mr mrs ms
    dr sir lord lady judge justice attorney ambassador chancellor chairman chairwoman chair speaker director
    spokesman spokeswoman spokesperson deputy state department former republican republicans democrat democrats
    democratic gop party house white senate congress court supreme police officer captain colonel lieutenant
    professor reverend rabbi imam archbishop bishop first lady mother father officials official campaign
    american americans united states us nations""".split()
)
"""Capitalised words that by themselves name nobody and no place."""

GROUP_NOUNS = frozenset(
    """chief leader president official officials spokesman spokeswoman spokesperson aide aides campaign police
    authorities troops forces government minister officers lawyer lawyers supporters voters department team allies
    advisers advisors adviser administration family wife husband son daughter mother father""".split()
)
"""Lower-case nouns after a name that make the name say only whose: "UN chief", "Lind campaign"."""

PRONOUNS = frozenset("he she they his her their".split())

PLACE_PREPOSITIONS = frozenset("in to at near outside".split())

_COUNTRIES = """russia russian russians moscow
ukraine ukrainian ukrainians kyiv kiev
belarus belarusian belarusians minsk
poland polish poles warsaw
germany german germans berlin
france french paris
spain spanish spaniards madrid
portugal portuguese lisbon
italy italian italians rome
greece greek greeks athens
turkey turkish turks ankara türkiye turkiye
austria austrian austrians vienna
hungary hungarian hungarians budapest
romania romanian romanians bucharest
bulgaria bulgarian bulgarians sofia
serbia serbian serbs belgrade
croatia croatian croats zagreb
sweden swedish swedes stockholm
norway norwegian norwegians oslo
finland finnish finns helsinki
denmark danish danes copenhagen
netherlands dutch amsterdam
belgium belgian belgians brussels
ireland irish dublin
britain british britons london
switzerland swiss bern
china chinese beijing peking
japan japanese tokyo
taiwan taiwanese taipei
india indian indians delhi
pakistan pakistani pakistanis islamabad
afghanistan afghan afghans kabul
iran iranian iranians tehran teheran
iraq iraqi iraqis baghdad
syria syrian syrians damascus
lebanon lebanese beirut
israel israeli israelis jerusalem
egypt egyptian egyptians cairo
libya libyan libyans tripoli
tunisia tunisian tunisians tunis
algeria algerian algerians algiers
morocco moroccan moroccans rabat
sudan sudanese khartoum
ethiopia ethiopian ethiopians addis
kenya kenyan kenyans nairobi
uganda ugandan ugandans kampala
rwanda rwandan rwandans kigali
nigeria nigerian nigerians abuja
ghana ghanaian ghanaians accra
senegal senegalese dakar
mexico mexican mexicans
canada canadian canadians ottawa
cuba cuban cubans havana
venezuela venezuelan venezuelans caracas
colombia colombian colombians bogota
peru peruvian peruvians lima
chile chilean chileans santiago
argentina argentine argentines argentinian buenos
brazil brazilian brazilians brasilia
australia australian australians canberra
indonesia indonesian indonesians jakarta
malaysia malaysian malaysians
philippines philippine filipino filipinos manila
thailand thai thais bangkok
vietnam vietnamese hanoi
myanmar burmese burma naypyidaw
cambodia cambodian cambodians
georgia georgian georgians tbilisi
armenia armenian armenians yerevan
azerbaijan azerbaijani azerbaijanis baku
kazakhstan kazakh kazakhs astana
moldova moldovan moldovans chisinau
lithuania lithuanian lithuanians vilnius
latvia latvian latvians riga
estonia estonian estonians tallinn
cyprus cypriot cypriots nicosia
yemen yemeni yemenis sanaa
saudi saudis riyadh
qatar qatari qataris doha
jordan jordanian jordanians amman"""

COUNTRY = {word: line.split()[0] for line in _COUNTRIES.splitlines() for word in line.split()}
"""A country's people, language and seat of government → the country, as reports use one for the other."""
