/** Words that keep their full stop: "Mr.", "Inc.", "Sept."; in lower case, without the stop. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr drs prof rev fr hon pres gov sen rep reps sens amb gen lt col maj capt cpt cmdr adm sgt cpl pvt brig ' +
    'supt det insp st mt ft pt jr sr esq messrs mme mlle inc corp co cos ltd llc plc bros assn dept univ est ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri ' +
    'vs v etc al cf ca approx viz ibid ed eds vol vols pp ch sec para paras fig figs tel ext ave blvd rd hwy ' +
    'calif ariz colo conn fla ga ill mass mich minn okla penn tenn tex va wash wis rs bn mn hrs min sq ph attn misc encl'
  ).split(' '),
)

/** Abbreviations only before a number: "No. 7", "p. 55"; elsewhere "No." is a word and a full stop. */
export const ABBREVIATIONS_BEFORE_NUMBER: ReadonlySet<string> = new Set(
  'no nos p pp art op fig ver v ex c n° nº'.split(' '),
)

/** Abbreviations that a name or number follows: a full stop behind them never ends a sentence. */
export const TITLES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr drs prof rev fr hon pres gov sen rep reps sens amb gen lt col maj capt cpt cmdr adm sgt cpl pvt brig ' +
    'supt det insp st mt ft pt messrs mme mlle vs v cf ca approx viz ibid eds vol vols pp para paras fig figs p.s ps e.g i.e'
  ).split(' '),
)

/** Prefixes that stay with their word behind a hyphen: "non-aligned", "pre-war"; other hyphens stand apart. */
export const HYPHEN_PREFIXES: ReadonlySet<string> = new Set(
  (
    'non pre post anti pro co re semi multi ex mid sub un over under inter intra trans ultra counter neo pan quasi ' +
    'pseudo socio psycho bio geo hyper macro micro mini e vice bi tri de mis fore out'
  ).split(' '),
)

/** Units that stand apart from the number they are written against: "10km", "5pm", "70m". */
export const UNITS: ReadonlySet<string> = new Set(
  (
    'm k b bn mn mm cm km kg mg g am pm a.m p.m ft hr hrs h min mins sec secs mph kph lb lbs oz gb mb tb kb mw gw kw kwh ' +
    'mwh gwh hz khz mhz ghz ha sqm c f yr yrs v w'
  ).split(' '),
)

/** Words written as one that are two: length of the first part. */
export const FUSED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
  ['gimme', 3],
  ['lemme', 3],
  ['dont', 2],
  ['doesnt', 4],
  ['didnt', 3],
  ['isnt', 2],
  ['wasnt', 3],
  ['werent', 4],
  ['arent', 3],
  ['cant', 2],
  ['wont', 2],
  ['couldnt', 5],
  ['wouldnt', 5],
  ['shouldnt', 6],
  ['havent', 4],
  ['hasnt', 3],
  ['im', 1],
  ['ive', 1],
  ['youre', 3],
  ['theyre', 4],
])
