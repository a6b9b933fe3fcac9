import type { Claim } from '../../pipeline/model/claim.ts'
import type { AnnotatedDocument } from '../../pipeline/model/document.ts'
import { overlaps, type Span } from '../../pipeline/model/span.ts'
import { type GoldClaim, locate } from './gold.ts'
import type { Pairing } from './pairing.ts'
import { pairUp, wordF1 } from './similarity.ts'
import { agreement, type Figure, share } from './table.ts'

/** Figures, and in words what was missed and what was found too much. */
export interface ArticleScores {
  readonly figures: readonly Figure[]
  readonly misses: readonly string[]
}

/** What one document's way finds, against what a careful reader found. */
export function scoreArticles(pairings: readonly Pairing[]): ArticleScores {
  const seen = pairings.filter(({ gold }) => !gold.held_out)
  const heldOut = pairings.filter(({ gold }) => gold.held_out)
  const claims = scoreClaims(seen, SET)
  return {
    figures: [
      ...claims.figures,
      ...(heldOut.length > 0 ? scoreClaims(heldOut, 'held-out gold').figures : []),
      ...scoreMentions(pairings),
      ...scoreTimes(pairings),
    ],
    // Misses of what is held out are not listed: who reads them would write rules for them.
    misses: claims.misses,
  }
}

const SET = 'gold'

type PlacedClaim = GoldClaim & { readonly span: Span }

interface PairedClaims {
  readonly placed: readonly PlacedClaim[]
  readonly complete: boolean
  readonly document: AnnotatedDocument
  readonly pairs: readonly { readonly a: PlacedClaim; readonly b: Claim }[]
}

function scoreClaims(pairings: readonly Pairing[], set: string): ArticleScores {
  const results = pairings.map(({ gold, document }): PairedClaims => {
    const placed = gold.claims.map((claim): PlacedClaim => {
      return { ...claim, span: locate(document.text, claim.quote, claim.occurrence, gold.text) }
    })
    return {
      placed,
      complete: gold.complete.claims,
      document,
      pairs: pairUp(placed, document.claims, sameClaim),
    }
  })
  const pairs = results.flatMap((result) => result.pairs)
  const golds = results.flatMap(({ placed }) => placed)
  const judged = results.filter(({ complete }) => complete)
  const rightJudged = judged.reduce((sum, result) => sum + result.pairs.length, 0)
  const system = judged.reduce((sum, { document }) => sum + document.claims.length, 0)
  const goldJudged = judged.reduce((sum, { placed }) => sum + placed.length, 0)
  const forms = [...new Set(golds.map(({ form }) => form))].sort()
  const right = (metric: string, test: (a: GoldClaim, b: Claim) => boolean) =>
    share(set, metric, pairs.filter(({ a, b }) => test(a, b)).length, pairs.length)
  const figures = [
    agreement(set, 'claims', rightJudged, goldJudged, system),
    ...forms.map((form) => {
      const found = pairs.filter(({ a }) => a.form === form).length
      return share(set, `claims found: ${form}`, found, golds.filter((claim) => claim.form === form).length)
    }),
    ...scoreRules(judged, set),
    right('claims: polarity', (a, b) => a.polarity === b.polarity),
    right('claims: factuality', (a, b) => a.factuality === b.factuality),
    right('claims: kind', (a, b) => a.kind === undefined || a.kind === b.kind),
    right('claims: attribution', sameAttribution),
  ]
  return { figures, misses: results.flatMap(describeMisses) }
}

/** Which rules earn their place, and whether confidence tells right from wrong: shares of what was found in full texts. */
function scoreRules(judged: readonly PairedClaims[], set: string): Figure[] {
  const found = judged.flatMap(({ document, pairs }) =>
    document.claims.map((claim) => ({ claim, isRight: pairs.some(({ b }) => b === claim) })),
  )
  const rightOf = (metric: string, some: typeof found) =>
    share(set, metric, some.filter(({ isRight }) => isRight).length, some.length)
  const rules = [...new Set(found.map(({ claim }) => claim.rule))].sort()
  const ranked = [...found].sort((a, b) => b.claim.confidence - a.claim.confidence)
  const third = Math.floor(ranked.length / 3)
  return [
    ...rules.map((rule) =>
      rightOf(
        `claims right: rule ${rule}`,
        found.filter(({ claim }) => claim.rule === rule),
      ),
    ),
    rightOf('claims right: most confident third', ranked.slice(0, third)),
    rightOf('claims right: least confident third', ranked.slice(ranked.length - third)),
  ]
}

