import type { EntityType } from '../model/entity.ts'
import type { EntityId } from '../model/ids.ts'

const LIGATURES: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** A name in lower case without diacritics ("Malé" is "male"), for comparing; other scripts stay what they are. */
export function fold(text: string): string {
  let plain = true
  for (let at = 0; at < text.length && plain; at++) plain = text.charCodeAt(at) < 128
  if (plain) return text.toLowerCase()
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øłßæœđðþı]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(/’/g, "'")
}

/** "Ayni Air Base" is `ayni-air-base`: letters and digits of any script, joined by hyphens. */
export function slug(name: string): string {
  return fold(name)
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

/** The id of what only a text has named: stable over documents, machines and orders. */
export function textId(type: EntityType, name: string): EntityId {
  return `${type}:${slug(name)}`
}

/** A name on one line, without a leading article. */
export function displayName(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/^the\s+(?=\S)/iu, '')
}
