"""Word lists: the closed classes of English, and the nouns that show what kind a source is."""

from __future__ import annotations

from typing import Final


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


PRONOUNS: Final = _words("he she they it i we you who someone everyone nobody others many some")
"""Words that can be a source by themselves."""

PERSONAL_PRONOUNS: Final = _words("he she they it i we you who")
"""Pronouns for a person who is named elsewhere."""

POSSESSIVES: Final = _words("his her their its my our your whose")
"""Determiners that name an owner."""

DETERMINERS: Final = POSSESSIVES | _words(
    "the a an this that these those another each every both several some many most all any no one two three four five "
    "six seven eight nine ten dozens hundreds thousands few"
)
"""Words that open a noun phrase."""

PREPOSITIONS: Final = _words(
    "of in on at by for with from to about against into over under between among during through across near inside "
    "outside behind beyond within without via toward towards upon amid despite per off around above below like "
    "regarding concerning alongside throughout"
)
"""Words that open a prepositional phrase."""

AUXILIARIES: Final = _words(
    "is are was were am be been being has have had having do does did will would can could may might must shall should "
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't "
    "isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t "
    "'s 're 've 'd 'll 'm ’s ’re ’ve ’d ’ll ’m"
)
"""Forms of be, have and do, and the modal verbs; with their contracted forms after a pronoun."""

BE_FORMS: Final = _words(
    "is are was were am be been being isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t 're 'm ’re ’m"
)
"""Forms of be: a past participle after one of them is a passive."""

NEGATORS: Final = _words(
    "not never no neither nor hardly without isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't "
    "won't wouldn't can't cannot couldn't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t "
    "wouldn’t can’t couldn’t"
)
"""Words that negate an attribution."""

ADVERBS: Final = _words(
    "also later earlier again so far still now then already yet just ever even only once first repeatedly publicly "
    "privately reportedly allegedly apparently seemingly recently previously immediately quickly merely simply openly "
    "initially ultimately eventually finally consistently frequently often sometimes always never not widely formally "
    "officially strongly flatly bluntly clearly explicitly further meanwhile thus therefore instead rather actually "
    "both all itself himself herself themselves long since specifically falsely correctly rightly wrongly jokingly "
    "angrily quietly soon long-since largely generally briefly famously wryly firmly directly subsequently similarly however"
)
"""Adverbs between a subject and its verb."""

HEDGES: Final = _words("reportedly allegedly apparently seemingly supposedly purportedly seemed seems appeared appears")
"""Words with which a reporter distances himself from an attribution."""

COORDINATORS: Final = _words("and but or nor yet")
"""Words that join clauses or phrases."""

SUBORDINATORS: Final = _words(
    "while although though because whereas unless until if when whenever where after before since as once whether than "
    "even why how what"
)
"""Words that open a clause of their own."""

RELATIVES: Final = _words("who which whom whose that")
"""Words that open a relative clause."""

TIME_WORDS: Final = _words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow january february march "
    "april june july august september october november december afternoon morning evening"
)
"""Words that say when, outside resolved dates."""

SPEAKING_PLACES: Final = _words(
    "moscow washington london paris berlin beijing kyiv kiev tokyo brussels tehran ankara reuters bloomberg bbc cnn ap afp "
    "interfax tass xinhua politico nasa nato unesco unicef opec interpol europol pti"
)
"""Single names for an organization: capitals for their governments, and news agencies."""

DOCUMENTS: Final = _words(
    "map report study poll survey statement letter memo document documents email emails e-mail ad lawsuit complaint "
    "filing filings transcript video footage data figures records website tweet article editorial book bill indictment "
    "affidavit audit analysis review order ruling text notice press-release release newsletter post graph chart "
    "estimate estimates statistics results polls surveys studies reports papers images photos image photo "
    "announcement census index petition resolution advisory bulletin forecast contract plan minutes paper dossier "
    "letters statements memos maps tweets charts lawsuits complaints audits analyses reviews rulings transcripts articles books "
    "findings sign signs inscription banner file files leaflet column leak messages message polling"
)
"""Nouns for documents, pictures and statistics."""

ORGANIZATIONS: Final = _words(
    "ministry department university times post journal union institute police agency council party committee court "
    "company bank government military army navy force forces office campaign house pentagon kremlin commission "
    "association society group foundation center centre federation parliament senate congress administration bureau "
    "authority corporation corp inc ltd llc board service services network news newspaper magazine tribune herald "
    "courier gazette guardian observer telegraph chronicle hospital school college club team league church trust "
    "fund coalition alliance organization organisation firm airline ministry's regiment brigade patrol treasury city "
    "district cabinet embassy delegation secretariat workers' workers press radio television tv co company's "
    "assembly legislature state nation country jury regime opposition leadership rail railway railways lines terminals motors energy media systems industries "
    "partners holdings airways airlines steel oil gas power water council's survey academy clinic museum"
)
"""Nouns for organizations that speak with one voice."""

