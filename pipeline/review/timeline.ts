import type { ClaimRecord, ConflictRecord } from '../model/record.ts'
import type { ConflictDetail } from './api.ts'
import { sourceName } from './source-info.ts'

type Moment = ConflictDetail['timeline'][number]

/**
 * Dated evidence in the order of the dates: what is told to have happened when, else as of when it is told. Empty where
 * dates do not matter: fewer than two of them, or all the same.
 */
export function timelineOf({ positions, contextClaims }: ConflictRecord): readonly Moment[] {
  const moments = [
    ...positions.flatMap(({ number, evidence }) =>
      evidence.flatMap((record) => (record.claim ? momentOf(record, number) : [])),
    ),
    ...contextClaims.flatMap((record) => momentOf(record, null)),
  ]
  if (new Set(moments.map(({ date }) => date)).size < 2) return []
  return moments
    .map((moment, index) => ({ moment, index, key: keyOf(moment) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index))
    .map(({ moment }) => moment)
}

function momentOf({ claim, document }: ClaimRecord, position: number | null): Moment[] {
  const dated = claim.qualifiers.filter(({ edtf }) => edtf !== null)
  const when = dated.find(({ role }) => role === 'time') ?? dated.find(({ role }) => role === 'as-of')
  if (!when?.edtf) return []
  const { edtf: date, earliest, latest } = when
  return [
    { date, earliest, latest, position, claim: claim.id, text: claim.text, source: sourceName(document) },
  ]
}

const keyOf = ({ earliest, latest }: Moment) => `${earliest ?? latest} ${latest ?? earliest}`
