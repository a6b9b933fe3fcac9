import type { Qualifier } from '../../pipeline/model/claim.ts'
import type { ConflictId } from '../../pipeline/model/ids.ts'
import type { ClaimRecord, ConflictRecord } from '../../pipeline/model/record.ts'
import type { IsoDate } from '../../pipeline/model/time.ts'

/** A claim at its date. */
export interface Moment {
  readonly claim: ClaimRecord
  /** EDTF where the text's own words have a value, else as written. */
  readonly date: string
  readonly earliest: IsoDate | null
  readonly latest: IsoDate | null
  /** Where others date it otherwise: the dispute, and every position's date. */
  readonly disputed: { readonly conflict: ConflictId; readonly dates: readonly string[] } | null
}

export interface Timeline {
  /** By first day, then by last day, then in reading order; what says only "by then" stands at that end. */
  readonly moments: readonly Moment[]
  /** Claims that no date stands with. */
  readonly undated: number
}

/** Orders claims by the dates that stand in them; conflicting dates of one event stand side by side, at the earliest. */
export function timelineOf(claims: readonly ClaimRecord[], conflicts: readonly ConflictRecord[]): Timeline {
  const disputes = new Map(
    conflicts.flatMap((conflict) =>
      conflict.positions.flatMap((position) => position.claims.map((id) => [id, conflict] as const)),
    ),
  )
  const moments = claims.flatMap((record): Moment[] => {
    const time = datedBy(record)
    if (!time) return []
    const conflict = disputes.get(record.claim.id)
    const { earliest, latest } = time
    return [
      {
        claim: record,
        date: time.edtf ?? time.text,
        earliest,
        latest,
        disputed: conflict
          ? { conflict: conflict.id, dates: conflict.positions.map(({ answer }) => answer) }
          : null,
      },
    ]
  })
  const first = new Map<ConflictId, string>()
  for (const moment of moments) {
    const { disputed } = moment
    if (!disputed) continue
    const known = first.get(disputed.conflict)
    if (known === undefined || keyOf(moment) < known) first.set(disputed.conflict, keyOf(moment))
  }
  const placed = (moment: Moment) =>
    moment.disputed ? `${first.get(moment.disputed.conflict)} ${moment.disputed.conflict}` : keyOf(moment)
  return {
    moments: moments
      .map((moment, index) => ({ moment, index, place: placed(moment), own: keyOf(moment) }))
      .sort((a, b) => compare(a.place, b.place) || compare(a.own, b.own) || a.index - b.index)
      .map(({ moment }) => moment),
    undated: claims.length - moments.length,
  }
}

/** The date of what is told, else the day that it is told of. */
function datedBy({ claim: { qualifiers } }: ClaimRecord): Qualifier | undefined {
  const dated = qualifiers.filter(({ earliest, latest }) => earliest !== null || latest !== null)
  return dated.find(({ role }) => role === 'time') ?? dated.find(({ role }) => role === 'as-of')
}

const keyOf = ({ earliest, latest }: Pick<Moment, 'earliest' | 'latest'>): string =>
  `${earliest ?? latest} ${latest ?? earliest}`

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
