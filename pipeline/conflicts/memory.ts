import type { ComparisonTables, FindingsShelf } from '../model/comparison.ts'
import type { Conflict, Corroboration, Development } from '../model/conflict.ts'
import type { ClaimId, ConflictId, TopicId } from '../model/ids.ts'
import { memoryTable } from '../model/memory-table.ts'

export function memoryTables(): ComparisonTables {
  return {
    documents: memoryTable(['document']),
    claims: memoryTable(['claim']),
    blocks: memoryTable(['block', 'at']),
    pairs: memoryTable(['a', 'b', 'detector']),
    checks: memoryTable(['subject', 'document', 'form']),
    origins: memoryTable(['id']),
    bounded: memoryTable(['block']),
    topics: memoryTable(['topic']),
    topicClaims: memoryTable(['claim', 'topic']),
  }
}

/** Findings in memory. */
export interface MemoryShelf extends FindingsShelf {
  readonly conflicts: ReadonlyMap<ConflictId, Conflict>
  readonly developments: ReadonlyMap<string, Development>
  readonly corroborations: ReadonlyMap<TopicId, readonly Corroboration[]>
}

export function memoryShelf(): MemoryShelf {
  const conflicts = new Map<ConflictId, Conflict>()
  const developments = new Map<string, Development>()
  const corroborations = new Map<TopicId, readonly Corroboration[]>()
  return {
    conflicts,
    developments,
    corroborations,
    putConflict: (conflict) => void conflicts.set(conflict.id, conflict),
    dropConflict: (id) => void conflicts.delete(id),
    claimsOf: (id): readonly ClaimId[] => [
      ...(conflicts.get(id)?.positions.flatMap(({ claims }) => claims) ?? []),
      ...(developments.get(id)?.steps.flatMap(({ claims }) => claims) ?? []),
    ],
    putDevelopment: (development) => void developments.set(development.id, development),
    dropDevelopment: (id) => void developments.delete(id),
    putCorroborations: (topic, found) => void corroborations.set(topic, found),
  }
}
