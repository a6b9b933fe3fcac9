import { watch as watchPaths } from 'chokidar'

/** A file is taken when its size has been the same for so long: what is still being written is not. */
const STABLE_MILLISECONDS = 2_000

/**
 * Calls `work` once for all that was added or changed below the paths, whenever something was, until the signal
 * aborts. One call at a time: what comes meanwhile is worked on in the next.
 */
export async function watch(
  paths: readonly string[],
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  const watcher = watchPaths([...paths], {
    ignoreInitial: true,
    ignored: (path) => /(?:^|[\\/])\.[^\\/.]/.test(path),
    awaitWriteFinish: { stabilityThreshold: STABLE_MILLISECONDS, pollInterval: 200 },
  })
  try {
    let wake: () => void = () => {}
    let changed = false
    const notice = () => {
      changed = true
      wake()
    }
    watcher.on('add', notice).on('change', notice)
    signal.addEventListener('abort', () => wake(), { once: true })
    while (!signal.aborted) {
      if (changed) {
        changed = false
        await work()
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    }
  } finally {
    await watcher.close()
  }
}
