"""English proper nouns and adjectives: what keeps its capital in sentence case.

Compiled by hand for titles of scholarly works: countries, peoples and languages, places, religions,
months and days, persons whose names became words, products and organizations, and names of more
than one word. The lists are not complete and need not be: what they miss is reported as guessed.
All entries are looked up without regard to case.

`AMBIGUOUS` words are common words too ("may", "march", "turkey"); they count as names only where
their neighbours say so.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

__all__ = [
    "AMBIGUOUS",
    "EPONYMOUS_HEADS",
    "GIVEN_NAMES",
    "HONORIFICS",
    "PROPER_NOUNS",
    "PROPER_PHRASES",
    "SERIES_EXCEPTIONS",
]

_COUNTRIES = """
    Afghanistan Albania Algeria Andorra Angola Argentina Armenia Australia Austria Azerbaijan
    Bahamas Bahrain Bangladesh Barbados Belarus Belgium Belize Benin Bhutan Bolivia Bosnia
    Botswana Brazil Brunei Bulgaria Burundi Cambodia Cameroon Canada Chile China Colombia Congo
    Croatia Cuba Cyprus Czechia Czechoslovakia Denmark Djibouti Dominica Ecuador Egypt England
    Eritrea Estonia Eswatini Ethiopia Fiji Finland France Gabon Gambia Georgia Germany Ghana
    Greece Greenland Grenada Guatemala Guinea Guyana Haiti Herzegovina Honduras Hungary Iceland
    India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Kazakhstan Kenya Kiribati Korea
    Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia Libya Liechtenstein Lithuania
    Luxembourg Macedonia Madagascar Malawi Malaysia Maldives Malta Mauritania Mauritius Mexico
    Micronesia Moldova Monaco Mongolia Montenegro Morocco Mozambique Myanmar Burma Namibia Nauru
    Nepal Netherlands Nicaragua Niger Nigeria Norway Oman Pakistan Palau Palestine Panama Paraguay
    Peru Philippines Poland Portugal Prussia Qatar Romania Russia Rwanda Samoa Senegal Serbia
    Seychelles Singapore Slovakia Slovenia Somalia Spain Sudan Suriname Sweden Switzerland Syria
    Taiwan Tajikistan Tanzania Thailand Tibet Togo Tonga Tunisia Türkiye Turkmenistan Tuvalu
    Uganda Ukraine Uruguay USSR Uzbekistan Vanuatu Vatican Venezuela Vietnam Wales Scotland Yemen
    Yugoslavia Zaire Zambia Zimbabwe Britain
