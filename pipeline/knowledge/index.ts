import { join } from 'node:path'
import { sha256 } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { packageRoot } from '../model/package-root.ts'
import { loadCues } from './cues.ts'
import { loadEntities } from './entities.ts'
import { loadRelations } from './relations.ts'

/** To be raised when the same files come to mean something else. */
export const VERSION = '1'

/** The folder of the annotations that the package ships. */
export function shippedAnnotations(): string {
  return join(packageRoot(), 'annotations')
}

/**
 * Reads `entities.yaml`, `relations.yaml` and `cues.yaml` of each folder, the later laid over the earlier. A file or
 * a folder that is not there is empty; everything works with nothing at all. Throws a UserError with file, line,
 * column and remedy for the first mistake.
 */
export function loadKnowledge(directories: readonly string[]): Knowledge {
  const entities = loadEntities(directories)
  const relations = loadRelations(directories)
  const cues = loadCues(directories)
  return { entities, relations, cues, sha256: sha256(JSON.stringify([VERSION, entities, relations, cues])) }
}
