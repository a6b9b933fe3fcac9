import type { EntityType } from '../model/entity.ts'

const words = (list: string) => list.trim().split(/\s+/)
const table = (lists: Partial<Record<EntityType, string>>): ReadonlyMap<string, EntityType> =>
  new Map(
    Object.entries(lists).flatMap(([type, list]) => words(list).map((word) => [word, type as EntityType])),
  )

/** Last words of names ("Ayni Air Base"), or the word before "of", "for", "on" ("Treaty of Lisbon"). */
export const HEAD_NOUNS = table({
  facility: `base airbase port airport harbour harbor hospital clinic station plant bridge dam stadium arena prison jail museum
    tower mine refinery terminal hotel motel inn church cathedral mosque temple synagogue palace castle barracks airfield
    aerodrome shipyard cosmodrome observatory monument memorial restaurant cafe café grill diner pizzeria mall plaza
    theatre theater cemetery zoo aquarium lighthouse pier reactor pipeline warehouse depot library canal hall garage
    lodge resort spa building footbridge drawbridge viaduct aqueduct reservoir weir levee overpass flyover breakwater`,
  organization: `university college institute school academy ministry agency department bureau commission committee
    council board authority organization organisation association society federation union league party movement
    alliance army navy corps police brigade battalion regiment command bank fund foundation trust company corporation
    corp corp. inc inc. ltd ltd. llc plc gmbh co. group holdings industries airlines airways press times post journal
    news tribune herald gazette court parliament assembly senate congress cabinet secretariat office service services
    center centre club team orchestra consortium partners systems technologies motors energy administration
    government coalition network radio television broadcasting guard forces marines intelligence quarterly magazine
    laboratory laboratories pharmaceuticals communications ventures capital insurance securities partnership
    hydraulics pumps motors robotics analytics dynamics logistics foods dairy dairies bakery bakeries farms winery distillery publishing brewery breweries solutions software research
    electronics semiconductors chemicals plastics textiles studios entertainment telecom shipping mining
    structure committees lines line ferries shipping groups directorate embassy consulate faculty observer chronicle telegraph monthly review`,
  event: `exercise exercises summit forum conference war olympics games cup championship championships festival election
    elections revolution uprising earthquake hurricane typhoon tsunami hackathon dialogue expo crisis massacre siege
    congress session symposium referendum marathon tournament genocide famine pandemic riots`,
  agreement: `agreement treaty accord accords pact convention protocol declaration act constitution charter resolution
    memorandum statement strategy bill law directive plan initiative manifesto communique communiqué code
    programme program doctrine roadmap`,
  place: `river sound fjord reef lake mountain mountains sea ocean gulf bay strait island islands peninsula valley desert province
    state region district county city village town street road avenue boulevard lane drive square corridor republic
    coast beach hills forest park gardens falls creek canyon heights bazaar chowk highway territory governorate oblast
    crescent basin delta vale ward borough parish`,
})

/** First words that say what follows: "Lake Baikal", "Operation Condor", "MV Doulos". */
export const PREFIX_NOUNS = table({
  organization: 'air',
  place: 'lake mount mt mt. cape isle port',
  facility: 'camp fort hotel',
  event: 'operation exercise hurricane typhoon cyclone',
  product: 'mv ms ss uss hms hmas ins rms fv mt rv m/v',
})

/** Common nouns that say what the name beside them is: "the ferry Aurora", "exercise Khanjar", "Aurora, a ferry". */
export const KIND_NOUNS = table({
  person: `president minister premier chancellor king queen prince princess senator governor mayor ambassador spokesman
    spokeswoman spokesperson director chairman chairwoman chief secretary lawyer attorney professor researcher analyst
    scientist journalist author actor actress singer general colonel captain lieutenant sergeant officer judge doctor
    coach player candidate leader founder son daughter brother sister wife husband father mother owner manager
    economist historian commander skipper inspector envoy adviser advisor lawmaker activist expert boss teacher
    surgeon nurse physician farmer fisherman sailor pilot engineer student priest bishop pastor architect artist poet
    painter writer novelist editor banker trader driver mechanic clerk headmaster headteacher principal dean rector
    prosecutor defendant geologist seismologist meteorologist biologist physicist chemist entrepreneur investor
    diplomat negotiator official worker employee resident witness soldier passenger voter predecessor successor deputy counterpart rival opponent treasurer shopkeeper survivor baker
    executive`,
  organization: `company firm bank newspaper airline operator startup retailer carrier maker manufacturer publisher
    group party agency ministry militia university college club team union magazine broadcaster charity regulator
    contractor supplier insurer utility consultancy outlet website paper tabloid regulator builder shipyard firm`,
  place:
    'city town village district province region county capital island river municipality suburb valley island islet harbour ward borough parish',
  facility: 'base airbase airport hospital bridge dam prison hotel restaurant',
  event: 'exercise exercises drill drills summit festival tournament war storm hurricane earthquake',
  agreement: 'treaty agreement pact accord resolution',
  product: `ferry ship vessel tanker trawler yacht boat submarine frigate destroyer warship freighter cutter barge lifeboat schooner steamer missile aircraft
    satellite rocket smartphone browser software app`,
})

