import type { Claim } from './claim.ts'
import type { AcronymDefinition, Entity, Mention } from './entity.ts'
import type { DocumentId } from './ids.ts'
import type { Quantity } from './quantity.ts'
import type { Span } from './span.ts'
import type { TimeExpression } from './time.ts'

/** Where a piece of metadata comes from, in falling order of trust. */
export type MetadataBasis = 'front matter' | 'text'

/** A value together with how we know it. */
export interface Known<T> {
  readonly value: T
  readonly basis: MetadataBasis
  /** For what was inferred: in a few words, from what ("masthead, line 5"). */
  readonly reason: string | null
}

/** What is known of a text's publication; null where nothing is known, for nothing is guessed silently. */
export interface Metadata {
  readonly title: Known<string> | null
  readonly publisher: Known<string> | null
  readonly author: Known<string> | null
  /** EDTF: a day, a month, a year, or with unspecified digits (`XXXX-06-08` for "Jun 8" without a year). */
  readonly published: Known<string> | null
  readonly url: Known<string> | null
  /** The publication that this text only restates: it is no independent source beside it. */
  readonly summaryOf: Known<string> | null
}

export type SourceFormat = 'text' | 'markdown'

/** A file as it was read: its text, decoded once and never touched again. */
export interface Source {
  /** As the user would name it: relative to the folder of the run, with `/`. */
  readonly path: string
  /** Of the file's bytes. */
  readonly sha256: string
  readonly format: SourceFormat
  readonly id: DocumentId
  readonly text: string
  /** Of the text's UTF-8 bytes (a byte-order mark is not part of the text). */
  readonly textSha256: string
  readonly metadata: Metadata
  /** Where the article's own text begins: behind the front matter. */
  readonly body: Span
  readonly notes: readonly Note[]
}

/** Odd text is no error: what was odd about it is noted, and the batch goes on. */
export interface Note extends Span {
  readonly message: string
}

export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'quote'
  | 'cell'
  | 'code'
  /** An entry of a reference list. */
  | 'reference'
  /** Navigation, bylines, mastheads, subscription boxes, comment forms, captions: kept, and never claimed. */
  | 'boilerplate'

export interface Block extends Span {
  readonly kind: BlockKind
  /** The headings above, outermost first, the title excepted; a heading is in its parents' section, not in its own. */
  readonly section: readonly string[]
}

/** A sentence never crosses a block. */
export interface Sentence extends Span {
  /** Index into `blocks`. */
  readonly block: number
  /** Half-open range of indexes into `words`. Empty for blocks whose words are not needed (code). */
  readonly firstWord: number
  readonly endWord: number
}

/** Universal POS tags, https://universaldependencies.org/u/pos/ */
export type UniversalPos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'

/** A word in the sense of Universal Dependencies: "don't" is two, "John's" is two, punctuation is one. */
export interface Word extends Span {
  readonly lemma: string
  readonly pos: UniversalPos
  /** Penn Treebank tag ("VBD", "NNS"): carries tense and number. */
  readonly tag: string
  /** Index into `words` of the syntactic head, always of the same sentence; null for the sentence's root. */
  readonly head: number | null
  /** Universal Dependencies relation to the head ("nsubj", "nsubj:pass", "obl", "acl:relcl"); "root" for the root. */
  readonly deprel: string
}

/*
 * A document gains a layer at every stage and loses none. A stage asks for the layers that it needs, so that a
 * wrong order does not compile.
 */
export interface WithBlocks extends Source {
  readonly blocks: readonly Block[]
}
export interface WithWords extends WithBlocks {
  readonly sentences: readonly Sentence[]
  readonly words: readonly Word[]
}
export interface WithTimes extends WithWords {
  readonly times: readonly TimeExpression[]
}
export interface WithQuantities extends WithTimes {
  readonly quantities: readonly Quantity[]
}
export interface WithMentions extends WithQuantities {
  readonly mentions: readonly Mention[]
  /** The entities that the mentions link to, as far as this document alone tells; sorted by id. */
  readonly entities: readonly Entity[]
  readonly acronyms: readonly AcronymDefinition[]
}
export interface AnnotatedDocument extends WithMentions {
  readonly claims: readonly Claim[]
}
