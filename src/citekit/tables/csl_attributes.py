"""Which attributes the elements of CSL have, and what may stand in them.

Source: the RelaxNG schema of CSL 1.0.2 (https://github.com/citation-style-language/schema). Made by
`tools/csl_attributes.py`, which says what an alternative is.
"""

from __future__ import annotations

from typing import Final

__all__ = ["ALTERNATIVES", "VALUES"]

VALUES: Final = r"""
category.citation-format: author| author-date| label| note| numeric
category.field: anthropology| astronomy| biology| botany| chemistry| communications| engineering|
  generic-base| geography| geology| history| humanities| law| linguistics| literature| math|
  medicine| philosophy| physics| political_science| psychology| science| social_science| sociology|
  theology| zoology
item-types: article| article-journal| article-magazine| article-newspaper| bill| book| broadcast|
  chapter| classic| collection| dataset| document| entry| entry-dictionary| entry-encyclopedia|
  event| figure| graphic| hearing| interview| legal_case| legislation| manuscript| map|
  motion_picture| musical_score| pamphlet| paper-conference| patent| performance| periodical|
  personal_communication| post| post-weblog| regulation| report| review| review-book| software|
  song| speech| standard| thesis| treaty| webpage
term.form: long| verb| short| verb-short| symbol
terms: month-01| month-02| month-03| month-04| month-05| month-06| month-07| month-08| month-09|
  month-10| month-11| month-12| chapter-number| citation-number| collection-number| edition|
  first-reference-note-number| number| number-of-pages| number-of-volumes| page-first| printing|
  issue| page| part| section| supplement| version| volume| /ordinal(-\d{2})?/| long-ordinal-01|
  long-ordinal-02| long-ordinal-03| long-ordinal-04| long-ordinal-05| long-ordinal-06|
  long-ordinal-07| long-ordinal-08| long-ordinal-09| long-ordinal-10| act| appendix|
  article-locator| book| canon| chapter| column| elocation| equation| figure| folio| line| note|
  opus| paragraph| rule| scene| sub-verbo| table| timestamp| title-locator| verse| article|
  article-journal| article-magazine| article-newspaper| bill| broadcast| classic| collection|
  dataset| document| entry| entry-dictionary| entry-encyclopedia| event| graphic| hearing|
  interview| legal_case| legislation| manuscript| map| motion_picture| musical_score| pamphlet|
  paper-conference| patent| performance| periodical| personal_communication| post| post-weblog|
  regulation| report| review| review-book| software| song| speech| standard| thesis| treaty|
  webpage| author| chair| collection-editor| compiler| composer| container-author| contributor|
  curator| director| editor| editor-translator| editorial-director| executive-producer| guest| host|
  illustrator| interviewer| narrator| organizer| original-author| performer| producer| recipient|
  reviewed-author| script-writer| series-creator| translator| editortranslator| accessed| ad|
  advance-online-publication| album| and| and others| anonymous| at| audio-recording| available at|
  bc| bce| by| ce| circa| cited| et-al| film| forthcoming| from| henceforth| ibid| in| in press|
  internet| letter| loc-cit| no date| no-place| no-publisher| on| online| op-cit|
  original-work-published| personal-communication| podcast| podcast-episode| preprint| presented at|
  radio-broadcast| radio-series| radio-series-episode| reference| retrieved| review-of| scale|
  special-issue| special-section| television-broadcast| television-series|
  television-series-episode| video| working-paper| open-quote| close-quote| open-inner-quote|
  close-inner-quote| page-range-delimiter| colon| comma| semicolon| season-01| season-02| season-03|
  season-04
terms.gender-assignable: month-01| month-02| month-03| month-04| month-05| month-06| month-07|
  month-08| month-09| month-10| month-11| month-12| chapter-number| citation-number|
  collection-number| edition| first-reference-note-number| number| number-of-pages|
  number-of-volumes| page-first| printing| issue| page| part| section| supplement| version| volume
terms.locator: act| appendix| article-locator| book| canon| chapter| column| elocation| equation|
  figure| folio| line| note| opus| paragraph| rule| scene| sub-verbo| table| timestamp|
  title-locator| verse| issue| page| part| section| supplement| version| volume
terms.long-ordinals: long-ordinal-01| long-ordinal-02| long-ordinal-03| long-ordinal-04|
  long-ordinal-05| long-ordinal-06| long-ordinal-07| long-ordinal-08| long-ordinal-09|
  long-ordinal-10
terms.ordinals: /ordinal(-\d{2})?/
variables: accessed| available-date| event-date| issued| original-date| submitted| author| chair|
  collection-editor| compiler| composer| container-author| contributor| curator| director| editor|
  editor-translator| editorial-director| executive-producer| guest| host| illustrator| interviewer|
  narrator| organizer| original-author| performer| producer| recipient| reviewed-author|
  script-writer| series-creator| translator| chapter-number| citation-number| collection-number|
  edition| first-reference-note-number| issue| locator| number| number-of-pages| number-of-volumes|
  page| page-first| part-number| printing-number| section| supplement-number| version| volume|
  abstract| annote| archive| archive_collection| archive_location| archive-place| authority|
  call-number| citation-key| citation-label| dimensions| division| DOI| event| event-title|
  event-place| genre| ISBN| ISSN| jurisdiction| keyword| language| license| medium| note|
  original-publisher| original-publisher-place| PMCID| PMID| publisher| publisher-place| references|
  reviewed-genre| scale| source| status| URL| year-suffix| collection-title| container-title|
  original-title| part-title| reviewed-title| title| volume-title| title-short|
  container-title-short
variables.dates: accessed| available-date| event-date| issued| original-date| submitted
variables.names: author| chair| collection-editor| compiler| composer| container-author|
  contributor| curator| director| editor| editor-translator| editorial-director| executive-producer|
  guest| host| illustrator| interviewer| narrator| organizer| original-author| performer| producer|
  recipient| reviewed-author| script-writer| series-creator| translator
variables.numbers: chapter-number| citation-number| collection-number| edition|
  first-reference-note-number| issue| locator| number| number-of-pages| number-of-volumes| page|
  page-first| part-number| printing-number| section| supplement-number| version| volume
variables.standard: chapter-number| citation-number| collection-number| edition|
  first-reference-note-number| issue| locator| number| number-of-pages| number-of-volumes| page|
  page-first| part-number| printing-number| section| supplement-number| version| volume| abstract|
  annote| archive| archive_collection| archive_location| archive-place| authority| call-number|
  citation-key| citation-label| dimensions| division| DOI| event| event-title| event-place| genre|
  ISBN| ISSN| jurisdiction| keyword| language| license| medium| note| original-publisher|
  original-publisher-place| PMCID| PMID| publisher| publisher-place| references| reviewed-genre|
  scale| source| status| URL| year-suffix| collection-title| container-title| original-title|
  part-title| reviewed-title| title| volume-title| title-short| container-title-short
"""
"""The closed lists of values; between slashes a pattern of others."""

