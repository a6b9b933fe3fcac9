import type { ConflictType } from '../../pipeline/model/conflict.ts'
import { NAMES } from './names.ts'

/** Chance and names for one subject. */
export interface Stage {
  readonly place: string
  readonly elsewhere: string
  readonly person: string
  readonly other: string
  readonly company: string
  /** A whole number from `low` to `high`. */
  number(low: number, high: number): number
  pick<T>(items: readonly T[]): T
}

/** What one article says, days after the subject's first day. */
export interface Report {
  readonly sentences: readonly string[]
  readonly day: number
}

/** One matter in two reports: a clash, or what only looks like one. */
export interface Scenario {
  readonly name: string
  /** The types of which a detector may rightly speak; empty for a look-alike. */
  readonly types: readonly ConflictType[]
  readonly reports: (stage: Stage) => readonly [Report, Report]
}

const report = (day: number, ...sentences: string[]): Report => ({ day, sentences })
const YEARS = [1850, 2005] as const
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** A year, and another that lies a few years behind it. */
function twoYears(stage: Stage): readonly [number, number] {
  const year = stage.number(...YEARS)
  return [year, year + stage.number(2, 9)]
}

/** Clashes, each beside the look-alikes that a careless reader would take for it. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'toll of an earthquake',
    types: ['quantity'],
    reports: (stage) => {
      const toll = stage.number(12, 60)
      const { place } = stage
      return [
        report(
          1,
          stage.pick([
            `The ${place} earthquake killed ${toll} people.`,
            `The earthquake in ${place} killed ${toll} people.`,
          ]),
        ),
        report(
          1,
          stage.pick([
            `The ${place} earthquake killed ${toll + stage.number(8, 30)} people.`,
            `${toll + stage.number(8, 30)} people died in the ${place} earthquake.`,
          ]),
        ),
      ]
    },
  },
  {
    name: 'toll that rose',
    types: [],
    reports: (stage) => {
      const toll = stage.number(12, 60)
      const { place } = stage
      return [
        report(1, `The ${place} earthquake killed ${toll} people, the civil defence said.`),
        report(
          3,
          `The ${place} earthquake killed ${toll + stage.number(8, 30)} people, the civil defence said.`,
        ),
      ]
    },
  },
  {
    name: 'dead and injured',
    types: [],
    reports: (stage) => {
      const toll = stage.number(12, 60)
      const { place } = stage
      return [
        report(1, `The ${place} earthquake killed ${toll} people.`),
        report(1, `The ${place} earthquake injured ${toll + stage.number(30, 90)} people.`),
      ]
    },
  },
  {
    name: 'about so many',
    types: [],
    reports: (stage) => {
      const people = 10 * stage.number(13, 40)
      const { place } = stage
      return [
        report(1, `About ${people} people were aboard the ferry ${place}.`),
        report(1, `The ferry ${place} carried ${people + stage.number(1, 4)} people.`),
      ]
    },
  },
  {
    name: 'year of founding',
    types: ['time'],
    reports: (stage) => {
      const [one, other] = twoYears(stage)
      const { company } = stage
      return [
        report(2, stage.pick([`${company} was founded in ${one}.`, `${company} was established in ${one}.`])),
        report(
          4,
          stage.pick([
            `${company} was founded in ${other}.`,
            `Founded in ${other}, ${company} sells abroad.`,
          ]),
        ),
      ]
    },
  },
  {
    name: 'founding and a branch',
    types: [],
    reports: (stage) => {
      const [one, other] = twoYears(stage)
      const { company, elsewhere } = stage
      return [
        report(2, `${company} was founded in ${one}.`),
        report(4, `${company} opened a branch in ${elsewhere} in ${other}.`),
      ]
    },
  },
  {
    name: 'year and month',
    types: [],
    reports: (stage) => {
      const [year] = twoYears(stage)
      const { company } = stage
      return [
        report(2, `${company} was founded in ${year}.`),
        report(4, `${company} was founded in ${stage.pick(MONTHS)} ${year}.`),
      ]
    },
  },
  {
    name: 'place of birth',
    types: ['value'],
    reports: ({ person, place, elsewhere, pick }) => [
      report(0, pick([`${person} was born in the town of ${place}.`, `${person} was born in ${place}.`])),
      report(
        5,
        pick([
          `${person} was born in the town of ${elsewhere}.`,
          `${person}, who was born in ${elsewhere}, is a writer.`,
        ]),
      ),
    ],
  },
  {
    name: 'born here, living there',
    types: [],
    reports: ({ person, place, elsewhere }) => [
      report(0, `${person} was born in ${place}.`),
      report(5, `${person} lives in ${elsewhere} and grew up there.`),
    ],
  },
  {
    name: 'two people born in two towns',
    types: [],
    reports: ({ person, other, place, elsewhere }) => [
      report(0, `${person} was born in ${place}.`),
      report(5, `${other} was born in ${elsewhere}.`),
    ],
  },
  {
    name: 'membership affirmed and denied',
    types: ['polarity'],
    reports: (stage) => {
      const [year] = twoYears(stage)
      const { place, elsewhere } = stage
      return [
        report(0, `${place} joined the ${elsewhere} League in ${year}.`),
        report(
          2,
          stage.pick([
            `${place} never joined the ${elsewhere} League.`,
            `${place} did not join the ${elsewhere} League.`,
          ]),
        ),
      ]
    },
  },
  {
    name: 'a member and one that should not be',
    types: [],
    reports: ({ place, elsewhere, company }) => [
      report(0, `${place} joined the ${elsewhere} League.`),
      report(2, `${company} should not join the ${elsewhere} League.`),
    ],
  },
  {
    name: 'two leagues',
    types: [],
    reports: ({ place, elsewhere, person }) => [
      report(0, `${place} joined the ${elsewhere} League.`),
      report(2, `${place} never joined the ${person.split(' ')[1]} Pact.`),
    ],
  },
  {
    name: 'first to climb',
    types: ['uniqueness'],
    reports: ({ person, other, place }) => [
      report(0, `${person} was the first woman on Mount ${place}.`),
      report(3, `${other} was the first woman on Mount ${place}.`),
    ],
  },
  {
    name: 'first of different kinds',
    types: [],
    reports: ({ person, other, place, elsewhere }) => [
      report(0, `${person} was the first woman on Mount ${place}.`),
      report(3, `${other} was the first climber from ${elsewhere} on Mount ${place}.`),
    ],
  },
  {
    name: 'open and closed',
    types: ['opposition'],
    reports: ({ place }) => [
      report(1, `The ${place} Bridge is open to traffic.`),
      report(1, `The ${place} Bridge remains closed to traffic.`),
    ],
  },
  {
    name: 'open, and closed months later',
    types: [],
    reports: ({ place }) => [
      report(1, `The ${place} Bridge is open to traffic.`),
      report(200, `The ${place} Bridge is closed to traffic.`),
    ],
  },
  {
    name: 'people employed',
    types: ['quantity'],
    reports: (stage) => {
      const staff = stage.number(300, 2_000)
      const { company } = stage
      return [
        report(1, `${company} employs ${staff} people.`),
        report(2, `${company} employs ${staff + stage.number(300, 900)} people.`),
      ]
    },
  },
  {
    name: 'revenue of two years',
    types: [],
    reports: (stage) => {
      const sum = stage.number(20, 90)
      const { company } = stage
      return [
        report(1, `The revenue of ${company} was ${sum} million euros in 2031.`),
        report(1, `The revenue of ${company} was ${sum + stage.number(5, 20)} million euros in 2032.`),
      ]
    },
  },
]

/** The stage of the subject with this number. */
export function stageOf(subject: number, random: () => number): Stage {
  const number = (low: number, high: number) => low + Math.floor(random() * (high - low + 1))
  return {
    place: NAMES.place(subject * 2),
    elsewhere: NAMES.place(subject * 2 + 1),
    person: NAMES.person(subject * 2),
    other: NAMES.person(subject * 2 + 1),
    company: NAMES.company(subject * 2),
    number,
    pick: (items) => items[number(0, items.length - 1)]!,
  }
}
