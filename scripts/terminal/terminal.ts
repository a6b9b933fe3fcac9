import picocolors from 'picocolors'

/** What a command may say where: results on standard output, progress and messages on standard error. */
export interface Terminal {
  /** Columns to write for: the terminal's, between 60 and 100; 80 where there is none. */
  readonly width: number
  /** Colours for standard output; all of them give their text back where there is no terminal. */
  readonly colors: ReturnType<typeof picocolors.createColors>
  /** One line, or several, of the result. */
  print(line?: string): void
  /** A message to the person, not part of the result; silent with `--quiet`. */
  say(line: string): void
}

/** The terminal as it is. Colour only where standard output is one that shows it, and nobody declined it. */
export function openTerminal(options: { readonly color: boolean; readonly quiet?: boolean }): Terminal {
  const { stdout, stderr, env } = process
  const declined = !options.color || Boolean(env.NO_COLOR) || env.TERM === 'dumb'
  return {
    width: Math.min(100, Math.max(60, stdout.columns ?? 80)),
    colors: picocolors.createColors(stdout.isTTY === true && !declined),
    print: (line = '') => void stdout.write(`${line}\n`),
    say: (line) => {
      if (!options.quiet) stderr.write(`${line}\n`)
    },
  }
}
