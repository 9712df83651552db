r"""What LaTeX knows by name: accents, font commands, symbols, and the characters it can print raw.

Accents, fonts and letters are those of the LaTeX kernel ("LaTeX2e: an unofficial reference
manual", sections "Accents", "Font styles", "Additional Latin letters"). The two sets of macro
names and `UTF8_LATEX` were measured, not remembered: every macro of pylatexenc's table was set
by pdfLaTeX (TeX Live 2022, article, T1, no other package), and what gave an error is not here.
"""

from types import MappingProxyType

from citekit.text.nodes import Format

ACCENTS = MappingProxyType(
    {
        "`": "\u0300",
        "'": "\u0301",
        "^": "\u0302",
        "~": "\u0303",
        '"': "\u0308",
        "=": "\u0304",
        ".": "\u0307",
        "u": "\u0306",
        "v": "\u030c",
        "H": "\u030b",
        "r": "\u030a",
        "c": "\u0327",
        "k": "\u0328",
        "d": "\u0323",
        "b": "\u0331",
        "t": "\u0361",
        "textcommabelow": "\u0326",
    }
)
"""Accent command (without its backslash) to combining character."""

BELOW = frozenset("cdbk") | {"textcommabelow"}
"""Accents that leave the dot on an i."""

LETTERS = MappingProxyType(
    {
        "i": "ı",
        "j": "ȷ",
        "ae": "æ",
        "AE": "Æ",
        "oe": "œ",
        "OE": "Œ",
        "o": "ø",
        "O": "Ø",
        "l": "ł",
        "L": "Ł",
        "aa": "å",
        "AA": "Å",
        "ss": "ß",
        "SS": "ẞ",
        "dh": "ð",
        "DH": "Ð",
        "dj": "đ",
        "DJ": "Đ",
        "th": "þ",
        "TH": "Þ",
        "ng": "ŋ",
        "NG": "Ŋ",
        "ij": "ĳ",
        "IJ": "Ĳ",
        "S": "§",
        "P": "¶",
        "copyright": "©",
        "pounds": "£",
        "dag": "†",
        "ddag": "‡",
        "slash": "/",
        "lq": "‘",
        "rq": "’",
        "textquotedbl": '"',
        "textbraceleft": "{",
        "textbraceright": "}",
        "textbackslash": "\\",
        "textasciitilde": "~",
        "textasciicircum": "^",
        "textasciigrave": "`",
        "textunderscore": "_",
        "textdollar": "$",
        "textless": "<",
        "textgreater": ">",
        "textbar": "|",
        "textminus": "−",
        "textperiodcentered": "·",
        "guillemetleft": "«",
        "guillemetright": "»",
        "textmu": "µ",
        "textohm": "Ω",
        "euro": "€",
        "lbrace": "{",
        "rbrace": "}",
        "TeX": "TeX",
        "LaTeX": "LaTeX",
        "LaTeXe": "LaTeX2e",
        "BibTeX": "BibTeX",
        "XeTeX": "XeTeX",
        "XeLaTeX": "XeLaTeX",
        "LuaTeX": "LuaTeX",
        "LuaLaTeX": "LuaLaTeX",
        "pdfTeX": "pdfTeX",
        "pdfLaTeX": "pdfLaTeX",
        "AmS": "AMS",
        "ldots": "…",
        "dots": "…",
        "par": " ",
        "newline": " ",
        "space": " ",
        "quad": " ",
        "qquad": " ",
        "enspace": " ",
        "enskip": " ",
        "thinspace": " ",
        "nobreakspace": "\u00a0",
        "relax": "",
        "protect": "",
        "xspace": "",
        "ignorespaces": "",
        "unskip": "",
        "noindent": "",
        "allowbreak": "",
        "break": "",
        "nobreak": "",
        "negthinspace": "",
    }
)
"""Control words that stand for text. They go before pylatexenc's table."""

CONTROL_SYMBOLS = MappingProxyType(
    {
        **{char: char for char in "&%#_${}"},
        **dict.fromkeys(" ,;:>\\\n\t\r", " "),
        **dict.fromkeys("-/!@", ""),
    }
)
r"""What `\&` and its like print: the character, a space, or nothing that is seen."""

