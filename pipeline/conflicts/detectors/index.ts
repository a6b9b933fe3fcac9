import type { Detector } from '../disputes/finding.ts'
import { detectAttendance } from './attendance.ts'
import { detectFactuality } from './factuality.ts'
import { detectOpposition } from './opposition.ts'
import { detectPolarity } from './polarity.ts'
import { detectQuantity } from './quantity.ts'
import { detectSideBySide } from './side-by-side.ts'
import { detectTime } from './time.ts'
import { detectUniqueness } from './uniqueness.ts'
import { detectValue } from './value.ts'

/** Every kind of disagreement between two propositions; their order decides nothing. */
export const DETECTORS: readonly Detector[] = [
  detectPolarity,
  detectAttendance,
  detectFactuality,
  detectTime,
  detectQuantity,
  detectValue,
  detectUniqueness,
  detectOpposition,
  detectSideBySide,
]
