"""News agencies, outlets, and the phrases that credit them. Data, no code."""

AGENCIES: dict[str, tuple[str, ...]] = {
    "AP": ("ap", "associated press", "the associated press"),
    "Reuters": ("reuters", "thomson reuters", "reuters news agency"),
    "AFP": ("afp", "agence france-presse", "agence france presse"),
    "UPI": ("upi", "united press international"),
    "Xinhua": ("xinhua", "xinhua news agency"),
    "TASS": ("tass", "itar-tass", "tass news agency"),
    "Interfax": ("interfax",),
    "RIA Novosti": ("ria novosti", "ria"),
    "Ukrinform": ("ukrinform",),
    "Interfax-Ukraine": ("interfax-ukraine",),
    "dpa": ("dpa", "deutsche presse-agentur"),
    "EFE": ("efe", "agencia efe"),
    "ANSA": ("ansa",),
    "Kyodo": ("kyodo", "kyodo news"),
    "Jiji": ("jiji", "jiji press"),
    "Yonhap": ("yonhap", "yonhap news agency"),
    "PTI": ("pti", "press trust of india"),
    "ANI": ("ani", "asian news international"),
    "IANS": ("ians", "indo-asian news service"),
    "UNI": ("uni", "united news of india"),
    "APP": ("app", "associated press of pakistan"),
    "Anadolu Agency": ("anadolu", "anadolu agency", "aa"),
    "DHA": ("dha", "demirören news agency"),
    "IRNA": ("irna",),
    "ISNA": ("isna",),
    "Fars": ("fars", "fars news agency"),
    "SANA": ("sana",),
    "WAFA": ("wafa",),
    "SPA": ("spa", "saudi press agency"),
    "WAM": ("wam", "emirates news agency"),
    "MENA": ("mena", "middle east news agency"),
    "QNA": ("qna", "qatar news agency"),
    "KUNA": ("kuna",),
    "NAN": ("nan", "news agency of nigeria"),
    "GNA": ("gna", "ghana news agency"),
    "PANA": ("pana", "panapress"),
    "KCNA": ("kcna",),
    "CNA": ("cna", "central news agency"),
    "VNA": ("vna", "vietnam news agency"),
    "Bernama": ("bernama",),
    "Antara": ("antara",),
    "PNA": ("pna", "philippine news agency"),
    "AAP": ("aap", "australian associated press"),
    "PA": ("pa", "pa media", "press association"),
    "CP": ("cp", "the canadian press", "canadian press"),
    "Belga": ("belga",),
    "ANP": ("anp",),
    "APA": ("apa", "austria presse agentur"),
    "Keystone-SDA": ("keystone-sda", "sda", "ats"),
    "TT": ("tt news agency",),
    "NTB": ("ntb",),
    "Ritzau": ("ritzau",),
    "STT": ("stt",),
    "LUSA": ("lusa",),
    "PAP": ("pap", "polish press agency"),
    "CTK": ("ctk", "čtk"),
    "MTI": ("mti",),
    "BTA": ("bta",),
    "Tanjug": ("tanjug",),
    "HINA": ("hina",),
    "BelTA": ("belta",),
    "Bloomberg": ("bloomberg", "bloomberg news"),
    "Dow Jones": ("dow jones", "dow jones newswires"),
    "MarketWatch": ("marketwatch",),
    "PR Newswire": ("pr newswire", "prnewswire"),
    "Business Wire": ("business wire", "businesswire"),
    "GlobeNewswire": ("globenewswire", "globe newswire"),
    "Inter Press Service": ("ips", "inter press service"),
    "States Newsroom": ("states newsroom",),
    "Tribune News Service": ("tns", "tribune news service"),
    "McClatchy": ("mcclatchy", "mcclatchy newspapers"),
    "Kaiser Health News": ("kaiser health news", "khn"),
    "RFE/RL": ("rfe/rl", "radio free europe/radio liberty"),
    "VOA": ("voa", "voice of america"),
    "UN News": ("un news",),
}
"""The name used here of each agency or wire service, and how texts write it, in lower case."""

UNSURE_WITHOUT_PARENTHESES: tuple[str, ...] = (
    "aa", "ani", "app", "ats", "cna", "cp", "mena", "nan", "pa", "pap", "ria", "sana", "spa", "stt", "uni",
)  # fmt: skip
"""Agency names that are also words or other abbreviations: they count only in parentheses or a credit."""

