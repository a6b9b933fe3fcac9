import { watch as watchPaths } from 'chokidar'

/** A file is taken when nobody has written to it for so long: what is still being written is not. */
export const SETTLED_MILLISECONDS = 2_000

/**
 * Calls `work` once for all that is there, then once for all that was added or changed below the paths, whenever
 * something was, until the signal aborts. One call at a time: what comes meanwhile is worked on in the next. `work`
 * tells whether it left files alone that were not settled yet; they have their turn when they are.
 */
export async function watch(
  paths: readonly string[],
  signal: AbortSignal,
  work: () => Promise<boolean>,
): Promise<void> {
  // Looks before the first call: what changes during it is not missed.
  const watcher = watchPaths([...paths], {
    ignoreInitial: true,
    ignored: (path) => /(?:^|[\\/])\.[^\\/.]/.test(path),
    awaitWriteFinish: { stabilityThreshold: SETTLED_MILLISECONDS, pollInterval: 200 },
  })
  let timer: NodeJS.Timeout | undefined
  try {
    let wake: () => void = () => {}
    let changed = true
    const notice = () => {
      changed = true
      wake()
    }
    watcher.on('add', notice).on('change', notice)
    signal.addEventListener('abort', () => wake(), { once: true })
    await new Promise<void>((resolve) => watcher.once('ready', () => resolve()))
    while (!signal.aborted) {
      if (changed) {
        changed = false
        clearTimeout(timer)
        if (await work()) timer = setTimeout(notice, SETTLED_MILLISECONDS)
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    }
  } finally {
    clearTimeout(timer)
    await watcher.close()
  }
}