ALTERNATIVES: Final = r"""
root (independent-style.style, dependent-style.style, locale-file.locale)
independent-style.style = style; !class: in-text| note; !version: 1.0; ?default-locale: language;
  ?demote-non-dropping-particle: never| sort-only| display-and-sort;
  ?initialize-with-hyphen: boolean; ?page-range-format: expanded| minimal| minimal-two| chicago|
  chicago-15| chicago-16; ?names-delimiter: text; ?and: text| symbol;
  ?delimiter-precedes-et-al: contextual| always| never| after-inverted-name;
  ?delimiter-precedes-last: contextual| always| never| after-inverted-name; ?et-al-min: integer;
  ?et-al-use-first: integer; ?et-al-subsequent-min: integer; ?et-al-subsequent-use-first: integer;
  ?et-al-use-last: boolean; ?initialize: boolean; ?initialize-with: text;
  ?name-as-sort-order: first| all; ?sort-separator: text; ?name-delimiter: text; ?name-form: long|
  short| count; (independent-style.style.info, style.locale, style.macro, style.citation,
  style.bibliography)
dependent-style.style = style; !version: 1.0; ?default-locale: language;
  (dependent-style.style.info)
locale-file.locale = locale; !xml:lang: language; !version: 1.0; (locale-file.locale.info,
  locale.style-options, locale.date, locale.terms)
independent-style.style.info = info; (info.author, info.category, info.contributor, info.id,
  info.issn, info.eissn, info.issnl, independent-style.info.link, info.published, info.rights,
  info.summary, info.title, info.title-short, info.updated)
style.locale = locale; ?xml:lang: language; (locale.style-options, locale.date, locale.terms)
style.macro = macro; !name: NMTOKEN; (rendering-element.names, rendering-element.date,
  rendering-element.label, rendering-element.text, rendering-element.number,
  rendering-element.choose, rendering-element.group)
style.citation = citation; ?cite-group-delimiter: text; ?collapse: citation-number| year|
  year-suffix| year-suffix-ranged; ?year-suffix-delimiter: text; ?after-collapse-delimiter: text;
  ?disambiguate-add-names: boolean; ?disambiguate-add-givenname: boolean;
  ?disambiguate-add-year-suffix: boolean; ?givenname-disambiguation-rule: all-names|
  all-names-with-initials| primary-name| primary-name-with-initials| by-cite;
  ?near-note-distance: integer; ?names-delimiter: text; ?and: text| symbol;
  ?delimiter-precedes-et-al: contextual| always| never| after-inverted-name;
  ?delimiter-precedes-last: contextual| always| never| after-inverted-name; ?et-al-min: integer;
  ?et-al-use-first: integer; ?et-al-subsequent-min: integer; ?et-al-subsequent-use-first: integer;
  ?et-al-use-last: boolean; ?initialize: boolean; ?initialize-with: text;
  ?name-as-sort-order: first| all; ?sort-separator: text; ?name-delimiter: text; ?name-form: long|
  short| count; (sort, citation.layout)
style.bibliography = bibliography; ?hanging-indent: boolean; ?entry-spacing: nonNegativeInteger;
  ?line-spacing: integer>0; ?second-field-align: flush| margin; ?subsequent-author-substitute: text;
  ?subsequent-author-substitute-rule: complete-all| complete-each| partial-each| partial-first;
  ?names-delimiter: text; ?and: text| symbol; ?delimiter-precedes-et-al: contextual| always| never|
  after-inverted-name; ?delimiter-precedes-last: contextual| always| never| after-inverted-name;
  ?et-al-min: integer; ?et-al-use-first: integer; ?et-al-subsequent-min: integer;
  ?et-al-subsequent-use-first: integer; ?et-al-use-last: boolean; ?initialize: boolean;
  ?initialize-with: text; ?name-as-sort-order: first| all; ?sort-separator: text;
  ?name-delimiter: text; ?name-form: long| short| count; (sort, bibliography.layout)
dependent-style.style.info = info; (info.author, info.category, info.contributor, info.id,
  info.issn, info.eissn, info.issnl, dependent-style.info.link, info.published, info.rights,
  info.summary, info.title, info.title-short, info.updated)
locale-file.locale.info = info; (info.translator, info.rights, info.updated)
locale.style-options = style-options; ?limit-day-ordinals-to-day-1: boolean;
  ?punctuation-in-quote: boolean
locale.date = date; !form: text| numeric; ?delimiter: text; ?font-style: italic| normal| oblique;
  ?font-variant: normal| small-caps; ?font-weight: normal| bold| light; ?text-decoration: none|
  underline; ?vertical-align: baseline| sup| sub; ?text-case: lowercase| uppercase|
  capitalize-first| capitalize-all| title| sentence; (locale.date.date-part)
locale.terms = terms; (terms.term)
info.author = author; (personal-details/name, personal-details/email, personal-details/uri)
info.category = category; !citation-format: category.citation-format
info.category = category; !field: category.field
info.contributor = contributor; (personal-details/name, personal-details/email,
  personal-details/uri)
info.id = id
info.issn = issn
info.eissn = eissn
info.issnl = issnl
independent-style.info.link = link; !href: anyURI; !rel: self| template| documentation;
  ?xml:lang: language
info.published = published
info.rights = rights; ?license: anyURI; ?xml:lang: language
info.summary = summary; ?xml:lang: language
info.title = title; ?xml:lang: language
info.title-short = title-short; ?xml:lang: language
info.updated = updated
rendering-element.names = names; !variable: variables.names+; ?prefix: text; ?suffix: text;
  ?delimiter: text; ?display: block| left-margin| right-inline| indent; ?font-style: italic| normal|
  oblique; ?font-variant: normal| small-caps; ?font-weight: normal| bold| light;
  ?text-decoration: none| underline; ?vertical-align: baseline| sup| sub; (names.name, names.et-al,
  names.label, names.substitute)
rendering-element.date = date; !variable: variables.dates; !form: text| numeric;
  ?date-parts: year-month-day| year-month| year; ?prefix: text; ?suffix: text; ?display: block|
  left-margin| right-inline| indent; ?font-style: italic| normal| oblique; ?font-variant: normal|
  small-caps; ?font-weight: normal| bold| light; ?text-decoration: none| underline;
  ?vertical-align: baseline| sup| sub; ?text-case: lowercase| uppercase| capitalize-first|
  capitalize-all| title| sentence; (rendering-element.date.date-part.localized)
rendering-element.date = date; !variable: variables.dates; ?delimiter: text; ?prefix: text;
  ?suffix: text; ?display: block| left-margin| right-inline| indent; ?font-style: italic| normal|
  oblique; ?font-variant: normal| small-caps; ?font-weight: normal| bold| light;
  ?text-decoration: none| underline; ?vertical-align: baseline| sup| sub; ?text-case: lowercase|
  uppercase| capitalize-first| capitalize-all| title| sentence;
  (rendering-element.date.date-part.non-localized)
rendering-element.label = label; !variable: chapter-number| citation-number| collection-number|
  edition| first-reference-note-number| issue| locator| number| number-of-pages| number-of-volumes|
  page| page-first| part-number| printing-number| section| supplement-number| version| volume|
  locator| page; ?form: long| short| symbol; ?plural: always| never| contextual; ?prefix: text;
  ?suffix: text; ?font-style: italic| normal| oblique; ?font-variant: normal| small-caps;
  ?font-weight: normal| bold| light; ?text-decoration: none| underline; ?vertical-align: baseline|
  sup| sub; ?strip-periods: boolean; ?text-case: lowercase| uppercase| capitalize-first|
  capitalize-all| title| sentence
rendering-element.text = text; !macro: NMTOKEN; ?prefix: text; ?suffix: text; ?display: block|
  left-margin| right-inline| indent; ?font-style: italic| normal| oblique; ?font-variant: normal|
  small-caps; ?font-weight: normal| bold| light; ?text-decoration: none| underline;
  ?vertical-align: baseline| sup| sub; ?quotes: boolean; ?strip-periods: boolean;
  ?text-case: lowercase| uppercase| capitalize-first| capitalize-all| title| sentence
rendering-element.text = text; !term: terms; ?form: term.form; ?plural: boolean; ?prefix: text;
  ?suffix: text; ?display: block| left-margin| right-inline| indent; ?font-style: italic| normal|
  oblique; ?font-variant: normal| small-caps; ?font-weight: normal| bold| light;
  ?text-decoration: none| underline; ?vertical-align: baseline| sup| sub; ?quotes: boolean;
  ?strip-periods: boolean; ?text-case: lowercase| uppercase| capitalize-first| capitalize-all|
  title| sentence
rendering-element.text = text; !value: text; ?prefix: text; ?suffix: text; ?display: block|
  left-margin| right-inline| indent; ?font-style: italic| normal| oblique; ?font-variant: normal|
  small-caps; ?font-weight: normal| bold| light; ?text-decoration: none| underline;
  ?vertical-align: baseline| sup| sub; ?quotes: boolean; ?strip-periods: boolean;
  ?text-case: lowercase| uppercase| capitalize-first| capitalize-all| title| sentence
rendering-element.text = text; !variable: variables.standard; ?form: short| long; ?prefix: text;
  ?suffix: text; ?display: block| left-margin| right-inline| indent; ?font-style: italic| normal|
  oblique; ?font-variant: normal| small-caps; ?font-weight: normal| bold| light;
  ?text-decoration: none| underline; ?vertical-align: baseline| sup| sub; ?quotes: boolean;
  ?strip-periods: boolean; ?text-case: lowercase| uppercase| capitalize-first| capitalize-all|
  title| sentence
rendering-element.number = number; !variable: variables.numbers; ?form: numeric| ordinal|
  long-ordinal| roman; ?prefix: text; ?suffix: text; ?display: block| left-margin| right-inline|
  indent; ?font-style: italic| normal| oblique; ?font-variant: normal| small-caps;
  ?font-weight: normal| bold| light; ?text-decoration: none| underline; ?vertical-align: baseline|
  sup| sub; ?text-case: lowercase| uppercase| capitalize-first| capitalize-all| title| sentence
rendering-element.choose = choose; (choose.if, choose.else-if, choose.else)
rendering-element.group = group; ?prefix: text; ?suffix: text; ?delimiter: text; ?display: block|
  left-margin| right-inline| indent; ?font-style: italic| normal| oblique; ?font-variant: normal|
  small-caps; ?font-weight: normal| bold| light; ?text-decoration: none| underline;
  ?vertical-align: baseline| sup| sub; (rendering-element.names, rendering-element.date,
  rendering-element.label, rendering-element.text, rendering-element.number,
  rendering-element.choose, rendering-element.group)
sort = sort; (sort.key)
citation.layout = layout; ?prefix: text; ?suffix: text; ?delimiter: text; ?font-style: italic|
  normal| oblique; ?font-variant: normal| small-caps; ?font-weight: normal| bold| light;
  ?text-decoration: none| underline; ?vertical-align: baseline| sup| sub; (rendering-element.names,
  rendering-element.date, rendering-element.label, rendering-element.text, rendering-element.number,
  rendering-element.choose, rendering-element.group)
bibliography.layout = layout; ?prefix: text; ?suffix: text; ?font-style: italic| normal| oblique;
  ?font-variant: normal| small-caps; ?font-weight: normal| bold| light; ?text-decoration: none|
  underline; ?vertical-align: baseline| sup| sub; (rendering-element.names, rendering-element.date,
  rendering-element.label, rendering-element.text, rendering-element.number,
  rendering-element.choose, rendering-element.group)
dependent-style.info.link = link; !href: anyURI; !rel: self| independent-parent| documentation;
  ?xml:lang: language
info.translator = translator; (personal-details/name, personal-details/email, personal-details/uri)
locale.date.date-part = date-part; !name: day; ?prefix: text; ?suffix: text; ?font-style: italic|
  normal| oblique; ?font-variant: normal| small-caps; ?font-weight: normal| bold| light;
  ?text-decoration: none| underline; ?vertical-align: baseline| sup| sub; ?text-case: lowercase|
  uppercase| capitalize-first| capitalize-all| title| sentence; ?form: numeric|
  numeric-leading-zeros| ordinal; ?range-delimiter: text
locale.date.date-part = date-part; !name: month; ?prefix: text; ?suffix: text; ?font-style: italic|
  normal| oblique; ?font-variant: normal| small-caps; ?font-weight: normal| bold| light;
  ?text-decoration: none| underline; ?vertical-align: baseline| sup| sub; ?text-case: lowercase|
  uppercase| capitalize-first| capitalize-all| title| sentence; ?form: long| short| numeric|
  numeric-leading-zeros; ?range-delimiter: text; ?strip-periods: boolean
locale.date.date-part = date-part; !name: year; ?prefix: text; ?suffix: text; ?font-style: italic|
  normal| oblique; ?font-variant: normal| small-caps; ?font-weight: normal| bold| light;
  ?text-decoration: none| underline; ?vertical-align: baseline| sup| sub; ?text-case: lowercase|
  uppercase| capitalize-first| capitalize-all| title| sentence; ?form: short| long;
  ?range-delimiter: text
terms.term = term; !name: terms; ?form: term.form; (term.single, term.multiple)
terms.term = term; !name: terms.ordinals; ?form: long; ?gender-form: masculine| feminine;
  ?match: last-digit| last-two-digits| whole-number; (term.single, term.multiple)
terms.term = term; !name: terms.long-ordinals; !gender-form: masculine| feminine; ?form: long;
  (term.single, term.multiple)
terms.term = term; !name: terms.gender-assignable; !gender: masculine| feminine; ?form: long;
  (term.single, term.multiple)
personal-details/name = name
personal-details/email = email
personal-details/uri = uri
names.name = name; ?and: text| symbol; ?delimiter-precedes-et-al: contextual| always| never|
  after-inverted-name; ?delimiter-precedes-last: contextual| always| never| after-inverted-name;
  ?et-al-min: integer; ?et-al-use-first: integer; ?et-al-subsequent-min: integer;
  ?et-al-subsequent-use-first: integer; ?et-al-use-last: boolean; ?initialize: boolean;
  ?initialize-with: text; ?name-as-sort-order: first| all; ?sort-separator: text; ?form: long|
  short| count; ?prefix: text; ?suffix: text; ?delimiter: text; ?font-style: italic| normal|
  oblique; ?font-variant: normal| small-caps; ?font-weight: normal| bold| light;
  ?text-decoration: none| underline; ?vertical-align: baseline| sup| sub; (name.name-part)
names.et-al = et-al; ?term: et-al| and others; ?font-style: italic| normal| oblique;
  ?font-variant: normal| small-caps; ?font-weight: normal| bold| light; ?text-decoration: none|
  underline; ?vertical-align: baseline| sup| sub
names.label = label; ?form: term.form; ?plural: always| never| contextual; ?prefix: text;
  ?suffix: text; ?font-style: italic| normal| oblique; ?font-variant: normal| small-caps;
  ?font-weight: normal| bold| light; ?text-decoration: none| underline; ?vertical-align: baseline|
  sup| sub; ?strip-periods: boolean; ?text-case: lowercase| uppercase| capitalize-first|
  capitalize-all| title| sentence
names.substitute = substitute; (substitute.names, rendering-element.names, rendering-element.date,
  rendering-element.label, rendering-element.text, rendering-element.number,
  rendering-element.choose, rendering-element.group)
rendering-element.date.date-part.localized = date-part; !name: day; ?font-style: italic| normal|
  oblique; ?font-variant: normal| small-caps; ?font-weight: normal| bold| light;
  ?text-decoration: none| underline; ?vertical-align: baseline| sup| sub; ?text-case: lowercase|
  uppercase| capitalize-first| capitalize-all| title| sentence; ?form: numeric|
  numeric-leading-zeros| ordinal; ?range-delimiter: text
rendering-element.date.date-part.localized = date-part; !name: month; ?font-style: italic| normal|
  oblique; ?font-variant: normal| small-caps; ?font-weight: normal| bold| light;
  ?text-decoration: none| underline; ?vertical-align: baseline| sup| sub; ?text-case: lowercase|
  uppercase| capitalize-first| capitalize-all| title| sentence; ?form: long| short| numeric|
  numeric-leading-zeros; ?range-delimiter: text; ?strip-periods: boolean
rendering-element.date.date-part.localized = date-part; !name: year; ?font-style: italic| normal|
  oblique; ?font-variant: normal| small-caps; ?font-weight: normal| bold| light;
  ?text-decoration: none| underline; ?vertical-align: baseline| sup| sub; ?text-case: lowercase|
  uppercase| capitalize-first| capitalize-all| title| sentence; ?form: short| long;
  ?range-delimiter: text
rendering-element.date.date-part.non-localized = date-part; !name: day; ?prefix: text;
  ?suffix: text; ?font-style: italic| normal| oblique; ?font-variant: normal| small-caps;
  ?font-weight: normal| bold| light; ?text-decoration: none| underline; ?vertical-align: baseline|
  sup| sub; ?text-case: lowercase| uppercase| capitalize-first| capitalize-all| title| sentence;
  ?form: numeric| numeric-leading-zeros| ordinal; ?range-delimiter: text
rendering-element.date.date-part.non-localized = date-part; !name: month; ?prefix: text;
  ?suffix: text; ?font-style: italic| normal| oblique; ?font-variant: normal| small-caps;
  ?font-weight: normal| bold| light; ?text-decoration: none| underline; ?vertical-align: baseline|
  sup| sub; ?text-case: lowercase| uppercase| capitalize-first| capitalize-all| title| sentence;
  ?form: long| short| numeric| numeric-leading-zeros; ?range-delimiter: text;
  ?strip-periods: boolean
rendering-element.date.date-part.non-localized = date-part; !name: year; ?prefix: text;
  ?suffix: text; ?font-style: italic| normal| oblique; ?font-variant: normal| small-caps;
  ?font-weight: normal| bold| light; ?text-decoration: none| underline; ?vertical-align: baseline|
  sup| sub; ?text-case: lowercase| uppercase| capitalize-first| capitalize-all| title| sentence;
  ?form: short| long; ?range-delimiter: text
choose.if = if; ?match: all| any| none; +disambiguate: true; +is-numeric: variables+;
  +is-uncertain-date: variables.dates+; +locator: terms.locator+; +position: first| subsequent|
  ibid| ibid-with-locator| near-note+; +type: item-types+; +variable: variables+;
  (rendering-element.names, rendering-element.date, rendering-element.label, rendering-element.text,
  rendering-element.number, rendering-element.choose, rendering-element.group)
choose.else-if = else-if; ?match: all| any| none; +disambiguate: true; +is-numeric: variables+;
  +is-uncertain-date: variables.dates+; +locator: terms.locator+; +position: first| subsequent|
  ibid| ibid-with-locator| near-note+; +type: item-types+; +variable: variables+;
  (rendering-element.names, rendering-element.date, rendering-element.label, rendering-element.text,
  rendering-element.number, rendering-element.choose, rendering-element.group)
choose.else = else; (rendering-element.names, rendering-element.date, rendering-element.label,
  rendering-element.text, rendering-element.number, rendering-element.choose,
  rendering-element.group)
sort.key = key; !variable: variables; ?names-min: integer; ?names-use-first: integer;
  ?names-use-last: boolean; ?sort: ascending| descending
sort.key = key; !macro: NMTOKEN; ?names-min: integer; ?names-use-first: integer;
  ?names-use-last: boolean; ?sort: ascending| descending
term.single = single
term.multiple = multiple
name.name-part = name-part; !name: family| given; ?prefix: text; ?suffix: text; ?font-style: italic|
  normal| oblique; ?font-variant: normal| small-caps; ?font-weight: normal| bold| light;
  ?text-decoration: none| underline; ?vertical-align: baseline| sup| sub; ?text-case: lowercase|
  uppercase| capitalize-first| capitalize-all| title| sentence
substitute.names = names; !variable: variables.names+; ?prefix: text; ?suffix: text;
  ?delimiter: text; ?display: block| left-margin| right-inline| indent; ?font-style: italic| normal|
  oblique; ?font-variant: normal| small-caps; ?font-weight: normal| bold| light;
  ?text-decoration: none| underline; ?vertical-align: baseline| sup| sub
"""
"""What an element may be: its name in the schema, its tag, its attributes and, in
brackets, what may stand in it. Of an attribute that it must have (`!`), may have (`?`)
or must have one of (`+`) follows the type of its values, of a list (`+`) that of each.
"""
