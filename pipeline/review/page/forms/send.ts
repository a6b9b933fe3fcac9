import type { CorrectionRequest } from '../../../model/correction.ts'
import type { CorrectionAnswer, EntityAnswer } from '../../api.ts'
import { tell } from '../notice.tsx'
import { ask, type Refused, refresh } from '../server.ts'
import { counted } from '../words.ts'

/** Sends a correction; it takes effect at once. Gives what went wrong as a sentence, or null. */
export async function correct(request: CorrectionRequest): Promise<string | null> {
  try {
    tell(outcomeWords(await ask<CorrectionAnswer>('corrections', request)))
    refresh()
    return null
  } catch (error) {
    return (error as Refused).message
  }
}

/** What was done, and what it led to, in a line. */
export function outcomeWords({ what, newDisputes, goneDisputes }: EntityAnswer): string {
  const led = [
    newDisputes.length > 0 && counted(newDisputes.length, 'new dispute'),
    goneDisputes.length > 0 && `${counted(goneDisputes.length, 'dispute')} gone`,
  ].filter(Boolean)
  return led.length > 0 ? `${what} ${led.join(', ')}.` : what
}

/** Of fields that were filled in, those that were changed; what was emptied is null. */
export function changed(
  before: Readonly<Record<string, string>>,
  after: FormData,
): Readonly<Record<string, string | null>> {
  const values: Record<string, string | null> = {}
  for (const [name, old] of Object.entries(before)) {
    const value = String(after.get(name) ?? '').trim()
    if (value !== old.trim()) values[name] = value === '' ? null : value
  }
  return values
}
