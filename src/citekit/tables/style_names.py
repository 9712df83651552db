"""The names by which people call a citation style, and the style that each means.

Each row is an alias and the id of an installed CSL style; `apa` is also the built-in style, which
has the plain name. Where an organization has several styles, the one that its own guide or site
puts first is meant: Chicago's author-date system, Cite Them Right for "Harvard" (which most British
universities teach), the NLM's citation sequence for "Vancouver" (which ICMJE's recommendations
refer to).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_ROWS: Final = """
abnt                          associacao-brasileira-de-normas-tecnicas
acl                           association-for-computational-linguistics
acm                           association-for-computing-machinery
acs                           american-chemical-society
agu                           american-geophysical-union
aip                           american-institute-of-physics
american-mathematical-society american-mathematical-society-numeric
american-physical-society     american-physics-society
ams                           american-mathematical-society-numeric
apa-6                         apa-6th-edition
apa-7                         apa
apa-7th-edition               apa
apa6                          apa-6th-edition
apa7                          apa
aps                           american-physics-society
asce                          american-society-of-civil-engineers
asme                          american-society-of-mechanical-engineers
bluebook                      bluebook-law-review
chicago                       chicago-author-date
chicago-full-note             chicago-notes
chicago-fullnote              chicago-notes
chicago-manual-of-style       chicago-author-date
cite-them-right               harvard-cite-them-right
cse                           cse-name-year
din-1505                      din-1505-2
elsevier                      elsevier-harvard
gost                          gost-r-7-0-5-2008
harvard                       harvard-cite-them-right
iso-690                       iso690-author-date-en
iso690                        iso690-author-date-en
lsa                           unified-style-sheet-for-linguistics
mdpi                          multidisciplinary-digital-publishing-institute
mla-9                         modern-language-association
mla9                          modern-language-association
nejm                          the-new-england-journal-of-medicine
rsc                           royal-society-of-chemistry
sage                          sage-harvard
sbl                           society-of-biblical-literature-fullnote-bibliography
springer                      springer-basic-author-date
springer-nature               springer-basic-author-date
turabian                      turabian-notes-bibliography
"""

STYLE_ALIASES: Final[Mapping[str, str]] = MappingProxyType(
    {row.split()[0]: row.split()[1] for row in _ROWS.strip().splitlines()}
)
"""What people call it → the id of the style. Old ids that were renamed are the catalogue's own."""
