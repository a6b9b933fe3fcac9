import { hash } from 'node:crypto'

/**
 * Identifiers come from content, never from the order of arrival: the same text gives the same ids on every
 * machine, so that a verdict still finds what it judged.
 */
declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]?: Name }

/** `d_` and the text's hash: a document is a text. */
export type DocumentId = Id<'document'>
/** `c_`, from the document and the spans of evidence, subject, relation and object. */
export type ClaimId = Id<'claim'>
/** A catalogue's own id (`tajikistan`) or, for a name found in text, `type:normalised-name` (`person:jane-roe`). */
export type EntityId = Id<'entity'>
/** `t_`, from the canonical relation, the participants and the separators. */
export type TopicId = Id<'topic'>
/** `x_`, from the topic and the disputed slot, never from the type or the positions, which grow. */
export type ConflictId = Id<'conflict'>
/** `p_`, from the conflict and the normalised answer. */
export type PositionId = Id<'position'>

/** SHA-256 of a string's UTF-8 bytes, or of bytes as they are; lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content)
}

/**
 * An identifier that depends on nothing but its parts: a prefix and 80 bits of SHA-256 over the parts, joined by
 * a character (U+001F) that no part may hold.
 */
export function contentId(prefix: string, ...parts: readonly (string | number | null)[]): string {
  return `${prefix}_${sha256(parts.map((part) => part ?? '').join('\u001f')).slice(0, 20)}`
}
