/** What was read by its key, held for whoever asks again. */
export interface Held<T> {
  (key: string): T | undefined
  /** Reads several at one go, as far as they are not held. */
  ahead(keys: Iterable<string>): void
  set(key: string, value: T | undefined): void
}

/** Holds also what there is none of; forgets everything before there is too much of it. */
export function held<T>(
  read: (keys: readonly string[]) => Iterable<readonly [key: string, value: T]>,
  most: number,
): Held<T> {
  const known = new Map<string, T | undefined>()
  const ahead = (keys: Iterable<string>) => {
    const missing = [...new Set(keys)].filter((key) => !known.has(key))
    if (missing.length === 0) return
    if (known.size >= most) known.clear()
    for (const key of missing) known.set(key, undefined)
    for (const [key, value] of read(missing)) known.set(key, value)
  }
  const get = (key: string) => {
    if (!known.has(key)) ahead([key])
    return known.get(key)
  }
  return Object.assign(get, { ahead, set: (key: string, value: T | undefined) => void known.set(key, value) })
}

/** Rows by a column, each group in the order of its rows. */
export function grouped<Row>(
  rows: Iterable<Row>,
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