"""

_PEOPLES_AND_LANGUAGES = """
    Afghan African Afrikaans Akkadian Albanian Algerian American Amharic Andean Angolan Arab
    Arabian Arabic Aramaic Argentine Argentinian Armenian Asian Assyrian Athenian Australasian
    Australian Austrian Azerbaijani Aztec Babylonian Balinese Balkan Baltic Bangladeshi Bantu
    Basque Bavarian Belarusian Belgian Bengali Berber Bolivian Bosnian Brazilian Breton Britannic
    British Bulgarian Burmese Byzantine Cambodian Cameroonian Canadian Cantonese Caribbean
    Carolingian Castilian Catalan Caucasian Celtic Chicana Chicano Chilean Chinese Christian
    Colombian Coptic Cornish Croatian Cuban Cypriot Czech Danish Dravidian Dutch Ecuadorian
    Egyptian English Englishman Eskimo Esperanto Estonian Ethiopian Etruscan European Farsi
    Filipino Finn Finnish Finns Flemish Frankish French Frenchman Frisian Gaelic Galician Gallic
    Gambian Georgian German Germanic Ghanaian Gothic Greek Greenlandic Guarani Guatemalan Gujarati
    Haitian Hausa Hawaiian Hebrew Hellenic Hellenistic Hindi Hispanic Hittite Hungarian Iberian
    Icelandic Igbo Inca Indian Indonesian Inuit Iranian Iraqi Irish Iroquois Israeli Israelite
    Italian Jamaican Japanese Javanese Jordanian Kannada Kashmiri Kazakh Kenyan Khmer Korean
    Kurdish Kuwaiti Kyrgyz Lao Laotian Latin Latina Latino Latinx Latvian Lebanese Liberian Libyan
    Lithuanian Macedonian Malagasy Malawian Malay Malayalam Malaysian Maltese Manchu Mandarin
    Māori Maori Marathi Mayan Mediterranean Mesopotamian Mexican Minoan Mongol Mongolian Moroccan
    Mozambican Mughal Nahuatl Navajo Nepali Nicaraguan Nigerian Nordic Norman Norse Norwegian
    Ojibwe Ottoman Pakistani Palestinian Panamanian Papuan Paraguayan Pashto Persian Peruvian
    Philippine Phoenician Polish Polynesian Portuguese Prussian Punjabi Quechua Roman Romanian
    Romansh Russian Rwandan Sami Samoan Sanskrit Saxon Scandinavian Scots Scottish Semitic
    Senegalese Serb Serbian Siberian Sicilian Sinhala Slav Slavic Slavonic Slovak Slovene
    Slovenian Somali Soviet Spanish Spartan Sudanese Sumerian Swahili Swede Swedish Swiss Syriac
    Syrian Tagalog Tahitian Taiwanese Tamil Tanzanian Tatar Telugu Thai Tibetan Tongan Tunisian
    Turk Turkic Turkish Turkmen Ugandan Ukrainian Urdu Uruguayan Uyghur Uzbek Venetian Venezuelan
    Victorian Vietnamese Viking Visigothic Welsh Xhosa Yemeni Yiddish Yoruba Yugoslav Zambian
    Zimbabwean Zulu Afro Anglo Anglophone Austro Euro Eurasian Eurocentric Franco Francophone Sino
    Sub-Saharan Anglicism Sinitic Sinhalese Tswana Wolof
"""

_REGIONS_AND_STATES = """
    Africa America Americas Antarctica Antarctic Arctic Asia Australasia Eurasia Europe Oceania
    Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho
    Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota
    Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas
    Utah Vermont Virginia Wisconsin Washington Wyoming Alberta Manitoba Ontario Quebec Québec
    Saskatchewan Newfoundland Yukon Queensland Tasmania Aegean Alps Amazonia Anatolia Andes
    Appalachia Appalachian Aquitaine Arabia Aragon Assyria Atlantic Babylon Babylonia Balkans
    Bavaria Bengal Bohemia Brandenburg Brittany Burgundy Byzantium Caspian Castile Catalonia
    Caucasus Cornwall Corsica Crete Crimea Dalmatia Danube Danubian Darfur Donbas Euphrates Everest
    Fennoscandia Flanders Galápagos Galapagos Galicia Ganges Gaza Gaul Gujarat Guangdong Hebrides
    Himalaya Himalayan Himalayas Iberia Ionian Java Jutland Karnataka Kashmir Kerala Kurdistan
    Lapland Levant Lombardy Maghreb Mesoamerica Mesoamerican Mesopotamia Normandy Nubia Okinawa
    Pacific Palestine Pannonia Patagonia Persia Piedmont Polynesia Pomerania Provence Punjab
    Pyrenees Rhine Rhineland Sahara Saharan Sahel Sahelian Sardinia Savoy Saxony Scandinavia Siberia
    Sicily Sichuan Silesia Sinai Sumatra Tigris Transylvania Tuscany Tyrol Ulster Volga Westphalia
    Xinjiang Yorkshire Zanzibar Yangtze Sonoran Serengeti Chesapeake Chernobyl Fukushima Hiroshima
    Nagasaki Auschwitz
