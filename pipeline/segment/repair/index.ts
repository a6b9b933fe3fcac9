import { repairAsideNames } from './aside-name.ts'
import { repairBeParticiple } from './be-participle.ts'
import { repairComplementizerHeads } from './complementizer-head.ts'
import { repairContrasts } from './contrast.ts'
import { repairCopulaBehind } from './copula-behind.ts'
import { repairCountedPeople } from './counted-people.ts'
import { repairDescribedNames } from './described-name.ts'
import { repairDoubleSubject } from './double-subject.ts'
import type { Draft, Repair } from './draft.ts'
import { isTree } from './draft.ts'
import { repairFigureVerb } from './figure-verb.ts'
import { repairFormsOfAddress } from './form-of-address.ts'
import { repairInfinitiveNouns } from './infinitive-noun.ts'
import { repairMissingVerb } from './missing-verb.ts'
import { repairOpeningConnective } from './opening-connective.ts'
import { repairOpeningOffice } from './opening-office.ts'
import { repairOpeningParticiple } from './opening-participle.ts'
import { repairOpeningTime } from './opening-time.ts'
import { repairPerfect } from './perfect.ts'
import { repairPhrasalPassive } from './phrasal-passive.ts'
import { repairPluralVerb } from './plural-verb.ts'
import { repairPunctuationHeads } from './punctuation-head.ts'
import { repairRelativeClauses } from './relative-clause.ts'
import { repairReportingSubject } from './reporting-subject.ts'
import { repairTornLists } from './torn-list.ts'
import { repairVerbBeforeModal } from './verb-before-modal.ts'

export type { Draft } from './draft.ts'

/**
 * The parser learnt from web text; edited prose has constructions that it has seldom seen. Each repair knows one that
 * can be told from the words around it, and they are tried in this order.
 */
const REPAIRS: readonly Repair[] = [
  repairPunctuationHeads,
  repairOpeningConnective,
  repairFormsOfAddress,
  repairOpeningOffice,
  repairBeParticiple,
  repairInfinitiveNouns,
  repairCountedPeople,
  repairCopulaBehind,
  repairOpeningTime,
  repairAsideNames,
  repairDoubleSubject,
  repairDescribedNames,
  repairTornLists,
  repairContrasts,
  repairVerbBeforeModal,
  repairFigureVerb,
  repairComplementizerHeads,
  repairMissingVerb,
  repairPluralVerb,
  repairPerfect,
  repairPhrasalPassive,
  repairRelativeClauses,
  repairOpeningParticiple,
  repairReportingSubject,
]

/** Repairs a sentence's tree in place; a repair that would leave no tree is undone. */
export function repairTree(draft: Draft): void {
  for (const repair of REPAIRS) {
    const head = [...draft.head]
    const deprel = [...draft.deprel]
    if (!repair(draft) || isTree(draft)) continue
    draft.head.splice(0, head.length, ...head)
    draft.deprel.splice(0, deprel.length, ...deprel)
  }
}
