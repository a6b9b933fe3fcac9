/**
 * A mistake that a person can mend: one sentence that says what is wrong, where, and what to do.
 * Anything else that is thrown is a defect of ours.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  /** What to do about it, as a sentence; empty where the message says it all. */
  readonly remedy: string
  /** Where: a path with, if known, line and column (`notes.md:3:14`). */
  readonly where: string | null

  constructor(what: string, options: { where?: string | null; remedy?: string; cause?: unknown } = {}) {
    const where = options.where ?? null
    const remedy = options.remedy ?? ''
    super(`${where ? `${where}: ` : ''}${what}${remedy ? ` ${remedy}` : ''}`, { cause: options.cause })
    this.where = where
    this.remedy = remedy
  }
}

/** Wrong usage of the command line: exit code 2. */
export class UsageError extends UserError {}