function describeMisses({ placed, document, pairs }: PairedClaims): string[] {
  const missed = placed.filter((claim) => !pairs.some(({ a }) => a === claim))
  const extra = document.claims.filter((claim) => !pairs.some(({ b }) => b === claim))
  const slots = (...texts: readonly (string | null | undefined)[]) =>
    texts.map((text) => text ?? '-').join(' | ')
  return [
    ...missed.map(({ form, subject, relation, object, quote }) => {
      return `${document.path}: missed, ${form}: ${slots(subject, relation, object)}   “${quote}”`
    }),
    ...extra.map(({ rule, subject, relation, object, start, end }) => {
      const found = slots(subject.text, relation.text, object?.text)
      return `${document.path}: extra, ${rule}: ${found}   “${document.text.slice(start, end)}”`
    }),
  ]
}

/**
 * The same claim, and how alike: the evidence shares text, subject and object share at least half of their words,
 * the relation a third. What one reader takes for the object may be the other's qualifier.
 */
function sameClaim(gold: PlacedClaim, claim: Claim): number {
  if (!overlaps(gold.span, claim)) return 0
  const straight = sameSlots(gold, claim, claim.subject.text, claim.object?.text ?? null)
  // Who is who reads both ways: "the mayor, Ada Roe" is a claim about either.
  if (!isUnderstood(gold, claim) || !claim.object) return straight
  return Math.max(straight, sameSlots(gold, claim, claim.object.text, claim.subject.text))
}

function sameSlots(gold: PlacedClaim, claim: Claim, subjectText: string, objectText: string | null): number {
  const subject = wordF1(gold.subject, subjectText)
  const relation = wordF1(gold.relation, claim.relation.text || claim.relation.lemma)
  const found = [...(objectText === null ? [] : [objectText]), ...claim.qualifiers.map(({ text }) => text)]
  const object =
    gold.object === null
      ? Math.max(
          Number(objectText === null),
          ...gold.qualifiers.map(({ text }) => wordF1(text, objectText ?? '')),
        )
      : Math.max(0, ...found.map((text) => wordF1(gold.object!, text)))
  if (subject < 0.5 || object < 0.5 || (relation < 1 / 3 && !isUnderstood(gold, claim))) return 0
  return subject + relation + object
}

/** A relation that is not written ("[is]") has no words to compare. */
function isUnderstood({ relation }: GoldClaim, claim: Claim): boolean {
  return relation.startsWith('[') && claim.relation.start === null
}

function sameAttribution({ attribution: gold }: GoldClaim, { attribution: found }: Claim): boolean {
  if (!gold || !found) return !gold && !found
  if (!gold.speaker || !found.speaker) return !gold.speaker && !found.speaker
  return wordF1(gold.speaker, found.speaker.text) >= 0.5
}

function scoreMentions(pairings: readonly Pairing[]): Figure[] {
  const judged = pairings.filter(({ gold }) => gold.complete.mentions)
  let right = 0
  let rightType = 0
  let golds = 0
  let system = 0
  let sameBoth = 0
  let sameGold = 0
  let sameSystem = 0
  for (const { gold, document } of judged) {
    const found = new Map(document.mentions.map((mention) => [`${mention.start}-${mention.end}`, mention]))
    const pairs = gold.mentions.flatMap((mention) => {
      const { start, end } = locate(document.text, mention.text, mention.occurrence, gold.text)
      const match = found.get(`${start}-${end}`)
      return match ? [{ mention, match }] : []
    })
    golds += gold.mentions.length
    system += document.mentions.length
    right += pairs.length
    rightType += pairs.filter(({ mention, match }) => mention.type === match.type).length
    for (const [index, first] of pairs.entries()) {
      for (const second of pairs.slice(index + 1)) {
        const goldSame = first.mention.entity !== null && first.mention.entity === second.mention.entity
        const systemSame = first.match.entity !== null && first.match.entity === second.match.entity
        if (goldSame) sameGold++
        if (systemSame) sameSystem++
        if (goldSame && systemSame) sameBoth++
      }
    }
  }
  return [
    agreement(SET, 'mentions', right, golds, system),
    share(SET, 'mentions: type', rightType, right),
    agreement(SET, 'mentions: same entity (pairs)', sameBoth, sameGold, sameSystem),
  ]
}

function scoreTimes(pairings: readonly Pairing[]): Figure[] {
  const judged = pairings.filter(({ gold }) => gold.complete.times)
  let exact = 0
  let golds = 0
  let system = 0
  let touching = 0
  let rightEdtf = 0
  let rightBounds = 0
  for (const { gold, document } of judged) {
    golds += gold.times.length
    system += document.times.length
    for (const time of gold.times) {
      const span = locate(document.text, time.text, time.occurrence, gold.text)
      const match = document.times.find((found) => overlaps(found, span))
      if (!match) continue
      touching++
      if (match.start === span.start && match.end === span.end) exact++
      if (match.edtf === time.edtf) rightEdtf++
      if (match.earliest === time.earliest && match.latest === time.latest) rightBounds++
    }
  }
  return [
    agreement(SET, 'times, both ends', exact, golds, system),
    agreement(SET, 'times, touching', touching, golds, system),
    share(SET, 'times: edtf', rightEdtf, touching),
    share(SET, 'times: first and last day', rightBounds, touching),
  ]
}
