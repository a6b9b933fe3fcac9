import { Parser } from 'htmlparser2'
import { UserError } from '../../model/errors.ts'
import type { Limits } from '../limits.ts'

/**
 * Refuses a page that is too large or too deep to be looked through, before its tree is built: one pass over the
 * tags in linear time, by the parser that will build the tree. Throws a UserError.
 */
export function checkBounds(html: string, path: string, limits: Limits): void {
  let depth = 0
  let elements = 0
  let attributes = 0
  let fault: string | null = null
  const parser = new Parser({
    onattribute() {
      if (++attributes > MOST_ATTRIBUTES)
        fault = `one of its elements has more than ${MOST_ATTRIBUTES} attributes`
    },
    onopentag() {
      attributes = 0
      depth++
      elements++
      if (depth > limits.depth) fault = `its elements are nested more than ${limits.depth} deep`
      else if (elements > limits.elements) fault = `it has more than ${limits.elements} elements`
    },
    onclosetag: () => void depth--,
  })
  // In pieces, for the parser's own time grows with the square of the depth.
  for (let at = 0; at < html.length && !fault; at += PIECE) parser.write(html.slice(at, at + PIECE))
  if (!fault) return
  throw new UserError(`this page cannot be read: ${fault}.`, {
    where: path,
    remedy: 'Save its article alone, or raise the limit with --limit.',
  })
}

const PIECE = 65_536
/** Of one element: the tree's time grows with their square. Real ones have a few dozen. */
const MOST_ATTRIBUTES = 1_000
