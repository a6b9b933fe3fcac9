import { initial } from './001-initial.ts'
import { formats } from './002-formats.ts'
import { review } from './003-review.ts'
import { corrections } from './004-corrections.ts'
import { comparison } from './005-comparison.ts'
import { versions } from './006-versions.ts'
import { exported } from './007-exported.ts'

/** Every step from an empty database to today's schema; `user_version` is the number of steps taken. Only append. */
export const MIGRATIONS: readonly string[] = [
  initial,
  formats,
  review,
  corrections,
  comparison,
  versions,
  exported,
]
