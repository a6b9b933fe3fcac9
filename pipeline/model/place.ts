/** Where the work lies: what every command is told. */
export interface Place {
  /** The folder of exports and kept texts; of the database, too, where no other is named. */
  readonly out: string
  /** The address of a PostgreSQL database (`postgres://user@host/name`) that is used instead of the one in the folder. */
  readonly db?: string
}

/** What the store is opened with, and what its runs are locked by. */
export function databaseOf({ out, db }: Place): string {
  return db ?? out
}

/** The same as people may see it: an address without its password. */
export function shownDatabase(place: Place): string {
  return databaseOf(place)
    .replace(/^(postgres(?:ql)?:\/\/[^:/@]*):[^@]*@/, '$1@')
    .replace(/([?&]password=)[^&]*/, '$1...')
}

/** The flags that name it to another command, with a space before them; empty where nothing has to be said. */
export function placeFlags(place: Place): string {
  const [flag, value] = place.db === undefined ? ['--out', place.out] : ['--db', shownDatabase(place)]
  if (flag === '--out' && value === 'out') return ''
  return ` ${flag} ${/^[\w./:@-]+$/.test(value) ? value : JSON.stringify(value)}`
}
