import type { ConflictType } from '../../pipeline/model/conflict.ts'
import { createRandom, shuffle } from '../train/random.ts'
import { MOST_SUBJECTS } from './names.ts'
import { type Report, SCENARIOS, type Stage, stageOf } from './scenario.ts'

/** A file of the corpus: its name and its text. */
export interface MadeArticle {
  readonly name: string
  readonly text: string
}

/** What is known about two articles, and with them about their syndicated copies. */
export interface Truth {
  readonly scenario: string
  /** What a detector may rightly call it; empty for a look-alike. */
  readonly types: readonly ConflictType[]
  /** Names of the files on either side. */
  readonly sides: readonly [readonly string[], readonly string[]]
}

export interface MadeCorpus {
  readonly articles: readonly MadeArticle[]
  readonly truth: readonly Truth[]
}

const PUBLISHERS =
  'Harbour Courier,Morning Ledger,Northern Gazette,The Lantern,Valley Herald,Evening Post'.split(',')
/** Of all first reports, the share that another paper prints word for word. */
const SYNDICATED = 0.2

/** Nothing that any scenario disputes; each names its subject, so that articles are about something. */
const ASIDES: readonly ((stage: Stage) => string)[] = [
  ({ place }) => `People in ${place} gathered on the market square in the evening.`,
  ({ place }) => `The road to ${place} runs along the river.`,
  ({ person }) => `${person} thanked the neighbours for their help.`,
  ({ place, elsewhere }) => `A bus goes from ${place} to ${elsewhere} twice a day.`,
  ({ company }) => `A spokeswoman for ${company} answered questions in the town hall.`,
  ({ place }) => `The weather in ${place} was mild for the season.`,
  ({ person, place }) => `${person} spoke at the school of ${place} about the history of the region.`,
  ({ elsewhere }) => `Visitors from ${elsewhere} brought bread and flowers.`,
]

/**
 * At least so many articles, as few more as the last subject needs: for each subject two reports, some of them
 * syndicated, one scenario after the other. The same seed gives the same bytes. `from` is the first subject's number,
 * so that further articles can be made that share no subject with those before.
 */
export function makeCorpus(count: number, seed: number, from = 0): MadeCorpus {
  const articles: MadeArticle[] = []
  const truth: Truth[] = []
  for (let subject = from; articles.length < count; subject++) {
    if (subject * 2 + 1 >= MOST_SUBJECTS)
      throw new RangeError(`there are names for ${MOST_SUBJECTS / 2} subjects`)
    const random = createRandom(seed * 1_000_003 + subject)
    const stage = stageOf(subject, random)
    const scenario = SCENARIOS[subject % SCENARIOS.length]!
    const publishers = [...PUBLISHERS]
    shuffle(publishers, random)
    const sides = scenario.reports(stage).map((report, side) => {
      const body = bodyOf(report, stage, random)
      const copies = side === 0 && random() < SYNDICATED ? 2 : 1
      return Array.from({ length: copies }, (_, copy) => {
        const name = `s${String(subject).padStart(5, '0')}-${side}${'ab'[copy]}.md`
        const publisher = publishers[side * 2 + copy]!
        articles.push({ name, text: articleOf(report, body, publisher, subject, stage) })
        return name
      })
    })
    truth.push({ scenario: scenario.name, types: scenario.types, sides: [sides[0]!, sides[1]!] })
  }
  return { articles, truth }
}

function bodyOf({ sentences }: Report, stage: Stage, random: () => number): string {
  const asides = [...ASIDES]
  shuffle(asides, random)
  const said = asides.slice(0, 4).map((aside) => aside(stage))
  return `${said[0]} ${sentences.join(' ')}\n\n${said.slice(1).join(' ')}`
}

function articleOf({ day }: Report, body: string, publisher: string, subject: number, stage: Stage): string {
  // Any first day will do, as long as it is the subject's own: 1 January 2033 and so many days behind it.
  const published = new Date(Date.UTC(2033, 0, 1 + (subject % 300) + day)).toISOString().slice(0, 10)
  return `---\ntitle: News from ${stage.place}\npublisher: ${publisher}\npublished: ${published}\n---\n\n${body}\n`
}
