import { compareMeasures } from '../disputes/developments.ts'
import { type Detector, strengthOf } from '../disputes/finding.ts'

/**
 * One measure at one time, with figures that cannot both hold.
 *
 * Finds: "The ferry carried 203 people." / "180 people were aboard the ferry."
 * Leaves: "about 200" / "203"; 12 dead on Monday / 15 dead on Tuesday (an update); 12 dead / 15 injured; the profits of
 * two years; euros against dollars.
 */
export const detectQuantity: Detector = (a, b, world) => {
  const comparison = compareMeasures(a, b, world)
  if (comparison?.outcome !== 'conflict') return null
  const most = a.definition?.single.includes('quantity') ? 'contradiction' : 'tension'
  return {
    type: a.relation === 'attendance' ? 'attendance' : 'quantity',
    slot: `quantity ${a.measure?.unit || b.measure?.unit || ''}`,
    strength: strengthOf(a, b, comparison.gates, most),
    gates: comparison.gates,
    a,
    b,
  }
}
