"""Words on the pages of research indexes: kinds of works, access notes, repositories, venues.

Compiled by hand from what indexes, publishers and repositories print beside a title. All entries
are in lower case and looked up without regard to case.
"""

from types import MappingProxyType
from typing import Final

__all__ = [
    "ACCESS_WORDS",
    "CONFERENCES",
    "DATE_LABELS",
    "JOURNALS",
    "JOURNAL_CUES",
    "MAGAZINE_CUES",
    "NEWSPAPERS",
    "PREPRINT_SERVERS",
    "PROCEEDINGS_CUES",
    "PROCEEDINGS_JOURNALS",
    "PUBLISHERS",
    "PUBLISHER_CUES",
    "REPOSITORIES",
    "THESIS_WORDS",
    "TYPE_WORDS",
]

TYPE_WORDS: Final = MappingProxyType(
    {
        "preprint": "preprint",
        "pre-print": "preprint",
        "e-print": "preprint",
        "working paper": "report",
        "article": "article-journal",
        "journal article": "article-journal",
        "research article": "article-journal",
        "original article": "article-journal",
        "original research": "article-journal",
        "review article": "article-journal",
        "journal paper": "article-journal",
        "magazine article": "article-magazine",
        "newspaper article": "article-newspaper",
        "conference paper": "paper-conference",
        "conference article": "paper-conference",
        "conference proceedings": "paper-conference",
        "proceedings paper": "paper-conference",
        "workshop paper": "paper-conference",
        "thesis": "thesis",
        "dissertation": "thesis",
        "book": "book",
        "monograph": "book",
        "textbook": "book",
        "edited book": "book",
        "book chapter": "chapter",
        "chapter": "chapter",
        "report": "report",
        "technical report": "report",
        "white paper": "report",
        "dataset": "dataset",
        "data set": "dataset",
        "software": "software",
        "code": "software",
        "patent": "patent",
        "standard": "standard",
        "blog post": "post-weblog",
        "web page": "webpage",
        "webpage": "webpage",
        "website": "webpage",
        "encyclopedia entry": "entry-encyclopedia",
        "presentation": "speech",
        "talk": "speech",
        "video": "motion_picture",
    }
)
"""What pages call a work, and the type that it is."""

THESIS_WORDS: Final = (
    "phd thesis",
    "ph.d. thesis",
    "phd dissertation",
    "ph.d. dissertation",
    "doctoral thesis",
    "doctoral dissertation",
    "master's thesis",
    "master’s thesis",
    "masters thesis",
    "master thesis",
    "msc thesis",
    "bachelor's thesis",
    "bachelor’s thesis",
    "bachelor thesis",
    "habilitation",
    "dissertation",
    "thesis",
)
"""What a line about a thesis begins with or has in brackets, longest first."""

ACCESS_WORDS: Final = (
    "open access",
    "open-access",
    "closed access",
    "free access",
    "full access",
    "restricted access",
    "full text available",
    "full text",
    "free full text",
    "peer reviewed",
    "peer-reviewed",
    "not peer reviewed",
    "not peer-reviewed",
    "subscription required",
    "paywalled",
    "download pdf",
    "view pdf",
    "pdf",
    "html",
    "cite",
    "share",
    "save",
    "featured",
    "highly cited",
)
"""What pages say of access and of themselves; no part of a citation."""

DATE_LABELS: Final = MappingProxyType(
    {
        "submitted": "submitted",
        "received": "submitted",
        "accessed": "accessed",
        "retrieved": "accessed",
        "viewed": "accessed",
        "available online": "available_date",
        "online": "available_date",
        "updated": "",
        "last updated": "",
        "modified": "",
        "last modified": "",
        "revised": "",
        "accepted": "",
        "posted": "issued",
        "published": "issued",
        "first published": "issued",
        "published online": "available_date",
        "publication date": "issued",
        "issued": "issued",
        "released": "issued",
        "date": "issued",
        "year": "issued",
    }
)
"""What stands before a date, and the field for it; "" where a work has no field for it."""

PREPRINT_SERVERS: Final = MappingProxyType(
    {
        "arxiv": "arXiv",
        "arxiv.org": "arXiv",
        "corr": "arXiv",
        "biorxiv": "bioRxiv",
        "medrxiv": "medRxiv",
        "chemrxiv": "ChemRxiv",
        "psyarxiv": "PsyArXiv",
        "socarxiv": "SocArXiv",
        "edarxiv": "EdArXiv",
        "eartharxiv": "EarthArXiv",
        "techrxiv": "TechRxiv",
        "osf preprints": "OSF Preprints",
        "ssrn": "SSRN",
        "ssrn electronic journal": "SSRN",
        "research square": "Research Square",
        "preprints.org": "Preprints.org",
        "philsci-archive": "PhilSci-Archive",
        "cryptology eprint archive": "Cryptology ePrint Archive",
        "iacr cryptology eprint archive": "Cryptology ePrint Archive",
        "authorea": "Authorea",
    }
)
"""Servers that hold preprints, and how they write themselves."""