"""

_CITIES = """
    Aberdeen Abidjan Accra Adelaide Amsterdam Ankara Antwerp Athens Atlanta Auckland Augsburg
    Baghdad Baltimore Bamako Bangalore Bangkok Barcelona Basel Beijing Beirut Belfast Belgrade
    Berkeley Berlin Bern Birmingham Bogotá Bogota Bologna Bombay Bonn Bordeaux Boston Brasília
    Bratislava Brisbane Bristol Brooklyn Bruges Brussels Bucharest Budapest Cairo Calcutta Calgary
    Cambridge Canberra Caracas Cardiff Casablanca Chengdu Chennai Chicago Christchurch Cincinnati
    Cleveland Cologne Constantinople Copenhagen Córdoba Cracow Dakar Dallas Damascus Delhi Denver
    Detroit Dhaka Dresden Dubai Dublin Durham Düsseldorf Edinburgh Florence Florentine Frankfurt
    Freiburg Gdańsk Geneva Genoa Ghent Glasgow Gothenburg Göttingen Guangzhou Hamburg Hanoi Havana
    Heidelberg Helsinki Houston Hyderabad Istanbul Jakarta Jerusalem Johannesburg Kabul Karachi
    Kathmandu Kharkiv Khartoum Kinshasa Kolkata Königsberg Kraków Kyiv Kyoto Lagos Lahore Lausanne
    Leeds Leiden Leipzig Leningrad Lima Lisbon Ljubljana London Lyon Madras Madrid Manchester
    Manhattan Manila Marrakesh Marseille Mecca Medellín Medina Melbourne Memphis Miami Milan
    Milwaukee Minneapolis Montevideo Montréal Montreal Moscow Mumbai Munich Nairobi Naples
    Neapolitan Nashville Newcastle Nuremberg Oslo Osaka Ottawa Oxford Padua Palermo Paris Parisian
    Philadelphia Pisa Pittsburgh Pompeii Prague Pretoria Princeton Pyongyang Reykjavík Rome
    Rotterdam Salzburg Santiago Sarajevo Seattle Seoul Seville Shanghai Shenzhen Sofia Stalingrad
    Stockholm Strasbourg Stuttgart Sydney Taipei Tallinn Tashkent Tbilisi Tehran Tokyo Toronto
    Toulouse Tripoli Tübingen Tunis Turin Utrecht Uppsala Valencia Vancouver Venice Verona
    Versailles Vienna Viennese Vilnius Warsaw Wellington Wittenberg Wuhan Yale Harvard Stanford
    Zagreb Zurich Zürich Bloomsbury Hollywood Broadway Nile Thames Seine Kremlin Pentagon
"""

_RELIGIONS_AND_TIMES = """
    Allah Anabaptist Anglican Anglicanism Bible Brahmin Buddha Buddhism Buddhist Calvinism Calvinist
    Catholic Catholicism Christ Christendom Christianity Christmas Confucian Confucianism Daoism
    Daoist Easter Franciscan Hajj Halloween Hanukkah Hasidic Hindu Hinduism Islam Islamic Islamism
    Islamist Islamophobia Jain Jainism Jesuit Jesus Jew Jewish Jewry Judaic Judaism Koran Lutheran
    Lutheranism Marian Methodism Methodist Mormon Mormonism Muhammad Muslim Nazism Nazi Passover
    Pentecostal Pentecostalism Presbyterian Protestant Protestantism Puritan Puritanism Quaker
    Qur'an Quran Ramadan Sabbath Satan Shia Shiite Shinto Sikh Sikhism Sufi Sufism Sunni Talmud
    Talmudic Taoism Taoist Torah Unitarian Upanishads Vedic Zen Zionism Zionist Zoroastrian
    Zoroastrianism Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April
    June July September October November December Anthropocene Cambrian Carboniferous Cenozoic
    Cretaceous Devonian Edwardian Elizabethan Eocene Georgian Habsburg Hapsburg Holocaust Holocene
    Jacobean Jacobin Jurassic Merovingian Mesolithic Mesozoic Miocene Neolithic Oligocene Ordovician
    Palaeolithic Paleocene Paleolithic Paleozoic Permian Pleistocene Pliocene Precambrian
    Proterozoic Renaissance Shoah Silurian Triassic Tudor Weimar
