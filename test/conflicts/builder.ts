import { join } from 'node:path'
import { loadKnowledge } from '../../pipeline/knowledge/index.ts'
import type { Argument, Claim, Factuality, Qualifier, QualifierRole } from '../../pipeline/model/claim.ts'
import type { Corpus, CorpusClaim, CorpusDocument, DocumentEvidence } from '../../pipeline/model/corpus.ts'
import type { Entity, EntityType } from '../../pipeline/model/entity.ts'
import { contentId } from '../../pipeline/model/ids.ts'
import type { Knowledge } from '../../pipeline/model/knowledge.ts'
import type { Quantity } from '../../pipeline/model/quantity.ts'

/** The shipped vocabulary: what the tests show must hold with it. */
export const KNOWLEDGE: Knowledge = loadKnowledge([join(import.meta.dirname, '../../annotations')])

/** Invented countries, towns, bodies and ships; `name: type` or `name: type in whole`. */
const WORLD = `
Narland: place | Ostia: place | Velia: place | Midsea: place | Port Ash: place in Ostia | Linden: place in Velia
Ostia: place in Midsea | Velia: place in Midsea | Westland: place | Harrow: place in Westland
Port Ash Naval Base: facility in Port Ash | Linden Air Base: facility in Linden | Harrow Clinic: facility in Harrow
Aurelia: product | Borealis: product | Nordwind: organization | Sudbank: organization | Ostian League: organization
Coast Guard: organization | Harrow Bridge: facility in Harrow | Ada Rell: person | Mina Sol: person | Otto Brand: person
Mount Ash: place | Velia Accord: agreement | Sealight 2019: event | Sealight 2021: event | Linden earthquake: event
Port Ash summit: event | Stefan Ott: person | Stephan Ott: person | Harrow University: organization | Velian Senate: organization | Ministry of Trade: organization
`

const entities = new Map<string, Entity>()
for (const entry of WORLD.split(/[|\n]/)
  .map((part) => part.trim())
  .filter(Boolean)) {
  const [, name = '', type = 'other', whole] = /^(.+): (\w+)(?: in (.+))?$/.exec(entry) ?? []
  const partOf = whole ? [idOf(whole)] : []
  const known = entities.get(idOf(name))
  entities.set(idOf(name), {
    id: idOf(name),
    type: type as EntityType,
    name,
    aliases: [],
    basis: 'catalogue',
    partOf: [...(known?.partOf ?? []), ...partOf].sort(),
    wikidata: null,
  })
}

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}

const LEMMAS: Readonly<Record<string, string>> = {
  was: 'be',
  is: 'be',
  are: 'be',
  were: 'be',
  has: 'have',
  had: 'have',
  kept: 'keep',
  met: 'meet',
  built: 'build',
  sank: 'sink',
  won: 'win',
  lost: 'lose',
  rose: 'rise',
  became: 'become',
  died: 'die',
  people: 'people',
  born: 'bear',
  acceded: 'accede',
  closed: 'closed',
  evolved: 'evolve as',
  shut: 'shut down',
  does: 'do',
  did: 'do',
  left: 'leave',
  held: 'hold',
  said: 'say',
  cost: 'cost',
  founded: 'found',
  bought: 'buy',
  spent: 'spend',
  led: 'lead',
  passengers: 'passenger',
  crew: 'crew',
  bonus: 'bonus',
  sent: 'send',
  written: 'write',
  wrote: 'write',
  gave: 'give',
  acquitted: 'acquit',
  committed: 'commit',
  pass: 'pass',
}