REPOSITORIES: Final = MappingProxyType(
    {
        "zenodo": "Zenodo",
        "figshare": "figshare",
        "dryad": "Dryad",
        "osf": "OSF",
        "hal": "HAL",
        "github": "GitHub",
        "gitlab": "GitLab",
        "hugging face": "Hugging Face",
        "harvard dataverse": "Harvard Dataverse",
        "mendeley data": "Mendeley Data",
        "pangaea": "PANGAEA",
        "software heritage": "Software Heritage",
    }
)
"""Repositories that hold works of all kinds."""

PROCEEDINGS_CUES: Final = frozenset(
    "proceedings proc conference conférence konferenz symposium workshop workshops congress"
    " kongress colloquium".split()
)
"""Words of which a title of proceedings has at least one."""

PROCEEDINGS_JOURNALS: Final = (
    "proceedings of the national academy of sciences",
    "proceedings of the royal society",
    "proceedings of the ieee",
    "proceedings of the american mathematical society",
    "proceedings of the london mathematical society",
    "proceedings of the vldb endowment",
    "proceedings of the acm on",
    "proceedings of the institution of",
    "proceedings of the physical society",
    "proceedings of the american philosophical society",
)
"""How titles of journals begin that are called proceedings."""

CONFERENCES: Final = frozenset(
    "aaai aamas acl aistats asplos ccs chi coling colt conll corl crypto cscw cvpr eacl eccv emnlp"
    " eurocrypt focs fse fast icalp icassp iccv icde icfp iclr icml icpr icra icse icsme ijcai"
    " infocom interspeech iros isca iswc jcdl kdd lics lrec mobicom msr naacl ndss neurips nips"
    " nsdi oopsla osdi pldi pods podc popl recsys rss sc sigcomm siggraph sigir sigmod soda sosp"
    " stoc uai uist usenix vldb wacv wsdm www".split()
)
"""Short names of conferences; "ICLR2022" is one and its year, where "AI2022" is a topic."""

JOURNAL_CUES: Final = frozenset(
    "journal transactions letters annals bulletin archives archiv acta quarterly review reviews"
    " revue revista rivista zeitschrift jahrbuch advances frontiers bmc plos communications notices"
    " mathematica j trans lett ann bull rev".split()
)
"""Words of which the title of a journal often has one."""

JOURNALS: Final = frozenset(
    "nature|science|cell|the lancet|lancet|jama|bmj|the bmj|elife|pnas|neuron|econometrica"
    "|the new england journal of medicine|chaos|mind|noûs|language|synthese|patterns|heliyon"
    "|scientific reports|scientific data|sensors|entropy|physica a|peerj|ieee access|iscience"
    "|nucleic acids research|artificial intelligence|machine learning|pattern recognition"
    "|neural networks|neural computation|bioinformatics|genetics|genome biology".split("|")
)
"""Journals whose titles do not say that they are."""

MAGAZINE_CUES: Final = frozenset("magazine spectrum".split())
"""Words of which the title of a magazine often has one."""

NEWSPAPERS: Final = frozenset(
    "the new york times|new york times|the washington post|washington post|the guardian|the times"
    "|the wall street journal|wall street journal|financial times|le monde|der spiegel|die zeit"
    "|frankfurter allgemeine zeitung|süddeutsche zeitung|el país|la repubblica|neue zürcher zeitung"
    "|los angeles times|the observer|the independent|the economist".split("|")
)
"""Newspapers, and weeklies that are cited as such."""

PUBLISHER_CUES: Final = frozenset(
    "press publishing publishers publications verlag éditions editions books media presses".split()
)
"""Words with which the name of a publisher ends."""

PUBLISHERS: Final = frozenset(
    "springer|springer nature|springer international publishing|elsevier|wiley|john wiley & sons"
    "|routledge|taylor & francis|sage|crc press|academic press|pearson|mcgraw-hill|addison-wesley"
    "|prentice hall|penguin|harpercollins|random house|palgrave macmillan|de gruyter|brill"
    "|birkhäuser|morgan kaufmann|world scientific|ieee|acm|association for computing machinery"
    "|suhrkamp|rowohlt|gallimard|oecd publishing".split("|")
)
"""Publishers whose names do not say that they are."""