OUTLETS: tuple[str, ...] = (
    "ABC News", "Al Arabiya", "Al Jazeera", "Al-Monitor", "Associated Press", "Axios", "BBC", "BBC News", "Bild",
    "Bloomberg", "Breitbart", "Business Insider", "BuzzFeed", "BuzzFeed News", "C-SPAN", "CBC", "CBS", "CBS News",
    "CGTN", "Channel 4 News", "CNBC", "CNN", "CTV News", "Corriere della Sera", "Daily Mail", "Der Spiegel",
    "Deutsche Welle", "Die Welt", "Die Zeit", "DW", "El Mundo", "El País", "Euronews", "Financial Times", "Forbes",
    "Foreign Affairs", "Foreign Policy", "Fox Business", "Fox News", "France 24", "Global News", "Global Times",
    "Haaretz", "HuffPost", "ITV", "ITV News", "Kyiv Independent", "Kyiv Post", "La Repubblica", "Le Figaro",
    "Le Monde", "MSNBC", "Meduza", "NBC", "NBC News", "NDTV", "NHK", "NPR", "National Public Radio", "Newsmax",
    "Newsweek", "PBS", "PBS NewsHour", "People's Daily", "Politico", "ProPublica", "RT", "RTÉ", "Radio Free Europe",
    "Reuters", "Rossiya 1", "SBS", "Sky News", "South China Morning Post", "Sputnik", "Süddeutsche Zeitung",
    "TRT World", "The Atlantic", "The Australian", "The Boston Globe", "The Daily Beast", "The Daily Telegraph",
    "The Economist", "The Globe and Mail", "The Guardian", "The Hill", "The Hindu", "The Independent",
    "The Intercept", "The Irish Times", "The Jerusalem Post", "The Los Angeles Times", "The Moscow Times",
    "The New York Times", "The New Yorker", "The Observer", "The Straits Times", "The Sunday Times", "The Telegraph",
    "The Times", "The Times of India", "The Times of Israel", "The Wall Street Journal", "The Washington Post",
    "Time", "Toronto Star", "USA Today", "Univision", "Vox", "Yahoo News", "ZDF", "ARD",
)  # fmt: skip
"""Outlets that other outlets quote. "The" is optional where it is followed by two words or more."""

ORIGIN_PHRASES: tuple[str, ...] = (
    "according to", "as reported by", "as quoted by", "quoted by", "reported by", "first reported by",
    "cited by", "citing", "confirmed to", "told", "said to", "in an interview with", "interview with",
    "interview to", "interviewed by",
    "statement to", "comments to", "remarks to", "email to", "speaking to", "spoke to", "speaking with", "spoke with",
    "talking to", "appearing on", "appeared on", "obtained by", "seen by", "shared with", "carried by",
    "published by", "published in", "broadcast by", "broadcast on", "quoted in", "reported in",
)  # fmt: skip
"""Before an outlet's name: that outlet is where it was said or first reported."""

ORIGIN_VERBS: tuple[str, ...] = (
    "reported", "reports", "reporting", "commented", "news agency", "quoted", "quotes", "cited", "cites",
    "first reported", "wrote", "writes", "said", "says", "revealed", "noted", "broadcast",
)  # fmt: skip
"""After an outlet's name, to the same end."""

OUTLET_LAST: tuple[str, ...] = (
    "Times",
    "Post",
    "News",
    "Gazette",
    "Herald",
    "Tribune",
    "Journal",
    "Radio",
    "TV",
    "Television",
    "News Agency",
    "Star",
    "Globe",
    "Chronicle",
    "Mail",
    "Telegraph",
    "Observer",
    "Courier",
    "Standard",
    "Examiner",
    "Echo",
    "Bulletin",
    "Broadcasting",
    "Magazine",
    "Review",
    "Inquirer",
    "Monitor",
    "Dispatch",
    "Argus",
    "Newswire",
    "Mirror",
    "Express",
    "Independent",
    "Daily",
    "Weekly",
    "Today",
)
"""Last words of outlets' names that are not listed here."""

CREDIT_LABELS: tuple[str, ...] = (
    "photo", "photos", "photograph", "photo credit", "photo credits", "photo by", "photos by", "photograph by",
    "image", "images", "image credit", "image by", "picture", "pictures", "picture by", "picture credit", "pic",
    "credit", "file photo", "file image", "file picture", "file", "illustration", "illustration by", "graphic",
    "video", "video by", "video credit", "credit line", "screenshot", "handout",
)  # fmt: skip
"""Words before a picture's origin: "Photo: …", "Image credit: …"."""

STOCK: tuple[str, ...] = (
    "getty images", "getty", "shutterstock", "istock", "alamy", "unsplash", "pexels", "pixabay", "epa", "epa-efe",
    "ap photo", "ap images", "zuma press", "sipa", "wikimedia commons", "flickr", "un photo", "pool photo", "imago",
    "picture alliance", "nurphoto", "sopa images", "usa today network", "depositphotos", "adobe stock", "handout",
)  # fmt: skip
"""Where pictures come from; with the agencies, what a photo credit names."""

STORY_CREDITS: tuple[str, ...] = (
    "reporting by", "editing by", "writing by", "additional reporting by", "compiled by", "translated by",
    "with reporting by", "with inputs from", "with input from", "with files from", "with agency inputs",
    "with agencies", "edited by", "produced by", "research by", "source", "sources", "via",
)  # fmt: skip
"""How a line that credits the makers of a text starts."""

CONTRIBUTED = ("contributed to this report", "contributed to this article", "contributed to this story",
               "contributed reporting", "contributed from", "contributed to the report")  # fmt: skip
"""In a sentence that credits further reporters."""

AGENCY_LINES: tuple[str, ...] = (
    "agencies",
    "news agencies",
    "with agencies",
    "agency",
    "wire services",
    "wires",
)
"""Credits to agencies that are not named."""
