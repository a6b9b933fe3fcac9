import { VERSION as claims } from './claims/index.ts'
import { VERSION as conflicts } from './conflicts/index.ts'
import { VERSION as dates } from './dates/index.ts'
import { VERSION as entities } from './entities/index.ts'
import type { Knowledge } from './model/knowledge.ts'
import type { Fingerprint } from './model/record.ts'
import { VERSION as quantities } from './quantities/index.ts'
import { VERSION as read } from './read/index.ts'
import { VERSION as resolve } from './resolve/index.ts'
import { VERSION as segment } from './segment/index.ts'

/** What every document is made with (`conflicts` for the evidence beside the claims). */
const DOCUMENT = { read, segment, dates, quantities, entities, claims, conflicts }
const FINDINGS = { ...DOCUMENT, resolve }

/** What a document is annotated with: while it is the same, an unchanged file need not be read again. */
export function documentFingerprint(knowledge: Knowledge): Fingerprint {
  return fingerprint(DOCUMENT, knowledge)
}

/** What the findings are made with. */
export function findingsFingerprint(knowledge: Knowledge): Fingerprint {
  return fingerprint(FINDINGS, knowledge)
}

export function sameFingerprint(a: Fingerprint, b: Fingerprint): boolean {
  return a.pipelineVersion === b.pipelineVersion && a.annotationsSha256 === b.annotationsSha256
}

function fingerprint(versions: Readonly<Record<string, string>>, knowledge: Knowledge): Fingerprint {
  const named = Object.entries(versions).map(([stage, version]) => `${stage} ${version}`)
  return { pipelineVersion: named.join(', '), annotationsSha256: knowledge.sha256 }
}
