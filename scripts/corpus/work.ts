/** What something took: on the wall clock, and of the processor, which other programs on the machine change less. */
export interface Work {
  readonly seconds: number
  readonly cpu: number
}

export function measureWork<T>(work: () => T): readonly [T, Work] {
  const finish = startWork()
  const result = work()
  return [result, finish()]
}

/** Gives the function that tells what was done since. */
export function startWork(): () => Work {
  const [started, before] = [performance.now(), process.cpuUsage()]
  return () => {
    const { user, system } = process.cpuUsage(before)
    return { seconds: (performance.now() - started) / 1_000, cpu: (user + system) / 1_000_000 }
  }
}