export function lemmaOf(word: string): string {
  const lower = word.toLowerCase()
  if (LEMMAS[lower]) return LEMMAS[lower]
  if (/ied$/.test(lower)) return `${lower.slice(0, -3)}y`
  if (/(?:at|in|ir|ur|os|as|ag|ish|nc|ct|rs|ud|ov|uc|ut|er|ar|ot|iz|is|et)ed$/.test(lower)) {
    const stem = lower.slice(0, -2)
    return /(?:inish|ish|ct|er|ain|oin|ist|est|visit|attend|expand|kill|open|report)$/.test(stem)
      ? stem
      : `${stem}e`
  }
  if (/ed$/.test(lower) && lower.length > 4) return lower.slice(0, -2)
  if (/ies$/.test(lower)) return `${lower.slice(0, -3)}y`
  return /[^s]s$/.test(lower) && lower.length > 3 ? lower.slice(0, -1) : lower
}

const SMALL = new Set(
  'a an the of at in on for to with and by from about over than least more no its outside after'.split(' '),
)
const AUXILIARIES = /^(?:has|have|had|is|are|was|were|be|been|did|does|do|not|never|no|longer|yet)$/i

function quantityOf(text: string): Quantity | null {
  const match =
    /(about|around|at least|more than|at most)?\s*(€|\$)?(\d[\d,.]*)( million)?(%| percent)?\s*([a-z]+)?/i.exec(
      text,
    )
  if (!match || /\b(?:19|20)\d\d\b/.test(text) || /\d(?:st|nd|rd|th)\b/.test(text)) return null
  const [, bound, money, digits = '0', million, percent, noun] = match
  const scale = million ? 1_000_000 : 1
  const value = Number(digits.replaceAll(',', '')) * scale
  const zeros = /0*$/.exec(digits.replaceAll(',', ''))?.[0].length ?? 0
  const bounds = {
    about: 'about',
    around: 'about',
    'at least': 'at-least',
    'more than': 'more-than',
    'at most': 'at-most',
  } as const
  return {
    start: 0,
    end: 0,
    kind: money ? 'money' : percent ? 'percent' : 'count',
    value,
    low: value,
    high: value,
    bound: bound ? bounds[bound.toLowerCase() as keyof typeof bounds] : 'exact',
    unit: money === '€' ? 'EUR' : money ? 'USD' : percent ? '%' : noun ? lemmaOf(noun) : null,
    precision: 10 ** zeros * scale,
  }
}

export function argument(text: string): Argument {
  const named = [...entities.values()].filter(({ name }) => new RegExp(`\\b${name}\\b`).test(text))
  const widest = named.filter(
    ({ name }) => !named.some((other) => other.name !== name && other.name.includes(name)),
  )
  const bare = text.replace(/^(?:the|both) /i, '')
  const whole = widest.find(({ name }) => name === bare)
  const core = text.split(/ (?:of|at|in|on|for|to|with|outside) /)[0]!
  return {
    start: 0,
    end: text.length,
    text,
    name: text,
    head: lemmaOf(core.split(' ').at(-1)!.replace(/^.*-/, '')),
    lemmas: (text.match(/[\p{L}\p{N}]+/gu) ?? [])
      .filter((word) => !SMALL.has(word.toLowerCase()))
      .map(lemmaOf),
    entity: whole?.id ?? null,
    candidates: [],
    entities: widest.map(({ id }) => id).sort(),
    quantity: quantityOf(text),
  }
}

const DAYS = /(\d{4})(?:-(\d\d))?(?:-(\d\d))?/

function qualifier(role: QualifierRole, text: string): Qualifier {
  const {
    name,
    head,
    lemmas,
    entity,
    entities: named,
    quantity,
  } = argument(text.replace(/^(?:in|on|at|by|since|during|of|from|after) /i, ''))
  const [day, year, month, date] = role === 'time' || role === 'as-of' ? (DAYS.exec(text) ?? []) : []
  return {
    start: 0,
    end: text.length,
    role,
    text,
    name,
    head,
    lemmas,
    entity,
    entities: named,
    edtf: day ?? null,
    earliest: year ? `${year}-${month ?? '01'}-${date ?? '01'}` : null,
    latest: year ? `${year}-${month ?? '12'}-${date ?? (month ? '28' : '31')}` : null,
    quantity,
  }
}

