/** A statement as PostgreSQL takes it. */
export interface Translated {
  readonly text: string
  /** What stands for `$1`, `$2`, ...: a name, or null for the next in order. */
  readonly parameters: readonly (string | null)[]
}

/** Strings, quoted names and comments, which stay as they are; then marks of parameters; then words. */
const TOKENS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\?|@[A-Za-z_]\w*|\b[A-Za-z_]\w*/g

/**
 * The store's SQL in PostgreSQL's spelling. `?` and `@name` become `$n`. A name in camel case is quoted, for
 * PostgreSQL reads others as lower case: `x.key as conflictId` gives a column `conflictId` in both.
 */
export function translate(sql: string): Translated {
  const parameters: (string | null)[] = []
  const text = sql.replace(TOKENS, (token) => {
    if (token === '?') return `$${parameters.push(null)}`
    if (token.startsWith('@')) {
      const name = token.slice(1)
      const known = parameters.indexOf(name)
      return `$${known >= 0 ? known + 1 : parameters.push(name)}`
    }
    return /^[a-z]\w*[A-Z]/.test(token) ? `"${token}"` : token
  })
  return { text, parameters }
}

/** The values of a statement in the order of `$1`, `$2`, ...; as better-sqlite3 takes them. */
export function arrange(given: readonly unknown[], parameters: Translated['parameters']): unknown[] {
  const [first] = given
  const flat = given.flatMap((value) => (Array.isArray(value) ? value : [value]))
  if (parameters.some((name) => name !== null)) {
    if (given.length !== 1 || typeof first !== 'object' || first === null) {
      throw new TypeError('a statement with named parameters needs one object')
    }
    return parameters.map((name) => {
      if (name === null || !Object.hasOwn(first, name))
        throw new RangeError(`missing parameter ${name ?? '?'}`)
      return (first as Record<string, unknown>)[name]
    })
  }
  if (flat.length !== parameters.length) {
    throw new RangeError(`${parameters.length} parameters, and ${flat.length} values`)
  }
  return flat
}
