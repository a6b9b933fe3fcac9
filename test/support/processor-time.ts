/** Of the processor, in milliseconds: what else runs on the machine does not count. */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * How many times the time of a piece of work sixteen times as much of it takes: about 16 where time grows with its
 * length, 256 where with its square. What takes less than ten milliseconds is taken for ten: less is noise.
 */
export function timesForSixteen(work: (length: number) => () => void, length: number): number {
  const [little, much] = [work(length), work(16 * length)]
  // Patterns are compiled when they are used for the second time.
  processorTime(little)
  const short = processorTime(little)
  return processorTime(much) / Math.max(short, 10)
}

/** Between 16 and 256, and nearer to neither. */
export const BETWEEN = 64
