import { attach, childBy, childrenOf, type Draft } from './draft.ts'

/** Adverbs that open a sentence with a capital and are taken for names. */
const CONNECTIVES = new Set(
  'accordingly additionally alternatively consequently conversely furthermore hence likewise meanwhile moreover nevertheless nonetheless notably notwithstanding overall similarly subsequently thus ultimately'.split(
    ' ',
  ),
)

/** "Nonetheless, India and Iran need a plan": an adverb, with no share in the subject. */
export function repairOpeningConnective(draft: Draft): boolean {
  if (!CONNECTIVES.has(draft.forms[0] ?? '') || draft.pos[0] === 'ADV') return false
  const heir =
    childBy(draft, 0, 'conj', 'appos', 'flat', 'compound') ??
    childrenOf(draft, 0).find((child) => draft.pos[child] !== 'PUNCT')
  const above = draft.head[0]!
  draft.pos[0] = 'ADV'
  draft.tag[0] = 'RB'
  if (heir === undefined) return true
  attach(draft, heir, above, draft.deprel[0]!)
  for (const child of childrenOf(draft, 0)) if (child !== heir) draft.head[child] = heir
  attach(draft, 0, above === -1 ? heir : above, 'advmod')
  return true
}
