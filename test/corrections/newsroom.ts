import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { listCorrections, recordCorrection } from '../../pipeline/corrections/index.ts'
import type { CorrectionRequest } from '../../pipeline/model/correction.ts'
import type { ClaimRecord, ConflictRecord, DocumentRecord } from '../../pipeline/model/record.ts'
import { type RunOptions, run } from '../../pipeline/run.ts'
import { openStore, type Store } from '../../pipeline/store/index.ts'
import { scratch, write } from '../run/articles.ts'

/** Two papers that date one bridge differently, and a third that dates it in words that no rule reads. */
export const BRIDGE = {
  'gazette.md': `---
title: The bridge at Norwick
publisher: Norwick Gazette
published: 2021-03-04
---

The Norwick Bridge was built in 1931.
`,
  'courier.md': `---
title: What fell at Norwick
publisher: Harbour Courier
published: 2021-03-05
---

The Norwick Bridge was built in 1928. The ferry was sold last month.
`,
  'lantern.md': `---
title: A county mourns
publisher: The Lantern
published: 2021-03-06
---

The year over the arch of the Norwick Bridge: 1925.
`,
}

export const QUESTION = 'When was Norwick Bridge built?'

/** Articles in a folder, taken in, and everything that a person does with them. */
export async function newsroom(files: Readonly<Record<string, string>> = BRIDGE) {
  const folder = scratch()
  write(join(folder, 'sources'), files)
  const out = join(folder, 'out')
  const annotations = join(folder, 'annotations')
  const work = { out, annotations, jobs: 1, reviewer: 'Ada Berg', now: () => '2026-01-31T12:00:00.000Z' }

  const asked = async <T>(ask: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openStore(out, { readonly: true })
    try {
      return await ask(store)
    } finally {
      await store.close()
    }
  }
  const again = (options: Partial<RunOptions> = {}) =>
    run({ paths: [join(folder, 'sources')], out, annotations, jobs: 1, ...options })
  const source = async (name: string): Promise<DocumentRecord> =>
    (await asked((store) => store.sources())).find(({ path }) => path.endsWith(name))!
  await again()

  return {
    folder,
    out,
    annotations,
    jobs: 1,
    asked,
    again,
    source,
    log: join(annotations, 'corrections.jsonl'),
    correct: (request: CorrectionRequest, settings: { readonly now?: () => string } = {}) =>
      recordCorrection(request, { ...work, ...settings }),
    list: () => listCorrections({ out, annotations }),
    claim: async (words: string): Promise<ClaimRecord> => {
      const found = (await asked((store) => store.claims())).find(({ quote }) => quote.includes(words))
      if (!found) throw new Error(`no claim says "${words}"`)
      return found
    },
    claims: () => asked((store) => store.claims()),
    dispute: async (question: string = QUESTION): Promise<ConflictRecord | undefined> =>
      (await asked((store) => store.conflicts())).find((conflict) => conflict.question === question),
    /** Where words stand in an article, as a selection on the page gives it. */
    selected: async (name: string, words: string) => {
      const { id, text } = await source(name)
      const start = text.indexOf(words)
      if (start < 0) throw new Error(`${name} does not hold "${words}"`)
      return { document: id, start, end: start + words.length }
    },
    path: (name: string) => source(name).then(({ path }) => path),
    csv: () => readFileSync(join(out, 'claims.csv'), 'utf8'),
    deleteOut: () => rmSync(out, { recursive: true }),
  }
}

/** The answers of a dispute's positions, in words. */
export function answers(conflict: ConflictRecord | undefined): readonly string[] {
  return [...(conflict?.positions ?? [])].map(({ answer }) => answer).sort()
}
