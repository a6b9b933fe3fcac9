import type { Clause } from './clause.ts'
import type { Slots } from './slots/draft.ts'
import { isNominal, isRelated, lemmaAt, type Tree, wordAt } from './tree.ts'

/** Verbs that say something checkable with nothing behind them: "the bridge collapsed". "She offers" is torn off. */
const ALONE = new Set(
  `abdicate abstain accelerate age agree apologise apologize appeal appear arrive ascend attack awake backfire bleed bloom boil break
  burn burst capitulate capsize capsise cease change close collapse collide comply concede confess continue cool corrode crack
  crash crumble decay decline decrease depart derail deteriorate die differ diminish disagree disappear disarm disband
  disintegrate dissolve divorce drop drown dwindle ebb elapse emerge emigrate end erode erupt escalate escape evaporate exist
  expand expire explode fade fail faint fall falter fight flee float flourish flood fly freeze grow halt happen hatch heal
  hesitate ignite improve increase intensify intervene jump land lapse last leak leave lie live lose marry matter melt migrate
  multiply object occur open overflow overturn panic pay perish persist pray prevail proceed progress protest recede recover
  recur refuse relapse relent remain reopen resign respond rest resume retaliate retire retreat return revolt riot ripen rise
  rot run rust sail sank secede shatter shrink shut sink slip slow slump soar speak spread stall stand starve stay stop strike
  stumble succeed suffer surface surrender survive swell swim talk testify thrive tighten topple vanish vary vibrate vote wait
  walk wane warm weaken widen win withdraw wither worsen yield`.split(/\s+/),
)

/** Verbs that say nothing without what they place, name or intend: "was located", "is known", "destined". */
const OBLIGATORY = new Set(
  `aim attribute base call characterise characterize compare compose consider deem describe design destine dub entitle expect
  focus intend know label locate make mean name place portray put regard root situate suppose term treat use`.split(
    /\s+/,
  ),
)

/** Verbs that say nothing without what was said: "had warned as early as 2024". */
const SPEAKING = new Set(
  'acknowledge add admit announce argue assert believe claim complain conclude confirm contend declare deny estimate explain expect find hear hint hope imply insist know note observe point predict recall reckon report reveal say show state stress suggest suspect tell think underline warn write'.split(
    ' ',
  ),
)

/**
 * False for a clause whose obligatory complement is lost, or that says nothing checkable: "The firm has offered", "he
 * left", "goods destined for". "The bridge collapsed" and "The plan was rejected" are whole.
 */
export function isComplete(tree: Tree, clause: Clause, { relation, objects, adjuncts }: Slots): boolean {
  if (objects.length > 0 || clause.existential) return true
  const last = relation.at(-1)
  if (last !== undefined && wordAt(tree, last).tag === 'IN') return false
  const lemma = lemmaAt(tree, clause.content)
  const said = adjuncts.some(({ role }) => role !== 'time')
  if (clause.passive && !said && OBLIGATORY.has(lemma)) return false
  if (!clause.passive && SPEAKING.has(lemma)) return false
  if (adjuncts.length > 0) return true
  const full = clause.subjectBasis === 'own' || clause.subjectBasis === 'shared'
  if (clause.passive) return full
  return full && isNominal(tree, clause.subjects[0]!) && (ALONE.has(lemma) || hasParticle(tree, clause))
}

/** "gave in", "broke down", "passed out". */
function hasParticle(tree: Tree, { verbs }: Clause): boolean {
  return verbs.some((index) => isRelated(tree, index, 'compound:prt'))
}
