import type { Conflict } from '../model/conflict.ts'
import type { Findings } from '../model/corpus.ts'
import type { Fingerprint } from '../model/record.ts'
import type { Database } from './sql.ts'
import { writeQueue } from './write-queue.ts'
import { verdictWriter } from './write-verdicts.ts'

/**
 * Gives the function that replaces the findings. What was known before is kept beside the new: the run that first
 * saw a conflict, and the number of sources that a position had before it gained one.
 */
export function findingsWriter(db: Database) {
  const topic = db.prepare(`
    insert into topics values (@id, @key, @label)
    on conflict (id) do update set key = excluded.key, label = excluded.label`)
  const topicClaim = db.prepare(
    'insert into topic_evidence (claim_key, topic_id) select key, ? from claims where id = ? on conflict do nothing',
  )
  const development = db.prepare('insert into developments values (?, ?, ?, ?)')
  const corroboration = db.prepare('insert into corroborations values (?, ?, ?, ?)')
  const corroborationClaim = db.prepare(
    'insert into corroboration_claims values (?, ?) on conflict do nothing',
  )
  const state = db.prepare('insert into findings values (1, ?, ?, ?, ?)')
  const writeConflict = conflictWriter(db)
  const verdicts = verdictWriter(db)

  return (findings: Findings, fingerprint: Fingerprint, run: number): void => {
    db.exec(`
      delete from findings;
      delete from developments;
      delete from corroborations;
      delete from topic_evidence;
      delete from conflict_context;
      delete from position_evidence;
      update conflicts set current = 0;
      delete from topics`)
    for (const { id, key, label, claims } of findings.topics) {
      topic.run({ id, key, label })
      for (const claim of claims) topicClaim.run(id, claim)
    }
    for (const conflict of findings.conflicts) writeConflict(conflict, run)
    for (const { id, topic, question, steps } of findings.developments) {
      development.run(id, topic, question, JSON.stringify(steps))
    }
    findings.corroborations.forEach(({ topic, claims, independentSources, independence }, index) => {
      corroboration.run(index + 1, topic, independentSources, independence)
      for (const claim of claims) corroborationClaim.run(index + 1, claim)
    })
    const { pipelineVersion, annotationsSha256 } = fingerprint
    state.run(pipelineVersion, annotationsSha256, run, JSON.stringify(findings.bounded))
    writeQueue(db)
    verdicts.follow()
  }
}

interface StoredPosition {
  readonly id: string
  readonly independent_sources: number
}

/** Gives the function that stores a conflict as current, once the evidence and context of its id are gone. */
export function conflictWriter(db: Database) {
  const upsert = db.prepare(`
    insert into conflicts values (@id, @topic, @types, @question, @strength, @score, @explanation, @gates, 1, @run)
    on conflict (id) do update set topic_id = excluded.topic_id, types = excluded.types,
      question = excluded.question, strength = excluded.strength, score = excluded.score,
      explanation = excluded.explanation, gates = excluded.gates, current = 1`)
  const stored = db.prepare<[string], StoredPosition>(
    'select id, independent_sources from positions where conflict_id = ?',
  )
  const known = db.prepare<[string], number>('select first_seen_run from conflicts where id = ?').pluck()
  const remove = db.prepare('delete from positions where id = ?')
  const position = db.prepare(`
    insert into positions values (@id, @conflict, @number, @answer, @sources, @independence, @previous, @gained)
    on conflict (id) do update set conflict_id = excluded.conflict_id, number = excluded.number,
      answer = excluded.answer, independent_sources = excluded.independent_sources,
      independence = excluded.independence,
      previous_sources = case when excluded.gained_run is null then positions.previous_sources
        -- A run may save twice: what counts is the number before the run.
        when positions.gained_run = excluded.gained_run then positions.previous_sources
        else excluded.previous_sources end,
      gained_run = coalesce(excluded.gained_run, positions.gained_run)`)
  const evidence = db.prepare('insert into position_evidence values (?, ?, ?, ?, ?, ?)')
  const context = db.prepare('insert into conflict_context values (?, ?, ?)')

  return (conflict: Conflict, run: number): void => {
    const { id, topic, question, strength, score, explanation } = conflict
    const firstSeen = known.get(id) ?? run
    const sourcesBefore = new Map(stored.all(id).map((row) => [row.id, row.independent_sources]))
    const types = JSON.stringify(conflict.types)
    const gates = JSON.stringify(conflict.gates)
    upsert.run({ id, topic, types, question, strength, score, explanation, gates, run })

    for (const former of sourcesBefore.keys()) {
      if (!conflict.positions.some((p) => p.id === former)) remove.run(former)
    }
    for (const p of conflict.positions) {
      const previous = sourcesBefore.get(p.id) ?? 0
      const gained = firstSeen < run && p.independentSources > previous
      position.run({
        id: p.id,
        conflict: id,
        number: p.number,
        answer: p.answer,
        sources: p.independentSources,
        independence: p.independence,
        previous: gained ? previous : null,
        gained: gained ? run : null,
      })
      p.claims.forEach((claim, index) => {
        evidence.run(p.id, index + 1, claim, null, null, null)
      })
      p.quotes.forEach(({ document, start, end }, index) => {
        evidence.run(p.id, p.claims.length + index + 1, null, document, start, end)
      })
    }
    conflict.context.forEach((claim, index) => {
      context.run(id, index + 1, claim)
    })
  }
}
