"""Words and shapes by which an organization is known; data only.

Entries are case-folded. Words that are also frequent families ("Bank", "Press", "Church",
"Bureau") are left out of `WORDS` and stand in `PHRASES` with their company.
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "ACRONYMS",
    "CJK_ENDINGS",
    "CORPORATE_TAILS",
    "FAMILY_PREFIXES",
    "FIELD_WORDS",
    "FIRM_STARTS",
    "PHRASES",
    "PREPOSITIONS",
    "UNIVERSITY_WORDS",
    "WORDS",
    "WORD_ENDINGS",
    "WORD_STARTS",
]

UNIVERSITY_WORDS: Final = frozenset(
    "university universität universite université universidad universidade università universita "
    "universiteit universitet universitetet uniwersytet univerzita univerzitet universitas "
    "üniversitesi yliopisto egyetem universitatea університет университет πανεπιστήμιο".split()
)
"""A comma and one more word may follow: "University of California, Berkeley"."""

WORDS: Final = UNIVERSITY_WORDS | frozenset(
    # English
    "institute institutes institution ministry department departments agency agencies organization "
    "organisation organizations association society committee subcommittee commission council "
    "collaboration collaborations consortium team teams group groups network center centre centers "
    "centres laboratory laboratories lab labs foundation corporation company companies "
    "museum library academy college hospital federation confederation union nations government "
    "parliament senate congress project initiative authority alliance partnership fund panel "
    "programme survey observatory investigators contributors collaborators developers participants "
    "workgroup taskforce research technologies systems software industries publishing publications "
    "newsroom editors staff secretariat directorate headquarters conference workshop forum club "
    "cooperative coalition registry archive archives inc llc ltd plc corp co. "
    # German
    "gmbh ag ev institut hochschule akademie ministerium bundesministerium bundesamt amt "
    "gesellschaft verein verband stiftung zentrum arbeitsgruppe behörde rat "
    # French
    "ministère académie conseil société centre organisation équipe groupe laboratoire fondation "
    "école bibliothèque musée hôpital comité fédération "
    # Spanish, Portuguese, Italian
    "instituto ministerio ministério academia consejo conselho sociedad sociedade centro "
    "organización organização equipo equipe grupo laboratorio laboratório fundación fundação "
    "asociación associação comisión comissão departamento istituto ministero accademia consiglio "
    "società organizzazione gruppo fondazione associazione dipartimento "
    # Dutch, Scandinavian, Polish, Czech, Turkish, Finnish, Hungarian
    "ministerie stichting vereniging genootschap institutt forening styrelsen ministeriet instytut "
    "ministerstwo stowarzyszenie ústav ministerstvo společnost akademie enstitüsü bakanlığı "
    "laitos ministeriö intézet akadémia "
    # Russian, Ukrainian, Greek
    "институт министерство академия общество комитет центр организация інститут міністерство "
    "академія ινστιτούτο υπουργείο".split()
)
"""A name with one of these words is an organization."""

WORD_ENDINGS: Final = (
    "universität",
    "ministerium",
    "gesellschaft",
    "hochschule",
    "verband",
    "institut",
    "stiftung",
    "behörde",
    "zentrum",
    "laboratorium",
    "universiteit",
)
"""Ends of compound words ("Bundesumweltministerium", "Forschungsgemeinschaft")."""

WORD_STARTS: Final = ("bundesamt", "bundesanstalt", "bundesrat", "bundesinstitut", "bundeszentrale")
"""Starts of compound words."""

PREPOSITIONS: Final = frozenset({"of", "for", "on", "für", "pour", "against", "without"})
"""Words that no modern personal name has in its middle."""

PHRASES: Final = frozenset(
    {
        *("world bank", "central bank", "reserve bank", "development bank", "investment bank"),
        *("university press", "supreme court", "red cross", "associated press", "european space"),
        *("task force", "working group", "study group", "united states", "united kingdom"),
        *("european union", "google brain", "google deepmind", "core team", "joint venture"),
        *("public library", "high school", "medical school", "business school", "law school"),
    }
)
"""Pairs of words, next to each other, that show an organization."""

ACRONYMS: Final = frozenset(
    {"unesco", "unicef", "unhcr", "oecd", "nasa", "cern", "ieee", "anthropic"}
)
"""One-word organizations that their shape alone does not show."""

FAMILY_PREFIXES: Final = (
    *("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz", "Del", "Da", "Lo", "St"),
    *("Ab", "Ben", "El", "Al", "Te", "Ten", "Ter", "Ver"),
)
"""Before an inner capital these make a family ("LeCun", "McDonald"), not a brand ("OpenAI")."""

CORPORATE_TAILS: Final = frozenset(
    "inc llc ltd plc corp co gmbh llp limited incorporated corporation kgaa pty".split()
)
"""What may follow the comma after a firm ("Barnes and Noble, Inc."); no initials among them."""

FIRM_STARTS: Final = frozenset(
    "co co. company sons bros bros. brothers partners associates".split()
)
"""What follows "&" or "and" in the name of a firm: "John Wiley & Sons"."""

FIELD_WORDS: Final = frozenset(
    "prevention technology technologies services service welfare development medicine engineering "
    "sciences science research education agriculture energy environment health safety security "
    "standards statistics commerce trade industry labor labour culture sport sports transport "
    "innovation training control management planning policy evaluation food fisheries forestry "
    "mathematics physics chemistry biology humanities arts letters law economics finance treasury "
    "communication communications information computing electronics astronomy space aeronautics "
    "drugs families children aging ageing oceans oceanography atmospheric design quality care "
    "excellence cooperation reconstruction resources rights justice housing urban rural "
    "naturwissenschaften forschung bildung technik wissenschaft kultur umwelt gesundheit "
    "technologie technologies recherche culture santé hacienda cultura ciencia tecnología "
    "tecnologia saúde salud innovación".split()
)
"""Fields of work; no family. "and" before or after one belongs to the organization's name."""

CJK_ENDINGS: Final = (
    *(
        "大学",
        "大學",
        "研究所",
        "研究院",
        "学院",
        "學院",
        "公司",
        "委员会",
        "委員会",
        "政府",
        "学会",
    ),
    *("學會", "协会", "協会", "株式会社", "部门", "中心", "医院", "病院", "银行", "銀行", "出版社"),
    *("団体", "機構", "机构", "センター", "省庁", "小组", "グループ", "チーム", "課題組", "课题组"),
    *("대학교", "연구원", "연구소", "회사", "학회", "위원회", "협회", "정부"),
)
"""Ends of East Asian names of organizations."""
