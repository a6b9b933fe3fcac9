import { UserError } from '../../model/errors.ts'
import { Failed } from './link.ts'

/** The oldest version that has all that the store needs; the one that Debian 12 brings. */
export const OLDEST = 15

type Meaning = readonly [code: RegExp, what: string, remedy: string]

/** What a code means for a person; https://www.postgresql.org/docs/current/errcodes-appendix.html and Node's own. */
const MEANINGS: readonly Meaning[] = [
  [
    /^(ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND)$/,
    'a PostgreSQL database needs two packages that are not installed.',
    'Type `npm install pg pg-boss@10`, then try again.',
  ],
  [/^3D000$/, 'this database does not exist.', 'Make it with `createdb` and its name, then try again.'],
  [
    /^28/,
    'the name or the password is not accepted.',
    'Check both; the password may stand in PGPASSWORD or ~/.pgpass.',
  ],
  [
    /^42501$/,
    'this user may not do that there.',
    'Have the owner of the database grant it, or name another user in the address.',
  ],
  [
    /^53100$/,
    "the disk of the database's machine is full.",
    'Free some space, then run again: what was stored is whole.',
  ],
  [
    /^(53300|53400)$/,
    'the database takes no more connections.',
    'Start fewer workers, or raise max_connections on the server.',
  ],
  [
    /^53200$/,
    "the memory of the database's machine is full.",
    'Free some, then run again: what was stored is whole.',
  ],
  [/^25006$/, 'the database is read-only.', 'Name the server that takes writes, not one that follows it.'],
  [
    /^55P03$/,
    'another program holds what this one waits for.',
    'Wait for the other run to end, or close it, then try again.',
  ],
  [/^(57P05|57014)$/, 'the server ended what took it too long.', 'Raise statement_timeout on the server.'],
  [
    /^ERR_INVALID_URL$/,
    'this is no address of a database.',
    'Write postgres://user@host/name; a sign such as @ or / in the password is written as %40 or %2F.',
  ],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'there is no machine of this name.', 'Check the address after --db.'],
  [
    /^XX001$|^XX002$/,
    'the database is damaged.',
    "Bring back a backup; PostgreSQL's log says what it found.",
  ],
]

const AWAY: Meaning = [
  /^/,
  'the database does not answer.',
  'Check that PostgreSQL runs there and that the address is right, then run again: what was stored is whole.',
]

/**
 * What the world outside caused (no server, no permission, a full disk) as a `UserError`; what we caused (a constraint,
 * bad SQL) comes back as the defect that it is. `where` is the address without its password.
 */
export function explain(error: unknown, where: string): unknown {
  if (!(error instanceof Failed)) return error
  const { code, lost, message } = error.failure
  const found = MEANINGS.find(([codes]) => codes.test(code)) ?? (lost ? AWAY : null)
  if (!found) return error
  const [, what, remedy] = found
  // What the server says is no secret, and names the table or the role.
  const said =
    found === AWAY || /^(28|42501|55P03|57)/.test(code) ? `${what.slice(0, -1)} (${message}).` : what
  return new UserError(said, { where, remedy, cause: error })
}

/** True where trying again may help: the server went away, or is on its way up. */
export function isAway(error: unknown): boolean {
  return error instanceof Failed && error.failure.lost
}

/** True where the server has no room now: its processes for connections that broke may still be there. */
export function isFull(error: unknown): boolean {
  return error instanceof Failed && error.failure.code === '53300'
}

/** True where the unit met another, and has to be done again: a serialization failure, or a deadlock. */
export function hasMet(error: unknown): boolean {
  return error instanceof Failed && /^40(001|P01)$/.test(error.failure.code)
}

/** An address as people may see it: no password. */
export function withoutPassword(address: string): string {
  try {
    const url = new URL(address)
    url.password = ''
    url.searchParams.delete('password')
    return url.href
  } catch {
    return 'postgres://...'
  }
}
