import type { WithWords } from '../../model/document.ts'
import type { Mention } from '../../model/entity.ts'
import type { EntityId } from '../../model/ids.ts'
import type { Draft } from '../registry.ts'

export function resolveReferences(
  _doc: WithWords,
  _names: readonly Mention[],
  _drafts: ReadonlyMap<EntityId, Draft>,
): Mention[] {
  return []
}