/** Words before a person's name. */
export const TITLES: ReadonlySet<string> = new Set(
  words(`mr mr. mrs mrs. ms ms. miss sir lady lord dame dr dr. prof prof. professor doctor president vice-president
    premier chancellor king queen prince princess emperor sultan sheikh shaikh ayatollah imam pope cardinal bishop archbishop
    rev rev. reverend father sister brother rabbi saint minister secretary senator sen sen. rep rep. representative
    congressman congresswoman governor gov gov. mayor ambassador general gen gen. colonel col col. major maj maj.
    captain capt capt. lieutenant lt lt. sergeant sgt sgt. corporal private admiral adm adm. commander marshal
    inspector superintendent constable detective officer judge justice chairman chairwoman chairperson chief director spokesman spokeswoman
    advisor adviser commissioner councillor attorney aunt uncle coach prophet`),
)

/** Words of titles that stand before the last one: "Prime Minister", "Deputy Foreign Minister", "Chief Executive". */
export const TITLE_MODIFIERS: ReadonlySet<string> = new Set(
  words(`prime deputy vice foreign defence defense interior finance home external affairs national security state
    first acting former ex chief executive attorney general assistant under permanent special crown grand sergeant
    rear brigadier major lieutenant managing associate police trade health education energy justice press editor
    speaker senior and of the for`),
)

export const MALE_TITLES: ReadonlySet<string> = new Set(
  words('mr mr. sir lord king prince emperor sultan father brother uncle spokesman chairman congressman'),
)
export const FEMALE_TITLES: ReadonlySet<string> = new Set(
  words('mrs mrs. ms ms. miss lady dame queen princess sister aunt spokeswoman chairwoman congresswoman'),
)

/** Small words inside personal and place names. */
export const PARTICLES: ReadonlySet<string> = new Set(
  words('de la del el al bin ibn van von der den da dos du di ul ur le abu ben y ad az ash as'),
)

/** Days and months are no names of this stage; dates/ reads them. */
export const CALENDAR: ReadonlySet<string> = new Set(
  words(`january february march april may june july august september october november december jan jan. feb feb. mar mar.
    apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec. monday tuesday wednesday thursday
    friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue wed thu fri sat sun am pm a.m. p.m. est gmt utc ad bc`),
)

/** Capitalised, and still no name: forms of address, parts of letters and papers, and what stands alone in headings. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  words(`i i'm ok okay yes no hi hello hey dear thanks thank regards sincerely best please re fw fwd cc subject to from sent
    date tel fax email e-mail http https www pdf url abstract introduction conclusion references keywords chapter section figure table
    fig fig. vol vol. no. pp pp. p. number note notes part page appendix annex author authors editor pm tv pc dvd cd vs vs.
    id faq fyi asap lol omg btw ps p.s. attn ceo cfo cto gdp usd hiv aids dna internet english euro euros dollar dollars erm ya lol plz
    north south east west northern southern eastern western central new the a an in on at for of and but or if so
    he she it they we you this that these those his her its their our my your there here what when where who why how
    which while as by with not all some any many most more both each every other another such first second third
    one two three four five six seven eight nine ten hundred thousand million however moreover finally thus since after
    before during although though because then now today yesterday tomorrow also just only even still yet once
    additionally furthermore meanwhile therefore instead despite given within under over across according until`),
)

/** Before a place. */
export const PLACE_PREPOSITIONS: ReadonlySet<string> = new Set(
  words('in near off from to at toward towards around across outside inside into through'),
)

/** Directions and sizes that make one place of another: "Northern Iraq", "Greater Noida". */
export const DIRECTIONS: ReadonlySet<string> = new Set(
  words(
    'north south east west northern southern eastern western central greater upper lower northeast northwest southeast southwest northeastern northwestern southeastern southwestern inner outer mid downtown',
  ),
)

/** Verbs of which the subject is mostly a person; lemmas. */
export const PERSON_VERBS: ReadonlySet<string> = new Set(
  words(`say tell ask reply think believe argue write smile marry die resign explain recall remember laugh admit joke
    speak meet want know hope feel add note insist`),
)
