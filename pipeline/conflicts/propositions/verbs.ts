/** Verbs that add nothing to the noun that they govern: "maintained a presence", "operated a base". */
export const LIGHT_VERBS: ReadonlySet<string> = new Set(
  'have hold keep maintain operate run possess retain own get gain take make give enjoy build establish set_up open create found form launch sign declare announce elevate elevate_to upgrade_to enter enter_into conclude start begin initiate forge develop evolve_as evolve_into evolve become_part_of turn_into transform_into report record see suffer post earn'
    .split(' ')
    .map((verb) => verb.replaceAll('_', ' ')),
)
export const COPULAS: ReadonlySet<string> = new Set([
  'be',
  'become',
  'remain',
  'serve as',
  'serve',
  'constitute',
])
/** Verbs whose adjunct says what comes of it: "elevated their ties to an alliance", "evolved as an alliance". */
export const BECOMING_VERBS: ReadonlySet<string> = new Set(
  'elevate evolve upgrade transform develop turn grow raise convert emerge function operate'.split(' '),
)
/** Verbs that say of a noun in subject position that it is, or begins. */
export const EXISTENTIAL_VERBS: ReadonlySet<string> = new Set([
  'exist',
  'begin',
  'start',
  'occur',
  'happen',
  'take place',
  'confirm',
  'establish',
  'sign',
  'declare',
  'set up',
  'form',
  'deny',
  'found',
])
/** Verbs between a measure and its figure: "the toll rose to 14", "revenue was 3 million". */
export const MEASURE_VERBS: ReadonlySet<string> = new Set(
  'be stand rise climb reach total amount number grow fall drop hit increase decline'.split(' '),
)
/** "earned $5 million on revenue of $90 million" tells a profit; "the film earned $5 million" need not. */
export const EARNING_VERBS: ReadonlySet<string> = new Set(['earn', 'make', 'post', 'net'])
export const ON_REVENUE = /\bon (?:revenues?|sales|turnover)\b/i
/** Verbs that say who found a figure. */
export const COUNTING_VERBS: ReadonlySet<string> = new Set(
  'count report register record confirm list cite note'.split(' '),
)
/** The same, with the thing that is measured as their object. */
export const MEASURING_VERBS: ReadonlySet<string> = new Set(['measure', 'estimate'])
/** Verbs that give a lasting relation its beginning, so that a date beside them dates it. */
export const BEGINNING_VERBS: ReadonlySet<string> = new Set(
  'establish found set_up launch create form sign declare elevate elevate_to begin start initiate enter enter_into conclude forge announce'
    .split(' ')
    .map((verb) => verb.replaceAll('_', ' ')),
)