"""

_EPONYMS = """
    Abelian Achilles Alzheimer Apollonian Archimedean Archimedes Aristotelian Aristotle Asperger
    Augustine Augustinian Bach Banach Baudelaire Bayes Bayesian Bayesianism Beckett Beethoven
    Bernoulli Bessel Bohr Boltzmann Bonferroni Boole Bose Bourdieu Brahms Brechtian Brownian Byronic
    Caesar Calvin Cantor Cartesian Cauchy Cervantes Chebyshev Chern Cherenkov Chomsky Chomskyan
    Chopin Churchill Cicero Ciceronian Compton Confucius Copernican Copernicus Coriolis Coulomb
    Cramér Dante Dantesque Darwin Darwinian Darwinism Debye Deleuze Delphi Derrida Descartes Dickens
    Dickensian Dickinson Dirac Dirichlet Doppler Dostoevsky Durkheim Dürer Einstein Eisenhower
    Engels Epicurean Epicurus Erasmus Erdős Euclid Euclidean Euler Eulerian Faraday Faulkner Feistel
    Fermat Fermi Fermionic Feynman Fibonacci Fisher Fokker Foucauldian Foucault Fourier Freud
    Freudian Freudianism Frobenius Gabor Galilean Galileo Galois Gandhi Gandhian Gauss Gaussian
    Gibbs Gödel Godel Goethe Golgi Gorbachev Granger Haar Hadamard Hamiltonian Hamlet Hamming
    Hausdorff Hawkes Hawking Hebbian Hegel Hegelian Heidegger Heideggerian Heisenberg Hermitian
    Herodotus Hessian Higgs Hilbert Hippocrates Hippocratic Hitler Hitlerism Hobbes Hobbesian Homer
    Homeric Hopfield Hubble Humean Huntington Husserl Ibsen Ising Jacobi Jacobian Jaccard Jensen
    Joycean Jung Jungian Kafka Kafkaesque Kalman Kant Kantian Kantianism Keats Kelvin Kepler
    Keplerian Keynes Keynesian Keynesianism Kierkegaard Kolmogorov Kullback Lacan Lacanian Lagrange
    Lagrangian Lamarckian Langevin Laplace Laplacian Lebesgue Leibler Leibniz Leibnizian Lenin
    Leninism Leninist Levenshtein Levinas Lévy Likert Lindblad Linnaean Linnaeus Lipschitz Locke
    Lockean Lorentz Lorentzian Luther Lyapunov Machiavelli Machiavellian Machiavellianism
    Mahalanobis Mahler Malthus Malthusian Mandela Mandelbrot Mao Maoism Maoist Markov Markovian Marx
    Marxian Marxism Marxist Maslow Maxwell Mendel Mendelian Mercator Milton Miltonic Minkowski
    Möbius Montaigne Mozart Mössbauer Napoleon Napoleonic Neumann Neumannian Newton Newtonian
    Nietzsche Nietzschean Nobel Noether Nyquist Oedipal Oedipus Ornstein Orwell Orwellian Ovid
    Ovidian Pareto Parkinson Parkinsonian Pascal Pauli Pavlov Pavlovian Pearson Petrarch Petrarchan
    Piaget Piagetian Picasso Planck Plato Platonic Platonism Plutarch Poincaré Poisson Popperian
    Proust Proustian Ptolemaic Ptolemy Putin Pythagoras Pythagorean Rabelais Rademacher Raman Rawls
    Rawlsian Rayleigh Reagan Rembrandt Renoir Ricardian Richter Riemann Riemannian Roosevelt
    Rousseau Rubens Sartre Schopenhauer Schrödinger Schubert Schumann Schur Shakespeare
    Shakespearean Shakespearian Shannon Shapley Skinnerian Sobolev Socrates Socratic Sophocles
    Spearman Spinoza Spinozist Stalin Stalinism Stalinist Stokes Stravinsky Sylvester Tchaikovsky
    Thatcher Thatcherism Thomistic Thucydides Tikhonov Tolkien Tolstoy Trotsky Trotskyist Trump
    Turing Vermeer Virgil Virgilian Voltaire Voronoi Vygotsky Vygotskian Wagner Wagnerian Nash
    Wasserstein Weber Weberian Wedgwood Weierstrass Weibull Weyl Whitman Wiener Wilcoxon
    Wittgenstein Wittgensteinian Wordsworth Yukawa Zeeman Zeno Zermelo Zipf Zipfian Abraham Adonis
    Antigone Aphrodite Apollo Athena Dionysian Dionysus Faust Faustian Gilgamesh Hercules Iliad
    Odysseus Odyssey Orpheus Orphic Prometheus Promethean Sisyphus Zeus Ebola Zika Venus Mars
    Martian Jupiter Jovian Saturn Uranus Neptune Pluto Ganymede Europa Callisto Andromeda Orion
