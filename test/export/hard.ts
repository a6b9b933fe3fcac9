import type { AnnotatedDocument } from '../../pipeline/model/document.ts'
import { openStore, type Store } from '../../pipeline/store/index.ts'
import { verdictOn } from '../review/verdict.ts'
import { EVIDENCE, FINGERPRINT, findingsOf, sample, sampleConflict } from '../store/sample.ts'

/** No markup in these texts. */
export const mask = ({ text }: { readonly text: string }) => text

/** Someone with a name that is hard on markup set its date right. */
const CORRECTED = {
  id: 'k_1',
  field: 'date',
  before: null,
  after: '2031',
  reviewer: 'Ada <b>',
  at: '2026-01-31T12:00:00.000Z',
}

/** Text that is hard on CSV and on offsets: emoji, combining marks, CRLF, quotes, right-to-left, formulas, NUL. */
const FOUND = sample({
  path: 'hard, "odd".txt',
  text: '🚢🚢 e\u0301 \u202bعبارة\u202c\r\n=SUM(A1) said "40, or 50" 🌊 people died\r\nThe quay\r\nbroke\0 in 2031, 👩‍👩‍👧.\n=SUM(A1) said little',
  metadata: { publisher: '=Harbour', title: 'A "title", with commas', url: 'https://example.org/a-b' },
  claims: [
    { quote: '🚢 e\u0301 \u202bعبارة', subject: '🚢', relation: 'e\u0301' },
    {
      quote: '=SUM(A1) said "40, or 50" 🌊 people died',
      subject: '"40, or 50" 🌊 people',
      relation: 'died',
      speaker: '=SUM(A1)',
    },
    { quote: 'The quay\r\nbroke\0 in 2031, 👩‍👩‍👧', subject: 'The quay', relation: 'broke\0', time: '2031' },
    { quote: '=SUM(A1) said little', subject: '=SUM(A1)', relation: 'said' },
  ],
})
export const HARD: AnnotatedDocument = {
  ...FOUND,
  metadata: { ...FOUND.metadata, reliability: { value: 'B2', basis: 'front matter', reason: null } },
  claims: FOUND.claims.map((claim, at) => (at === 2 ? { ...claim, corrections: [CORRECTED] } : claim)),
}
export const PLAIN = sample({
  path: 'b.txt',
  text: 'The quay broke in 2030.',
  claims: [{ quote: 'The quay broke in 2030', subject: 'The quay', relation: 'broke', time: '2030' }],
})

/** A store with these documents, in this order of arrival, and one conflict between them. */
export async function storeOf(out: string, ...documents: readonly AnnotatedDocument[]): Promise<Store> {
  const store = await openStore(out)
  const run = await store.startRun(FINGERPRINT)
  for (const document of documents) await store.commitDocument(document, EVIDENCE, FINGERPRINT, run)
  const conflict = sampleConflict('quay', [HARD.claims[2]!.id], [PLAIN.claims[0]!.id])
  const quoted = { document: HARD.id, start: 0, end: 2 }
  const second = { ...conflict.positions[1]!, quotes: [quoted] }
  await store.saveFindings(
    findingsOf({ ...conflict, positions: [conflict.positions[0]!, second] }),
    FINGERPRINT,
    run,
  )
  const [dispute] = await store.conflicts()
  const wording = {
    question: 'When did the quay break?',
    positions: { [dispute!.positions[0]!.id]: 'in 2031' },
  }
  const verdict = verdictOn(dispute!, { held: 2, reviewer: 'Ada <b>', note: 'the log', wording })
  await store.indexVerdicts([verdict])
  return store
}