const FACTUALITIES = new Set<string>([
  'asserted',
  'reported',
  'rumoured',
  'denied',
  'hypothetical',
  'normative',
])
const KINDS = new Set<string>(['characterisation', 'recommendation', 'prediction'])

/**
 * A claim from one line: `subject | relation | object | place: in Port Ash | time: in 2004 | rumoured | says: Coast
 * Guard`. Negation is read from the relation ("did not join"), entities are found by their names.
 */
export function claim(document: string, line: string): CorpusClaim {
  const [subject = '', relation = '', object = '', ...rest] = line.split('|').map((part) => part.trim())
  const words = relation.split(' ')
  const verb =
    words.find((word) => !AUXILIARIES.test(word)) ??
    words.findLast((word) => !/^(?:not|never|no|longer|yet)$/i.test(word))!
  const factuality = (rest.find((part) => FACTUALITIES.has(part)) ?? 'asserted') as Factuality
  const speaker = rest.find((part) => part.startsWith('says: '))?.slice(6)
  const qualifiers = rest.flatMap((part) => {
    const match = /^(time|place|as-of|quantity|purpose|other|accompaniment|condition): (.+)$/.exec(part)
    return match ? [qualifier(match[1] as QualifierRole, match[2]!)] : []
  })
  const who = speaker ? argument(speaker) : null
  const shown = `${subject} ${relation} ${object} ${qualifiers.map(({ text }) => text).join(' ')}`
    .replace(/\s+/g, ' ')
    .trim()
  const id = contentId('c', document, line)
  // Every claim stands in a place of its own, whatever the order that claims are made in.
  const start = Number.parseInt(id.slice(2, 8), 16) * 1000
  const built: Claim = {
    id,
    start,
    end: start + line.length,
    sentence: 0,
    section: [],
    subject: argument(subject),
    relation: { start: 0, end: 0, text: relation, lemma: lemmaOf(verb), type: null },
    object: object ? argument(object) : null,
    qualifiers,
    polarity: /\b(?:not|never|no)\b/.test(relation) ? 'negated' : 'affirmed',
    factuality,
    stanceCues: factuality === 'rumoured' ? [{ start: 0, end: 6, text: 'rumours' }] : [],
    attribution: who
      ? {
          speaker: { start: 0, end: 0, text: who.text, name: who.name, entity: who.entity },
          cue: { start: 0, end: 0, text: 'said' },
        }
      : null,
    kind: (rest.find((part) => KINDS.has(part)) ?? 'fact') as Claim['kind'],
    text: `${shown}.`,
    confidence: 0.8,
    rule: 'test',
  }
  return {
    claim: built,
    key: Number.parseInt(id.slice(2, 10), 16),
    document,
    sentence: rest.find((part) => part.startsWith('sentence: '))?.slice(10) ?? shown,
  }
}

export interface TestDocument {
  readonly claims?: string
  readonly published?: string
  readonly title?: string
  readonly publisher?: string
  readonly author?: string
  readonly summaryOf?: string
  readonly evidence?: Partial<DocumentEvidence>
}

/** A corpus from documents by name; their claims one to a line. */
export function corpus(documents: Readonly<Record<string, TestDocument>>): Corpus {
  return {
    documents: Object.entries(documents).map(([id, document]) => documentOf(id, document)),
    claims: Object.entries(documents).flatMap(([id, { claims = '' }]) =>
      claims
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .map((line) => claim(id, line)),
    ),
    entities,
  }
}

function documentOf(id: string, document: TestDocument): CorpusDocument {
  const day = document.published ?? null
  return {
    id,
    path: `${id}.md`,
    title: document.title ?? null,
    publisher: document.publisher ?? `The ${id}`,
    author: document.author ?? null,
    published: day,
    publishedEarliest: day,
    publishedLatest: day,
    publishedBasis: day ? 'front matter' : null,
    url: null,
    summaryOf: document.summaryOf ?? null,
    evidence: {
      references: [],
      citations: [],
      acronyms: [],
      credits: [],
      signature: [],
      ...document.evidence,
    },
  }
}