DEMONYMS: Final = _words(
    "dutchman frenchman englishman irishman welshman dutchwoman frenchwoman englishwoman irishwoman welshwoman scotswoman "
    "spaniard swede dane finn scot turk croat serb briton german italian russian belgian norwegian austrian brazilian argentine argentinian "
    "canadian nigerian kenyan ghanaian egyptian colombian mexican chilean uruguayan ukrainian czech slovak hungarian romanian bulgarian greek "
    "iranian iraqi israeli indian pakistani jamaican algerian moroccan tunisian cameroonian ivorian zambian ugandan tanzanian african "
    "zealander londoner berliner dubliner glaswegian liverpudlian mancunian scouser icelander texan californian"
)
"""Nouns for a member of a people or a city after *the*, except names of newspapers: ``the Scotsman``."""

ROLE_NOUNS: Final = _words(
    "officer official minister president chairman chairwoman chair spokesman spokeswoman spokesperson mayor governor "
    "senator secretary director manager leader chief head commander general colonel captain major lieutenant sergeant "
    "inspector detective constable analyst expert professor doctor lawyer attorney judge justice prosecutor aide "
    "adviser advisor strategist ambassador diplomat economist scientist researcher engineer teacher author editor "
    "reporter journalist correspondent columnist critic activist farmer worker resident witness neighbour neighbor "
    "man woman boy girl person mother father son daughter wife husband brother sister source negotiator soldier "
    "candidate nominee councillor councilor congressman congresswoman representative delegate lawmaker premier "
    "chancellor king queen prince princess pope bishop cardinal coach player driver owner founder executive "
    "co-founder vice-president treasurer commissioner superintendent warden coordinator consultant supporter voter "
    "veteran student parent nurse patient victim suspect defendant pilot fisherman harbourmaster harbormaster "
    "conservator curator archivist clerk host pollster operative insider deputy counsel historian sheriff rep gov sen "
    "republican democrat organiser organizer landlady landlord foreman docker dockworker islander steward chef cook tenant guard ranger keeper "
    "priest vicar rabbi imam singer actor actress artist writer poet novelist designer architect trader banker builder "
    "carer climber cyclist passenger villager shopkeeper fisher adviser-general secretary-general chairperson businessman businesswoman billionaire mogul "
    "speaker mp mep msp mla mlc pm acp dcp dgp backbencher legislator parliamentarian councilman councilwoman assemblyman assemblywoman alderman peer envoy consul "
    "undersecretary magistrate registrar coroner barrister solicitor advocate bailiff notary juror plaintiff complainant ombudsman auditor regulator "
    "investigator policeman policewoman trooper firefighter paramedic midwife surgeon dentist psychiatrist physician pharmacist therapist "
    "physiotherapist vet headteacher headmaster headmistress rector lecturer academic scholar tutor chemist physicist mathematician "
    "statistician astronomer botanist naturalist forecaster technician archbishop pastor monk nun elder sarpanch collector campaigner lobbyist "
    "protester demonstrator volunteer whistleblower informant detainee inmate prisoner refugee migrant survivor bystander onlooker eyewitness "
    "commuter motorist shopper customer homeowner pensioner teenager widow tourist traveller traveler visitor hiker camper surfer diver lifeguard "
    "sailor skipper crewman steelworker miner trucker electrician mechanic plumber hairdresser waiter bartender cleaner caretaker grower "
    "beekeeper winemaker grocer vendor hawker conductor entrepreneur investor shareholder programmer blogger podcaster influencer presenter "
    "filmmaker playwright composer musician drummer guitarist bassist frontman rapper comedian dancer sculptor photographer midfielder striker "
    "goalkeeper defender winger fullback wicketkeeper batsman batter bowler pitcher quarterback trainer referee umpire boxer golfer sprinter "
    "swimmer rower jockey runner substitute teammate debutant medallist medalist champion challenger heavyweight athlete hurdler wrestler "
    "gymnast skier yachtsman seamer spinner paceman fan spectator butcher plasterer roofer bricklayer blacksmith welder machinist joiner "
    "labourer laborer apprentice trainee intern recruit cadet postman postwoman postmaster postmistress subpostmaster publican landowner "
    "crofter herder herdsman florist optician dietitian nutritionist librarian gardener childminder nanny provost bursar chaplain deacon "
    "preacher missionary cleric emir oba sultan taoiseach tánaiste tanaiste td whip convener convenor comptroller actuary "
    "stockbroker financier philanthropist leaseholder lodger flatmate housemate classmate friend colleague cousin aunt uncle niece nephew "
    "grandmother grandfather grandson granddaughter stepmother stepfather girlfriend boyfriend fiancé fiancée fugitive hostage captive "
    "conservationist environmentalist publicist cartoonist pianist violinist cellist newsreader marksman brigadier commodore admiral corporal "
    "predecessor successor haulier jeweller waitress barman barmaid bouncer caterer housekeeper jogger angler"
)
"""Nouns for a person by profession, office or relation; their plurals are groups."""