"""

_PRODUCTS = """
    Android Arduino Debian Docker Ebay Ethereum Facebook Firefox Flickr Fortran Github Gmail
    Google Hadoop Haskell Instagram Intel Javascript Jupyter Kaggle Keras Kubernetes Linux Matlab
    Medline Microsoft Minecraft Mozilla Nasdaq Netflix Nvidia Pinterest Prolog Pubmed Python
    Pytorch Reddit Samsung Siri Skype Snapchat Spotify Tensorflow Tiktok Toyota Twitter Ubuntu
    Unix Wechat Weibo Whatsapp Wikidata Wikipedia Wordnet Youtube Airbnb Alexa Gutenberg Brexit
    Medicaid Medicare Nikkei Unicode
"""


def _words(*lists: str) -> frozenset[str]:
    return frozenset(word.lower() for each in lists for word in each.split())


PROPER_NOUNS = _words(
    _COUNTRIES,
    _PEOPLES_AND_LANGUAGES,
    _REGIONS_AND_STATES,
    _CITIES,
    _RELIGIONS_AND_TIMES,
    _EPONYMS,
    _PRODUCTS,
)
"""Names, and adjectives from names, in lower case for looking up."""

AMBIGUOUS = MappingProxyType(
    {
        **dict.fromkeys(("may", "march", "august"), "month"),
        **dict.fromkeys(("turkey", "jordan", "chad", "mali", "jersey"), "place"),
    }
)
"""Names that are common words too, and what they name."""

HONORIFICS = frozenset("mr mrs ms mx dr prof st ste saint sir pope".split())
"""Words after which a capitalized word is a name."""

GIVEN_NAMES = frozenset(
    """
    adam albert alexander alfred alice andrew anna anne anthony arthur barbara benjamin carl
    catherine charles charlotte christopher daniel david dorothy edgar edmund edward eleanor
    elizabeth ellen emily emma ernest eugene ferdinand francis franz frederick friedrich gabriel
    geoffrey george gerald gilbert hannah harold helen henry herbert hermann hugh ignatius isaac
    isabella jacob jacques james jane jean jeremy joan johann john jonathan joseph joshua karl
    katherine kenneth lewis louis ludwig margaret maria marie martin mary matthew max michael
    nathaniel nicholas oliver oscar patricia patrick paul peter philip rachel ralph raymond rebecca
    richard robert roger ronald rosa rudolf ruth samuel sarah sebastian simon simone sophia stephen
    steven susan sylvia teresa theodore thomas timothy ursula victor vincent vladimir walter
    wilhelm william wolfgang
    """.split()
)
"""Given names that are no common words; the capitalized word after one is a family name."""

SERIES_EXCEPTIONS = frozenset(
    "type top first last next past age aged ages nearly least best page pages row column".split()
)
"""Words that keep no capital before a numeral (APA 7, section 6.19: page, row, column …)."""

EPONYMOUS_HEADS = frozenset(
    """
    algorithm ataxia axiom chorea coefficient comet conjecture constant criterion demon disease
    equation equations formula inequalities inequality law laws lemma palsy paradox polynomial
    postulate razor syndrome theorem theorems triangle
    """.split()
)
"""What is often called after a person: in "Zipf's Law" the capital of "Zipf" stays."""


def _phrases(lines: Iterable[str]) -> MappingProxyType[str, tuple[tuple[str, ...], ...]]:
    """Index names of more than one word by their first word, the longest first."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for line in lines:
        words = tuple(line.lower().split())
        index.setdefault(words[0], []).append(words)
    ordered = {first: tuple(sorted(found, key=len, reverse=True)) for first, found in index.items()}
    return MappingProxyType(ordered)


