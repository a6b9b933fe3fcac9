import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figure } from './table.ts'

/** Public data beside the project: which of its folders are annotated once, and for which of its tasks. */
const PARTS: readonly { readonly inputs: readonly string[]; readonly tasks: readonly string[] }[] = [
  { inputs: ['openie/carb_dev.md'], tasks: ['openie'] },
  { inputs: ['time/input'], tasks: ['time'] },
  { inputs: ['segment/input/ewt_dev', 'segment/input/golden'], tasks: ['segment', 'pos', 'ner'] },
  { inputs: ['factuality/uds_ih2_dev.txt'], tasks: ['factuality'] },
]

/** Where the evaluation kit is: `GAINSAY_BENCH`, or `../shared/bench`; null where there is none. */
export function findKit(root: string): string | null {
  const kit = process.env.GAINSAY_BENCH ?? join(root, '..', 'shared', 'bench')
  return existsSync(join(kit, 'score.py')) ? kit : null
}

/** Runs `gainsay annotate` on the kit's inputs and the kit's own scorer (python3) on the result. */
export function scoreKit(kit: string, command: string): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-kit-'))
  try {
    return PARTS.flatMap(({ inputs, tasks }, index) => {
      const files = inputs
        .map((input) => join(kit, input))
        .filter(existsSync)
        .flatMap(filesOf)
      if (files.length === 0) return []
      const lines = join(folder, `${index}.jsonl`)
      annotateTo(lines, files, command)
      return tasks.flatMap((task) => [
        ...scoreTask(kit, task, lines),
        ...(task === 'factuality' ? scorePredicates(kit, lines, join(folder, 'predicates.jsonl')) : []),
      ])
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function filesOf(path: string): string[] {
  return statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .map((name) => join(path, name))
    : [path]
}

function annotateTo(target: string, files: readonly string[], command: string): void {
  const output = openSync(target, 'w')
  const { status } = spawnSync(process.execPath, [command, 'annotate', '--quiet', ...files], {
    stdio: ['ignore', output, 'inherit'],
  })
  closeSync(output)
  if (status !== 0) throw new Error(`annotate ended with ${status} on the texts of ${files[0]}`)
}

function scoreTask(kit: string, task: string, lines: string): Figure[] {
  const scorer = spawnSync('python3', [join(kit, 'score.py'), task, lines, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (scorer.status !== 0) throw new Error(`score.py ${task}: ${scorer.stderr || scorer.error}`)
  return scorer.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { task: name, set, ...figure } = JSON.parse(line)
      return { ...figure, set: `${name}, ${set}` } as Figure
    })
}

/**
 * The same scorer on the layer of predicates, in the place of the claims: it asks after every verb, and most verbs make
 * no claim (orders, infinitives, verbs of saying). Reported apart, for no user sees predicates among the claims.
 */
function scorePredicates(kit: string, lines: string, target: string): Figure[] {
  const rewritten = readFileSync(lines, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const annotation = JSON.parse(line)
      const claims = annotation.predicates.map((predicate: { start: number; end: number; lemma: string }) => {
        const { start, end, lemma } = predicate
        return { ...predicate, relation: { start, end, text: lemma } }
      })
      return JSON.stringify({ ...annotation, claims })
    })
  writeFileSync(target, rewritten.join('\n'))
  return scoreTask(kit, 'factuality', target).map((figure) => ({
    ...figure,
    set: `${figure.set}, predicates`,
  }))
}
