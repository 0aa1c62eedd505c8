"""Given names that one person may bear: short forms, and the spellings that transliteration gives. Data only.

One group a line, in lower case without accents; a name may stand in several groups.
"""

_SHORT = """
abigail abby
albert al bert
alexander alexandra alex alec sandy
alfred al fred alf
andrew andy drew
anthony tony
arthur art
barbara barb
benjamin ben benny
bernard bernie barney
bradley brad
catherine katherine kathryn katharine kate kathy cathy katie kathleen
charles charlie chuck chas
christine christina chris chrissy tina
christopher chris kit topher
cynthia cindy
daniel dan danny
david dave davey
deborah debra debbie deb
donald don donnie
dorothy dot dottie
douglas doug
edward ed eddie ted teddy ned
eleanor ellie nell
elizabeth liz lizzie beth betsy betty eliza libby
eugene gene
florence flo
frances francis fran frank frankie
franklin frank
frederick frederic fred freddie
gabriel gabe
gabrielle gabby
gerald jerry gerry
geoffrey jeffrey geoff jeff
gregory greg
harold harry hal
henry hank harry
herbert herb bert
isaac ike
jacob jake
jacqueline jackie
james jim jimmy jamie
jason jay
jennifer jen jenny
jeremiah jerry
jerome jerry
jessica jess jessie
john jack johnny jon
jonathan jon jonny
joseph joe joey
joshua josh
judith judy
kenneth ken kenny
kimberly kim
lawrence laurence larry
leonard len lenny leo
leslie les
lewis louis lou lew
louise lou
lucille lucy
margaret maggie meg peggy peg marge
martin marty
matthew matt matty
maurice maury
maximilian max
michael mike mick mickey micky
mitchell mitch
nancy nan
nathan nathaniel nate nat
nicholas nick nicky
norman norm
pamela pam
patricia pat patty patti trish tricia
patrick pat paddy
peter pete
philip phillip phil
priscilla cilla
raymond ray
rebecca becky becca
reginald reg reggie
richard rick dick rich richie ricky
robert bob rob bobby robbie bert
roderick rod
ronald ron ronnie
rudolph rudolf rudy
russell russ
samuel samantha sam sammy
sandra sandy
sidney sid
stanley stan
stephen steven steve stevie
stuart stewart stu
susan sue susie suzanne
terence terrence terry
theodore ted teddy theo
theresa teresa terry tess
thomas tom tommy
timothy tim timmy
valerie val
victoria vicky vicki
vincent vince vinny
virginia ginny
walter walt wally
wesley wes
william bill billy will willie willy liam
zachary zach zack
"""

_SPELLED = """
abd abdul abdel abdal abdoul
abdallah abdullah abdulla abdalla
ahmad ahmed achmed ahmet
aleksandr aleksander alexander alexandr oleksandr aliaksandr olexandr
aleksei aleksey alexei alexey alexej aleksej oleksii oleksiy
anatoly anatoli anatoliy anatolii anatolij
andrei andrey andrej andrii andriy
anwar anouar
arkady arkadi arkadiy arkadij
bashar bachar
boris borys
denis denys
dmitry dmitri dmitriy dmitrii dmitrij dimitri dmytro
evgeny evgeni evgeniy yevgeny yevgeni yevgeniy yevhen evgenii jewgeni
fyodor fedor fiodor fedir
gennady gennadi gennadiy hennadiy
georgy georgi georgiy heorhiy
grigory grigori grigoriy hryhoriy hryhorii
hasan hassan
husain husayn hussain hussein hosein hossein hussien
ibrahim ebrahim
igor ihor
ilya illia illya ilia
ismail ismael esmail
jamal gamal
kseniya ksenia xenia oksana
khaled khalid chalid
mahmoud mahmud mahmood
maksim maxim maksym
mariya maria mariia
mikhail michail mykhailo mikhailo mikhael
moammar muammar moamar muamar moamer
mohamed mohammad mohammed muhammad muhammed mohamad mohamud mehmed mohd
mustafa mostafa moustafa mustapha
mykola nikolai nikolay nikolaj nikolaï
natalya natalia nataliya natalija
nursultan noursoultan
oleg oleh
olga olha
omar umar
pavel pavlo
pyotr petr piotr petro
ramzan
sayed sayyed syed said saeed saeid
sergei sergey sergej serhii serhiy siarhei serguei sergiy
semyon semen
sheikh shaikh shaykh
svetlana sviatlana svitlana
taras
tatyana tatiana tetiana tetyana
valery valeriy valeri valerii valerij
vasily vasiliy vasili vasyl wassili
viktor victor wiktor
vitaly vitali vitaliy vitalii vitalij witali
vladimir volodymyr uladzimir wladimir wolodymyr volodimir
vyacheslav viacheslav
yaroslav iaroslav jaroslav
youssef yousef yusuf yusef yousuf yossef josef
yulia julia yuliya iuliia julija
yuri yury yuriy yurii iurii juri jurij
zainab zaynab zeinab
ziad ziyad
"""


def _groups(lines: str, kind: str) -> dict[str, frozenset[str]]:
    """Name → the groups it stands in, each named by its line's first word."""
    found: dict[str, set[str]] = {}
    for line in lines.split("\n"):
        for word in line.split():
            found.setdefault(word, set()).add(f"{kind} {line.split()[0]}")
    return {word: frozenset(groups) for word, groups in found.items()}


SHORT = _groups(_SHORT, "short")
"""Given name → its groups of short forms."""
SPELLED = _groups(_SPELLED, "spelled")
"""Given name → its groups of transliterated spellings."""
