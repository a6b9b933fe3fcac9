import type { Place } from '../../pipeline/model/place.ts'

/** The flags that every command shares, as commander hands them over. */
export interface SharedOptions extends Place {
  /** The analyst's own annotations; laid over the shipped ones. */
  readonly annotations: string
  readonly jobs: number
  readonly quiet?: boolean
  readonly json?: boolean
  readonly color: boolean
}
