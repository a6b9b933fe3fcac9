import { findClaims } from '../../pipeline/claims/index.ts'
import { findTimes } from '../../pipeline/dates/index.ts'
import { findMentions } from '../../pipeline/entities/index.ts'
import type { Source } from '../../pipeline/model/document.ts'
import type { Knowledge } from '../../pipeline/model/knowledge.ts'
import { findQuantities } from '../../pipeline/quantities/index.ts'
import { segmentBlocks, segmentWords } from '../../pipeline/segment/index.ts'
import { detectLanguage } from '../../pipeline/segment/language.ts'
import { median } from './median.ts'

/** Milliseconds that each stage takes for all texts. */
type StageTimes = Record<'blocks' | 'tagging' | 'dates' | 'quantities' | 'entities' | 'claims', number>

function measure(sources: readonly Source[], knowledge: Knowledge): StageTimes {
  const times: StageTimes = { blocks: 0, tagging: 0, dates: 0, quantities: 0, entities: 0, claims: 0 }
  const timed = <T>(stage: keyof StageTimes, work: () => T): T => {
    const started = performance.now()
    const result = work()
    times[stage] += performance.now() - started
    return result
  }
  for (const source of sources) {
    const blocked = timed('blocks', () => ({ ...source, ...detectLanguage(source, segmentBlocks(source)) }))
    const worded = { ...blocked, ...timed('tagging', () => segmentWords(blocked)) }
    const dated = { ...worded, times: timed('dates', () => findTimes(worded)) }
    const measured = { ...dated, quantities: timed('quantities', () => findQuantities(dated)) }
    const linked = { ...measured, ...timed('entities', () => findMentions(measured, knowledge)) }
    timed('claims', () => findClaims(linked, knowledge))
  }
  return times
}

/** What a stage takes, as a share of what tagging and parsing takes in the same round. */
export function shareOfTagging(
  sources: readonly Source[],
  knowledge: Knowledge,
  rounds: number,
): readonly { readonly name: string; readonly share: number }[] {
  measure(sources, knowledge)
  const taken = Array.from({ length: rounds }, () => measure(sources, knowledge))
  const share = (name: string, of: (times: StageTimes) => number) => ({
    name,
    share: median(taken.map((times) => of(times) / times.tagging)),
  })
  return [
    share('blocks', ({ blocks }) => blocks),
    share('dates', ({ dates }) => dates),
    share('quantities', ({ quantities }) => quantities),
    share('entities', ({ entities }) => entities),
    share(
      'dates, quantities and entities',
      ({ dates, quantities, entities }) => dates + quantities + entities,
    ),
    share('claims', ({ claims }) => claims),
  ]
}
