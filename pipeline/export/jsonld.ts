import { dirname } from 'node:path'
import type { DocumentId } from '../model/ids.ts'
import type { DocumentRecord } from '../model/record.ts'
import { CONTEXT } from './annotation-context.ts'
import { type Exportable, rowsOf } from './exportable.ts'
import { keepText } from './texts.ts'
import { claimNode, conflictNode, type Node, SOFTWARE, sourceNodes, verdictNode } from './web-annotation.ts'
import { writeWhole } from './whole-file.ts'

/**
 * Streams the findings into one JSON-LD document, a node of its graph a line, and keeps the texts that its selectors
 * address and no file holds beside it. Gives the number of annotations.
 */
export async function writeJsonLd(store: Exportable, path: string): Promise<number> {
  let annotations = 0
  async function* text() {
    yield `{"@context":${JSON.stringify(CONTEXT)},\n"@graph":[\n${JSON.stringify(SOFTWARE)}`
    for await (const node of nodes(store, dirname(path))) {
      if (Array.isArray(node.type) && node.type.includes('Annotation')) annotations++
      yield `,\n${JSON.stringify(node)}`
    }
    yield '\n]}\n'
  }
  await writeWhole(path, text())
  return annotations
}

/** Sources stand before what was found in them, each once. */
async function* nodes(store: Exportable, directory: string): AsyncGenerator<Node> {
  const told = new Set<DocumentId>()
  const tell = async (document: DocumentRecord): Promise<readonly Node[]> => {
    if (told.has(document.id)) return []
    told.add(document.id)
    await keepText(document, directory)
    return sourceNodes(document)
  }
  for await (const claim of rowsOf(store.claimParts())) {
    yield* await tell(claim.document)
    yield claimNode(claim)
  }
  for await (const conflict of rowsOf(store.conflictParts())) {
    for (const { evidence } of conflict.positions) {
      for (const { document } of evidence) yield* await tell(document)
    }
    yield conflictNode(conflict)
    if (conflict.verdict) yield verdictNode(conflict.verdict)
  }
}
