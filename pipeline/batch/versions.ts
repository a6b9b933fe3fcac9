import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VERSION as claims } from '../claims/index.ts'
import { VERSION as conflicts } from '../conflicts/index.ts'
import { correctionsOf, correctionsSha256 } from '../corrections/in-force.ts'
import { VERSION as dates } from '../dates/index.ts'
import { VERSION as entities } from '../entities/index.ts'
import { knownIn } from '../entities/known-in.ts'
import { VERSION as KNOWLEDGE } from '../knowledge/index.ts'
import { sha256 } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { packageRoot } from '../model/package-root.ts'
import type { Fingerprint } from '../model/record.ts'
import { VERSION as quantities } from '../quantities/index.ts'
import { VERSION as read } from '../read/index.ts'
import { VERSION as resolve } from '../resolve/index.ts'
import { VERSION as segment } from '../segment/index.ts'

const PACKAGE_VERSION: string = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')).version

/** What every document is made with (`conflicts` for the evidence beside the claims). */
const DOCUMENT = { read, segment, dates, quantities, entities, claims, conflicts }
const FINDINGS = { ...DOCUMENT, resolve }

/** Of the package and of every stage. */
export const PIPELINE_VERSION = versionOf(FINDINGS)

/** Gives what a text is annotated with: while it is the same, an unchanged file need not be read again. */
export function documentFingerprints(knowledge: Knowledge): (text: string) => Fingerprint {
  const { cues, relations } = knowledge
  // What tells relations apart is compared, and not annotated: labels, single slots, separators, opposites.
  const vocabulary = relations.map(({ id, verbs, nouns }) => [id, verbs, nouns])
  const everywhere = sha256(JSON.stringify([KNOWLEDGE, cues, vocabulary]))
  const corrected = (text: string): string | null =>
    knowledge.corrections ? correctionsSha256(correctionsOf(knowledge, sha256(text))) : null
  return (text) => {
    const entries = knownIn(text, knowledge).map(({ sameAs, ...entry }) => entry)
    const made = fingerprint(DOCUMENT, sha256(everywhere + JSON.stringify(entries)))
    return { ...made, correctionsSha256: corrected(text) }
  }
}

/** What the findings are made with. */
export function findingsFingerprint(knowledge: Knowledge): Fingerprint {
  return fingerprint(FINDINGS, knowledge.sha256)
}

/** What of it everything that was ever compared rests on: entities that people write down move only whom they name. */
export function comparisonFingerprint({ cues, relations }: Knowledge): Fingerprint {
  return fingerprint({ resolve, conflicts }, sha256(JSON.stringify([KNOWLEDGE, cues, relations])))
}

export function sameFingerprint(a: Fingerprint, b: Fingerprint): boolean {
  return (
    a.pipelineVersion === b.pipelineVersion &&
    a.annotationsSha256 === b.annotationsSha256 &&
    (a.correctionsSha256 ?? null) === (b.correctionsSha256 ?? null)
  )
}

function fingerprint(versions: Readonly<Record<string, string>>, annotationsSha256: string): Fingerprint {
  return { pipelineVersion: versionOf(versions), annotationsSha256 }
}

function versionOf(versions: Readonly<Record<string, string>>): string {
  const named = Object.entries(versions).map(([stage, version]) => `${stage} ${version}`)
  return [`gainsay ${PACKAGE_VERSION}`, ...named].join(', ')
}
