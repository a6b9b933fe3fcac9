import { deflateSync } from 'node:zlib'
import { MAGIC } from '../../pipeline/segment/linear-model.ts'

/** An averaged perceptron over hashed features, in training; rows of classes grow as mistakes are made. */
export interface Perceptron {
  score(features: Int32Array, count: number, scores: Float32Array): void
  /** Rewards the right class and punishes the wrong one; `step` is the number of decisions taken so far. */
  update(features: Int32Array, count: number, right: number, wrong: number, step: number): void
  /** The averaged weights as a model file (see readLinearModel). */
  freeze(classes: readonly string[], step: number, options: FreezeOptions): Uint8Array
}

export interface FreezeOptions {
  /** Features that took part in fewer updates are dropped. */
  readonly minUpdates: number
  /** Averaged weights that are smaller are dropped. */
  readonly minWeight: number
}

export function createPerceptron(): Perceptron {
  let capacity = 1 << 20
  let keys = new Int32Array(capacity)
  let rowOf = new Int32Array(capacity)
  let rowCount = 0
  let rowStart = new Int32Array(1 << 19)
  let rowLength = new Uint8Array(1 << 19)
  let rowRoom = new Uint8Array(1 << 19)
  let updates = new Uint16Array(1 << 19)
  let poolEnd = 0
  let classOf = new Uint8Array(1 << 22)
  let weight = new Float32Array(1 << 22)
  let total = new Float32Array(1 << 22)
  let stamp = new Int32Array(1 << 22)

  const slotOf = (key: number): number => {
    const mask = capacity - 1
    let slot = (key ^ (key >>> 15)) & mask
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  const growTable = () => {
    const oldKeys = keys
    const oldRows = rowOf
    capacity *= 2
    keys = new Int32Array(capacity)
    rowOf = new Int32Array(capacity)
    for (let i = 0; i < oldKeys.length; i += 1) {
      if (oldKeys[i] === 0) continue
      const slot = slotOf(oldKeys[i]!)
      keys[slot] = oldKeys[i]!
      rowOf[slot] = oldRows[i]!
    }
  }

  const rowFor = (key: number): number => {
    let slot = slotOf(key)
    if (keys[slot] === key) return rowOf[slot]!
    if (rowCount * 2 > capacity) {
      growTable()
      slot = slotOf(key)
    }
    if (rowCount === rowStart.length) {
      rowStart = grown(rowStart)
      rowLength = grown(rowLength)
      rowRoom = grown(rowRoom)
      updates = grown(updates)
    }
    keys[slot] = key
    rowOf[slot] = rowCount
    rowCount += 1
    return rowCount - 1
  }

  const entryFor = (row: number, cls: number): number => {
    const start = rowStart[row]!
    const length = rowLength[row]!
    for (let at = start; at < start + length; at += 1) if (classOf[at] === cls) return at
    if (length === rowRoom[row]) {
      const room = length === 0 ? 2 : Math.min(255, length * 2)
      while (poolEnd + room > classOf.length) {
        classOf = grown(classOf)
        weight = grown(weight)
        total = grown(total)
        stamp = grown(stamp)
      }
      for (const pool of [classOf, weight, total, stamp]) pool.copyWithin(poolEnd, start, start + length)
      rowStart[row] = poolEnd
      rowRoom[row] = room
      poolEnd += room
    }
    const at = rowStart[row]! + length
    classOf[at] = cls
    weight[at] = 0
    total[at] = 0
    stamp[at] = 0
    rowLength[row] = length + 1
    return at
  }

  const add = (row: number, cls: number, amount: number, step: number) => {
    const at = entryFor(row, cls)
    total[at]! += (step - stamp[at]!) * weight[at]!
    stamp[at] = step
    weight[at]! += amount
  }

  return {
    score(features, count, scores) {
      scores.fill(0)
      for (let f = 0; f < count; f += 1) {
        const key = features[f]!
        const slot = slotOf(key)
        if (keys[slot] === 0) continue
        const row = rowOf[slot]!
        const start = rowStart[row]!
        const end = start + rowLength[row]!
        for (let at = start; at < end; at += 1) scores[classOf[at]!]! += weight[at]!
      }
    },
    update(features, count, right, wrong, step) {
      for (let f = 0; f < count; f += 1) {
        if (features[f] === 0) continue
        const row = rowFor(features[f]!)
        if (updates[row]! < 65535) updates[row]! += 1
        add(row, right, 1, step)
        add(row, wrong, -1, step)
      }
    },
    freeze(classes, step, options) {
      const features: { key: number; entries: [number, number][] }[] = []
      let largest = 0
      for (let slot = 0; slot < capacity; slot += 1) {
        if (keys[slot] === 0) continue
        const row = rowOf[slot]!
        if (updates[row]! < options.minUpdates) continue
        const entries: [number, number][] = []
        for (let at = rowStart[row]!; at < rowStart[row]! + rowLength[row]!; at += 1) {
          const mean = (total[at]! + (step - stamp[at]!) * weight[at]!) / step
          if (Math.abs(mean) < options.minWeight) continue
          entries.push([classOf[at]!, mean])
          largest = Math.max(largest, Math.abs(mean))
        }
        if (entries.length > 0) features.push({ key: keys[slot]!, entries })
      }
      features.sort((a, b) => a.key - b.key)
      return modelFile(classes, features, largest)
    },
  }
}

function grown<T extends Int32Array | Float32Array | Uint8Array | Uint16Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2)
  larger.set(array)
  return larger
}

function modelFile(
  classes: readonly string[],
  features: { key: number; entries: [number, number][] }[],
  largest: number,
): Uint8Array {
  const kept = features
    .map(({ key, entries }) => ({
      key,
      entries: entries
        .map(
          ([cls, mean]) =>
            [cls, Math.sign(mean) * Math.round(127 * Math.sqrt(Math.abs(mean) / largest))] as const,
        )
        .filter(([, code]) => code !== 0),
    }))
    .filter(({ entries }) => entries.length > 0)
  const entryCount = kept.reduce((sum, { entries }) => sum + entries.length, 0)
  const json = new TextEncoder().encode(JSON.stringify(classes))
  const jsonRoom = (json.length + 3) & ~3
  const bytes = new Uint8Array(16 + jsonRoom + kept.length * 5 + entryCount * 2)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, false)
  view.setUint32(4, json.length, true)
  view.setUint32(8, kept.length, true)
  view.setUint32(12, entryCount, true)
  bytes.set(json, 16)
  const keysAt = 16 + jsonRoom
  const lengthsAt = keysAt + kept.length * 4
  const classesAt = lengthsAt + kept.length
  const weightsAt = classesAt + entryCount
  let entry = 0
  let before = 0
  kept.forEach(({ key, entries }, row) => {
    view.setInt32(keysAt + row * 4, (key - before) | 0, true)
    before = key
    bytes[lengthsAt + row] = entries.length
    for (const [cls, code] of entries) {
      bytes[classesAt + entry] = cls
      view.setInt8(weightsAt + entry, code)
      entry += 1
    }
  })
  return deflateSync(bytes, { level: 9 })
}
