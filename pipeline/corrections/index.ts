import type { CorrectionOutcome, CorrectionRecord, CorrectionRequest } from '../model/correction.ts'
import { UserError } from '../model/errors.ts'

export { correctionRequestSchema } from './request.ts'

/** Who corrects, and where the work lies. */
export interface CorrectionSettings {
  /** The folder of the database. */
  readonly out: string
  /** The analyst's own annotations, where `corrections.jsonl` lies. */
  readonly annotations: string
  /** Texts annotated at the same time. */
  readonly jobs: number
  readonly reviewer: string
  /** The clock: ISO 8601, UTC. */
  readonly now?: () => string
}

/**
 * Logs a correction - it is on the disk before anything else is done - and lets it take effect: what is stored of the
 * text, the findings and the exports. Throws a `UserError` for what cannot be done; then nothing is logged.
 */
export async function recordCorrection(
  _request: CorrectionRequest,
  { annotations }: CorrectionSettings,
): Promise<CorrectionOutcome> {
  throw new UserError('corrections are not taken yet.', { where: annotations })
}

/** Every entry of the log in its order, with what became of it. */
export async function listCorrections(
  _settings: Pick<CorrectionSettings, 'out' | 'annotations'>,
): Promise<readonly CorrectionRecord[]> {
  return []
}
