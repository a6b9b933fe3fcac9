import type { Claim } from './claim.ts'
import type { CorrectionMark } from './correction.ts'
import type { AcronymDefinition, Entity, Mention } from './entity.ts'
import type { DocumentId } from './ids.ts'
import type { Quantity } from './quantity.ts'
import type { Span } from './span.ts'
import type { TimeExpression } from './time.ts'

/**
 * Where a piece of metadata comes from, in falling order of trust: a person's correction, a person's word on this one
 * file, a person's list of the folder's files, what the file says of itself, and what its text shows.
 */
export type MetadataBasis =
  /** `annotations/corrections.jsonl`. */
  | 'correction'
  /** `NAME.meta.yaml` beside the file. */
  | 'sidecar'
  /** `sources.csv` in the file's folder. */
  | 'sources.csv'
  | 'front matter'
  /** Declared in the file for machines: JSON-LD, meta elements, document properties, fields of a record. */
  | 'embedded'
  | 'text'

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
  /** The analyst's grade on the Admiralty scale, "B2": source A to F, information 1 to 6; absent where none is given. */
  readonly reliability?: Known<string> | null
}

export type SourceFormat = 'text' | 'markdown' | 'html' | 'pdf' | 'docx' | 'json'

/** What the file's own structure says that a stretch of a drawn-out text is. */
export interface BlockHint extends Span {
  readonly kind: BlockKind
  /** For a heading: 1 is the outermost. */
  readonly level: number | null
}

/** The structure that came with a text drawn out of its file: hints in reading order, without overlap. */
export interface Extraction {
  readonly hints: readonly BlockHint[]
  /** The pages of a paged format, in order, without a gap; empty for others. */
  readonly pages: readonly Span[]
}

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
  /** For a text that is not the file's own (HTML, PDF, DOCX, JSON): it must be kept. Absent where it is. */
  readonly extraction?: Extraction
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
  /** ISO 639-3, or `und`, where the block is not in English: it is kept, and not read. */
  readonly language?: string
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
  /** What stood there before people corrected it; absent where nobody did. */
  readonly asFound?: AsFound
}

/** A document's metadata and claims without corrections: to take one back, nothing need be read again. */
export interface AsFound {
  readonly metadata: Metadata
  /** What was set right of the metadata. */
  readonly metadataCorrections: readonly CorrectionMark[]
  /** Only those claims that were corrected or taken out. */
  readonly claims: readonly Claim[]
  /** Entities that corrections name, whether the text does or not. */
  readonly entitiesByHand: readonly Entity[]
}