GROUP_NOUNS: Final = _words(
    "men women people children wives businessmen spokesmen congressmen fishermen sources reporters others negotiators "
    "police-officers republicans democrats conservatives liberals americans residents locals staff critics"
    " authorities gardaí gardai troops rivals allies opponents families victims crowds protesters demonstrators scholars aides"
)
"""Nouns for groups that are not regular plurals of roles."""

POSSESSIVE_ENDINGS: Final = ("'s", "’s", "s'", "s’")
"""Endings of possessives."""

TITLES: Final = _words(
    "mr mr. mrs mrs. ms ms. dr dr. sir lord lady dame gov. sen. rep. gen. lt. col. sgt. capt. maj. prof. rev. hon. "
    "president vice minister mayor governor senator secretary judge justice professor king queen prince pope general "
    "colonel captain sergeant chancellor premier prime chairman chairwoman spokesman spokeswoman commissioner "
    "councillor congressman congresswoman ambassador director inspector detective chief superintendent former "
    "republican democratic representative attorney deputy foreign defence defense interior rep gov sen state "
    "det insp supt sgt cpl lt col maj brig capt adm cmdr cllr ceo cfo coo gen prof rev hon retd rtd pastor alhaji hajia mallam engr barr shri smt comrade pc pcso dci dsi cllr. ch garda"
)
"""Titles before a name, which are not part of it."""

SURNAMES: Final = _words(
    "banker bishop bowler butcher champion cook driver elder farmer fisher hawker keeper king miner monk pope ranger sailor singer steward"
)
"""Roles that are surnames after a given name."""

NON_PERSON_NOUNS: Final = _words(
    "maker giant retailer carrier chain startup start-up operator developer producer supplier builder brand label insurer "
    "lender supermarket broadcaster publisher platform site website app utility manufacturer brewer grocer rival charity "
    "band ship boat ferry restaurant pub hotel village town island suburb neighbourhood neighborhood "
    "brokerage consultancy watchdog tank think-tank nonprofit non-profit quango"
)
"""Nouns before the name of an organization, a thing or a place, and never of a person."""

ORGANIZATION_TRADES: Final = _words("brokerage consultancy watchdog tank think-tank nonprofit non-profit quango")
"""Nouns for organizations before a name, which are not part of it: ``the think tank New Horizon``."""

COMPANY_NOUNS: Final = _words(
    "retailer manufacturer airline insurer lender brewer broadcaster supermarket housebuilder utility startup start-up rival giant chain carrier"
)
"""Nouns for a company by its business, before its name; makers (``chipmaker``) are known by their ending."""

PERSON_MAKERS: Final = _words(
    "lawmaker policymaker filmmaker winemaker dressmaker cabinetmaker peacemaker shoemaker watchmaker playmaker"
)
"""Nouns in *-maker* for people."""

COMPANY_SUFFIXES: Final = _words(
    "networks semiconductors technologies solutions pharmaceuticals chemicals foods brands stores studios pictures ventures capital "
    "logistics shipping telecom telecoms communications software laboratories labs biosciences therapeutics sciences healthcare insurance "
    "assurance properties homes developments construction engineering minerals mining resources petroleum markets supermarkets hotels "
    "breweries brewery distillery plc gmbh ag airport ferries pharma"
)
"""Last words of names of companies that are not surnames."""

TEAM_SUFFIXES: Final = _words("rovers wanderers athletic albion rangers united hotspur celtic tigers")
"""Last words of the names of teams."""

ADDRESS_SUFFIXES: Final = _words("street yard palace")
"""Last words of addresses that stand for an institution: ``Downing Street``."""

ORGANIZATION_REMIT_NOUNS: Final = _words(
    "health sports auto research éireann eireann finance digital analytics securities consulting mobile games online watch aid rescue "
    "forum project initiative programme"
)
"""Last words of names of organizations that are not surnames, and fields of offices elsewhere: ``Elswick Health``."""

BRAND_SUFFIXES: Final = (
    COMPANY_SUFFIXES
    | TEAM_SUFFIXES
    | _words(
        "corp inc ltd llc co company group holdings bank airways airlines motors energy media systems industries partners steel oil "
        "lines wines health auto"
    )
)
"""Last words that the short name of an organization omits: ``Tarn Foods``, ``Tarn``."""

REMIT_NOUNS: Final = _words(
    "opposition police state staff affairs health education finance defence defense justice transport housing trade agriculture "
    "environment labour labor interior prosecutions operations communications culture sport sports tourism energy security science "
    "commerce petroleum works revenue constabulary"
)
"""Fields of offices: ``Leader of the Opposition``, ``Minister for Rural Affairs``."""

LOWERCASE_IN_NAMES: Final = _words("of the and for in on at to de la le du des von van der den al el bin da dos di")
"""Words in lower case within a name."""


def is_group(head: str) -> bool:
    """True if a lower-case noun is a group of people.

    >>> is_group("officers"), is_group("officer")
    (True, False)
    """
    if head in GROUP_NOUNS:
        return True
    singulars = (head[:-3] + "y",) if head.endswith("ies") else (head[:-1], head[:-2] if head.endswith("es") else "")
    return head.endswith("s") and not ROLE_NOUNS.isdisjoint(singulars)
