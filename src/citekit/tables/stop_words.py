"""English words that title case leaves in lower case, and words that start no sentence.

`TITLE_STOP_WORDS` follows the list of CSL 1.0.2 ("Title Case Conversion", stop words: articles,
conjunctions, prepositions), with the name particles that the CSL test suite expects to stay in
lower case.
"""

__all__ = [
    "ABBREVIATIONS",
    "CSL_STOP_WORDS",
    "FUNCTION_WORDS",
    "TITLE_STOP_PHRASES",
    "TITLE_STOP_WORDS",
]

TITLE_STOP_WORDS = frozenset(
    """
    a an the and but or nor for so yet
    about above across afore after against along alongside amid amidst among amongst anent apropos
    apud around as aside astride at athwart atop barring before behind below beneath beside besides
    between beyond by circa despite down during except from given in inside into lest like modulo
    near notwithstanding of off on onto out outside over per plus pro qua sans since than through
    throughout till to toward towards under underneath until unto up upon versus vs v via with
    within without
    et von van de der den del di la le du d
    """.split()
)
"""Words that stay in lower case, unless they are first, last or after a colon."""

CSL_STOP_WORDS = frozenset(
    """
    a across afore after against along alongside amid amidst among amongst an and anenst
    apropos apud around as aside astride at athwart atop barring before behind below beneath
    beside besides between beyond but by c ca circa d de despite down during et except for
    forenenst from given in inside into lest like modulo near next nor notwithstanding of off
    on onto or out over per plus pro qua sans since so than the through throughout thru
    thruout till to toward towards under underneath until unto up upon v van versus via von vs
    with within without yet
    about above al
    """.split()
)
"""The words of `stop-words.json`, to which CSL 1.0.2 refers ("Title Case Conversion"), without its
phrases, and three that citeproc-js has besides."""

TITLE_STOP_PHRASES = frozenset(
    tuple(phrase.split())
    for phrase in (
        "according to",
        "ahead of",
        "apart from",
        "because of",
        "due to",
        "instead of",
        "next to",
        "prior to",
        "rather than",
        "regardless of",
        "such as",
    )
)
"""Pairs of words that stay in lower case together."""

FUNCTION_WORDS = TITLE_STOP_WORDS | frozenset(
    """
    am are be been being can cannot could did do does had has have having is may might must need
    not shall should was were will would
    he her hers him his i it its me my our ours she that their theirs them these they this those
    us we what when where whether which while who whom whose why you your yours how
    all although any because both concerning each either else even every few following if including
    many more most much neither no nor once only onto other others provided regarding same some such
    then there though thus too unless unlike using very yes based toward via
    un une les des das der die und el los las il lo
    """.split()
)
"""Words whose lower case says nothing about the case of a title: styles differ about them."""

ABBREVIATIONS = frozenset(
    """
    al approx art bd bros ca cf ch co col cp corp dept dr ed eds eg esp est etc ex fig figs ft gen
    gov hon ie inc jr lt ltd messrs mr mrs ms mt mts nd no nos op p pp prof pt rep rev sec sen sr
    ss st ste sts suppl tab trans vol vols vs v viz
    """.split()
)
"""Words whose full stop ends no sentence."""
