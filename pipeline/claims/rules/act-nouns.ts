/** The verb that a noun of an act stands for: its lemma, its past tense, its participle. */
export interface Act {
  readonly lemma: string
  readonly past: string
  readonly participle: string
  /** Whether the act has an object ("the sale of the mill"); without one, "of" names who acts ("the death of Ann Lee"). */
  readonly transitive: boolean
}

const TRANSITIVE = `abolition abolish, acquisition acquire, adoption adopt, annexation annex, appointment appoint, arrest
  arrest, assassination assassinate, bombing bomb, capture capture, closure close, conquest conquer, construction build
  built, conviction convict, creation create, demolition demolish, deployment deploy, destruction destroy, discovery
  discover, dismissal dismiss, dissolution dissolve, election elect, establishment establish, evacuation evacuate,
  expulsion expel expelled, foundation found founded, founding found founded, inauguration inaugurate, installation install
  installed, introduction introduce, invasion invade, invention invent, killing kill, launch launch, modernisation
  modernise, murder murder, nationalisation nationalise, nationalization nationalize, occupation occupy, opening open
  opened, partition partition partitioned, privatisation privatise, privatization privatize, publication publish, purchase
  purchase, ratification ratify, refurbishment refurbish, release release, renovation renovate, reopening reopen reopened,
  restoration restore, sale sell sold, seizure seize, signing sign signed, sinking sink sank sunk, suspension suspend`

const INTRANSITIVE = `accession accede, arrival arrive, collapse collapse, death die, departure depart, resignation resign,
  retirement retire, return return returned, withdrawal withdraw withdrew withdrawn`

export type Change = Pick<Act, 'lemma' | 'past'>

/** Nouns of becoming: "the transformation of a partnership into an alliance". By lemma, what their subject did. */
export const CHANGES: ReadonlyMap<string, Change> = new Map([
  ['transformation', { lemma: 'transform', past: 'was transformed' }],
  ['conversion', { lemma: 'convert', past: 'was converted' }],
  ['elevation', { lemma: 'elevate', past: 'was elevated' }],
  ['upgrade', { lemma: 'upgrade', past: 'was upgraded' }],
  ['evolution', { lemma: 'evolve', past: 'evolved' }],
])

/** By the noun's lemma. */
export const ACTS: ReadonlyMap<string, Act> = new Map([
  ...entries(TRANSITIVE, true),
  ...entries(INTRANSITIVE, false),
])

function entries(table: string, transitive: boolean): [string, Act][] {
  return table.split(/,\s+/).map((entry) => {
    const [noun, lemma, past = regular(lemma!), participle = past] = entry.split(/\s+/) as [
      string,
      string,
      string?,
      string?,
    ]
    return [noun, { lemma, past, participle, transitive }]
  })
}

function regular(lemma: string): string {
  return lemma.endsWith('e')
    ? `${lemma}d`
    : /[^aeiou]y$/.test(lemma)
      ? `${lemma.slice(0, -1)}ied`
      : `${lemma}ed`
}
