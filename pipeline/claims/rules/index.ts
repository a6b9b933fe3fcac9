import type { Rule } from '../proposition.ts'
import { actRule } from './act.ts'
import { affiliationRule } from './affiliation.ts'
import { appositionRule } from './apposition.ts'
import { clauseRule } from './clause.ts'
import { deniedRule } from './denied.ts'
import { namingRule } from './naming.ts'
import { nominalisationRule } from './nominalisation.ts'
import { parenthesisRule } from './parenthesis.ts'
import { possessionRule } from './possession.ts'
import { titleRule } from './title.ts'

/** Every claim pattern, in the order in which they are tried; what two find alike is kept from the first. */
export const RULES: readonly Rule[] = [
  clauseRule,
  namingRule,
  deniedRule,
  appositionRule,
  titleRule,
  actRule,
  affiliationRule,
  nominalisationRule,
  possessionRule,
  parenthesisRule,
]