ENCODED = MappingProxyType(
    {
        "%": r"\%",
        "&": r"\&",
        "_": r"\_",
        "#": r"\#",
        "$": r"\$",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\\": r"\textbackslash{}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "`": r"{\textasciigrave}",
        "<": r"{\textless}",
        ">": r"{\textgreater}",
        "|": r"{\textbar}",
        "\u00a0": "~",
        "−": r"{$-$}",
        "′": r"{$'$}",
        "″": r"{$''$}",
        "ß": r"{\ss}",
        "ẞ": r"{\SS}",
        "æ": r"{\ae}",
        "Æ": r"{\AE}",
        "œ": r"{\oe}",
        "Œ": r"{\OE}",
        "ø": r"{\o}",
        "Ø": r"{\O}",
        "ł": r"{\l}",
        "Ł": r"{\L}",
        "å": r"{\aa}",
        "Å": r"{\AA}",
        "ı": r"{\i}",
        "ȷ": r"{\j}",
        "ð": r"{\dh}",
        "Ð": r"{\DH}",
        "đ": r"{\dj}",
        "Đ": r"{\DJ}",
        "þ": r"{\th}",
        "Þ": r"{\TH}",
        "ŋ": r"{\ng}",
        "Ŋ": r"{\NG}",
    }
)
"""Characters that are encoded by citekit's own choice, in either encoding where they must be."""

ASCII_PUNCTUATION = MappingProxyType(
    {
        "–": "--",
        "—": "---",
        "“": "``",
        "”": "''",
        "‘": r"{\textquoteleft}",
        "’": r"{\textquoteright}",
        "¡": r"{\textexclamdown}",
        "¿": r"{\textquestiondown}",
    }
)
"""Punctuation that the `ascii` encoding writes as LaTeX's ligatures and names."""

APPROXIMATE = MappingProxyType(
    {
        "‐": "-",
        "‑": "-",
        "‒": "--",
        "―": "---",
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
    }
)
"""Characters for which LaTeX has only another of the same look; the change is reported."""

LIGATURES = frozenset(["--", "''", "``", "?`", "!`", ",,", "<<", ">>"])
"""Pairs that LaTeX's fonts join to one glyph; between two such characters of data goes `{}`."""

DECODED_LIGATURES = MappingProxyType(
    {"--": "–", "---": "—", "``": "“", "''": "”", "?`": "¿", "!`": "¡", "~": "\u00a0"}
)
"""Input sequences of text mode, and what is printed."""

MATH_TEXT = MappingProxyType({"-": "−", "'": "′", "''": "″"})
"""Math formulas that stand for one character of text."""

FONT_COMMANDS = MappingProxyType(
    {
        "emph": Format.ITALIC,
        "textit": Format.ITALIC,
        "textsl": Format.OBLIQUE,
        "textup": Format.STYLE_NORMAL,
        "textbf": Format.BOLD,
        "textmd": Format.WEIGHT_NORMAL,
        "textsc": Format.SMALL_CAPS,
        "underline": Format.UNDERLINE,
        "uline": Format.UNDERLINE,
        "textsuperscript": Format.SUPERSCRIPT,
        "textsubscript": Format.SUBSCRIPT,
        "up": Format.SUPERSCRIPT,
    }
)
"""Commands with an argument, and the format that they give it."""

FONT_SWITCHES = MappingProxyType(
    {
        "it": Format.ITALIC,
        "em": Format.ITALIC,
        "itshape": Format.ITALIC,
        "sl": Format.OBLIQUE,
        "slshape": Format.OBLIQUE,
        "bf": Format.BOLD,
        "bfseries": Format.BOLD,
        "sc": Format.SMALL_CAPS,
        "scshape": Format.SMALL_CAPS,
    }
)
"""Declarations that hold to the end of their group."""

NO_FORMAT = frozenset(
    "rm sf tt rmfamily sffamily ttfamily normalfont upshape mdseries tiny scriptsize footnotesize"
    " small normalsize large Large LARGE huge Huge boldmath unboldmath sloppy".split()
)
"""Declarations that change nothing that rich text knows of."""

TRANSPARENT = frozenset(
    "mbox hbox text textrm textsf texttt textnormal uppercase lowercase MakeUppercase"
    " MakeLowercase natexlab ensuremath".split()
)
"""Commands whose argument is the text to show."""

DROP_ARGUMENT = frozenset(
    "noopsort NoopSort noop SortNoop sortnoop switchargs hspace vspace label color phantom hphantom"
    " vphantom textcolor texorpdfstring bibinfo bibfield foreignlanguage".split()
)
"""Commands whose first argument is not shown; what follows it is."""

FORMAT_COMMANDS = MappingProxyType(
    {
        Format.ITALIC: "textit",
        Format.OBLIQUE: "textsl",
        Format.STYLE_NORMAL: "textup",
        Format.BOLD: "textbf",
        Format.WEIGHT_NORMAL: "textmd",
        Format.SMALL_CAPS: "textsc",
        Format.VARIANT_NORMAL: "textup",
        Format.UNDERLINE: "underline",
        Format.SUPERSCRIPT: "textsuperscript",
        Format.SUBSCRIPT: "textsubscript",
    }
)
"""The command that gives a format; the formats that are missing have none in LaTeX."""