PROPER_PHRASES = _phrases(
    """
    French Revolution
    Russian Revolution
    American Revolution
    Glorious Revolution
    Haitian Revolution
    Cultural Revolution
    Industrial Revolution
    Arab Spring
    Great Depression
    Great War
    Great Britain
    Great Lakes
    Great Plains
    Great Barrier Reef
    Great Wall
    World War
    First World War
    Second World War
    American Civil War
    English Civil War
    Spanish Civil War
    Cold War
    Gulf War
    Hundred Years War
    Thirty Years War
    Vietnam War
    Korean War
    Roman Empire
    Holy Roman Empire
    Ottoman Empire
    British Empire
    Mughal Empire
    Russian Empire
    Byzantine Empire
    Soviet Union
    European Union
    European Commission
    European Parliament
    European Court
    African Union
    United States
    United States of America
    United Kingdom
    United Nations
    United Arab Emirates
    Security Council
    Supreme Court
    White House
    World Bank
    World Health Organization
    World Trade Organization
    World Wide Web
    International Monetary Fund
    Federal Reserve
    Wall Street
    Silicon Valley
    Middle East
    Middle Eastern
    Middle Ages
    Far East
    Near East
    Latin America
    Latin American
    Native American
    Native Americans
    African American
    African Americans
    South Africa
    South African
    South America
    South American
    South Asia
    South Asian
    South Korea
    South Korean
    South Sudan
    South Carolina
    South Dakota
    South Pole
    North America
    North American
    North Africa
    North African
    North Korea
    North Korean
    North Carolina
    North Dakota
    North Sea
    North Pole
    Northern Ireland
    Southeast Asia
    Southeast Asian
    East Asia
    East Asian
    East Africa
    East African
    East Germany
    East Timor
    West Africa
    West African
    West Bank
    West Germany
    West Indies
    West Indian
    West Virginia
    Western Europe
    Western European
    Eastern Europe
    Eastern European
    Central Asia
    Central Asian
    Central Europe
    Central European
    Central America
    Central American
    Sub Saharan
    New York
    New York City
    New Yorker
    New Jersey
    New Mexico
    New Hampshire
    New Orleans
    New England
    New Zealand
    New Guinea
    New Delhi
    New Deal
    New South Wales
    New Testament
    Old Testament
    Hong Kong
    Los Angeles
    San Francisco
    San Diego
    San Antonio
    Santa Fe
    Santa Cruz
    Las Vegas
    Tel Aviv
    Buenos Aires
    Rio de Janeiro
    Rio Grande
    São Paulo
    Sao Paulo
    Addis Ababa
    Cape Town
    Cape Verde
    Kuala Lumpur
    Ho Chi Minh
    Saint Petersburg
    Salt Lake City
    Costa Rica
    Costa Rican
    Puerto Rico
    Puerto Rican
    El Salvador
    Sri Lanka
    Sri Lankan
    Sierra Leone
    Saudi Arabia
    Saudi Arabian
    Saudi
    Burkina Faso
    Ivory Coast
    Czech Republic
    Dominican Republic
    Papua New Guinea
    Viet Nam
    Abu Dhabi
    British Columbia
    Nova Scotia
    Prince Edward Island
    Rhode Island
    Long Island
    Black Sea
    Red Sea
    Dead Sea
    Baltic Sea
    Caspian Sea
    Mediterranean Sea
    Black Death
    Pacific Ocean
    Atlantic Ocean
    Indian Ocean
    Arctic Ocean
    Gulf of Mexico
    Persian Gulf
    Panama Canal
    Suez Canal
    Berlin Wall
    Mount Everest
    Rocky Mountains
    Grand Canyon
    Milky Way
    Big Bang
    Hubble Space Telescope
    Monte Carlo
    Don Quixote
    King Lear
    Moby Dick
    Harry Potter
    Sherlock Holmes
    Jane Austen
    Karl Marx
    Adam Smith
    Abraham Lincoln
    Martin Luther King
    Virginia Woolf
    Hannah Arendt
    John Stuart Mill
    Mary Shelley
    Toni Morrison
    Albert Einstein
    Isaac Newton
    Charles Darwin
    Sigmund Freud
    Max Weber
    Thomas Hobbes
    Stack Overflow
    Google Scholar
    Amazon Mechanical Turk
    Mechanical Turk
    Semantic Scholar
    Common Crawl
    Raspberry Pi
    Treaty of Versailles
    Declaration of Independence
    Magna Carta
    Bill of Rights
    Good Friday
    Ash Wednesday
    New Year
    Holy Spirit
    Holy See
    Holy Land
    Virgin Mary
    Roman Catholic
    Eastern Orthodox
    Church of England
    Book of Mormon
    Dead Sea Scrolls
    """.strip().split("\n")
)
"""Names of more than one word (and words that are names only in such company)."""