TEXT_MACROS = frozenset(
    "textcent textsterling textcurrency textyen textbrokenbar textsection textasciidieresis"
    " textcopyright textordfeminine guillemotleft guillemotright textlnot textregistered"
    " textasciimacron textdegree textasciiacute textparagraph textperiodcentered textordmasculine"
    " textonequarter textonehalf textthreequarters texttimes textdiv textflorin textasciicaron"
    " textasciibreve textacutedbl textbaht quotesinglbase quotedblbase textdagger textdaggerdbl"
    " textbullet textellipsis textperthousand textpertenthousand guilsinglleft guilsinglright"
    " textreferencemark textinterrobang textfractionsolidus textasteriskcentered textdiscount"
    " textcolonmonetary textlira textnaira textwon textdong texteuro textpeso textcelsius"
    " textnumero textcircledP textrecipe textservicemark texttrademark textohm textmho"
    " textestimated textleftarrow textuparrow textrightarrow textdownarrow textopenbullet"
    " textbigcircle textmusicalnote textmu".split()
)
"""Names of text symbols that LaTeX sets without a package."""

MATH_MACROS = frozenset(
    "pm Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega alpha beta gamma delta"
    " varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho varsigma sigma tau upsilon"
    " varphi chi psi omega vartheta phi varpi varrho epsilon Vert hbar ell wp aleph leftrightarrow"
    " updownarrow nwarrow nearrow searrow swarrow mapsto hookleftarrow hookrightarrow"
    " leftharpoonup leftharpoondown rightharpoonup rightharpoondown rightleftharpoons Leftarrow"
    " Uparrow Rightarrow Downarrow Leftrightarrow Updownarrow forall partial exists nabla in notin"
    " ni prod coprod sum mp circ bullet propto infty angle mid parallel wedge vee cap cup int oint"
    " sim wr simeq cong approx asymp doteq neq equiv leq geq ll gg prec succ preceq succeq subset"
    " supset subseteq supseteq uplus sqsubseteq sqsupseteq sqcap sqcup oplus ominus otimes oslash"
    " odot vdash dashv top bigwedge bigvee bigcap bigcup diamond cdot star bowtie vdots"
    " cdots ddots lceil rceil lfloor rfloor frown smile lmoustache rmoustache bigtriangleup"
    " triangleright bigtriangledown triangleleft bigcirc langle rangle longleftarrow"
    " longrightarrow longleftrightarrow Longleftarrow Longrightarrow Longleftrightarrow longmapsto"
    " amalg".split()
)
"""Names of math symbols that LaTeX sets without a package."""

MATH_COMMANDS = MATH_MACROS | frozenset(
    "frac sqrt mathrm mathbf mathit mathsf mathtt mathcal mathnormal text textrm textit textbf"
    " hat bar tilde vec dot ddot acute grave breve check overline underline widehat widetilde"
    " overbrace underbrace left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr"
    " limits nolimits displaystyle textstyle scriptstyle scriptscriptstyle quad qquad cos sin tan"
    " cot sec csc arccos arcsin arctan cosh sinh tanh coth ln log lg exp max min sup inf lim limsup"
    " liminf det dim ker deg gcd hom arg Pr bmod pmod prime to gets le ge ne land lor lnot neg"
    " rightarrow leftarrow uparrow downarrow ldots dots colon lbrace rbrace lvert rvert lVert"
    " rVert vert emptyset setminus times div ast dagger ddagger perp cdotp stackrel choose binom"
    " mathbb mathfrak mathscr operatorname imath jmath Re Im top bot surd backslash not models"
    " iff implies mbox ensuremath".split()
)
"""Control words that may stand in math: none reads a file, defines a macro or writes."""

UTF8_LATEX = frozenset(
    "¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"
    "ĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİıĲĳĴĵĶķĹĺĻļĽľŁłŃńŅņŇňŊŋŌōŎŏŐőŒœŔŕŖŗŘřŚśŜŝŞş"
    "ŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžƒǄǅǆǇǈǉǊǋǌǍǎǏǐǑǒǓǔǢǣǦǧǨǩǪǫǰǴǵȘșȚțȲȳḂḃḍḞḟḠḡḥḰḱḷṃṅṇṛṣṭẎẏẐẑẞỲỳ"
    "‐‑‒–—―‖‘’‚“”„†‡•…‰‱‹›※‽⁄⁎⁒₡₤₦₩₫€₱℃№℗℞℠™℧℮←↑→↓␢␣◦◯♪"
)
"""Characters beyond ASCII that pdfLaTeX (T1, UTF-8) prints as they are."""

SUPERSCRIPTS = MappingProxyType(dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿ", "0123456789+-=()in", strict=True)))
"""Superscript characters, and what is raised."""

SUBSCRIPTS = MappingProxyType(
    dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ", "0123456789+-=()aeoxhklmnpst", strict=True))
)
"""Subscript characters, and what is lowered."""

ZERO_WIDTH = frozenset(
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069"
    "\u206a\u206b\u206c\u206d\u206e\u206f\ufeff\ufff9\ufffa\ufffb"
)
"""Characters without width: LaTeX stops at them, and nobody sees that they are gone."""
