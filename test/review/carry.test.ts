import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { gainsay } from '../scripts/command.ts'
import { BOATS, GATE, judge, PUMPS, room } from './desk.ts'

it('carries verdicts to another machine, where they stand in its exports', async () => {
  const [here, there] = [await room(), await room()]
  const ada = await here.desk('Ada')
  const pumps = await ada.conflict(PUMPS.id, {})
  const covers = [{ conflict: PUMPS.id, seen: pumps.last, evidence: pumps.evidence }]
  await judge(ada, GATE, { held: 2, note: 'the lock book, page 3', covers })
  await judge(ada, BOATS, { decision: 'no-conflict', reason: 'part-whole' })
  const file = join(here.folder, 'carried.jsonl')
  const at = ({ out, annotations }: typeof here) => ['--out', out, '--annotations', annotations]
  const run = (...args: readonly string[]) => gainsay(args, { cwd: here.folder })

  expect(await run('verdicts', 'export', file, ...at(here))).toMatchObject({
    code: 0,
    stderr: '2 entries exported.\n',
  })
  expect(await run('verdicts', 'import', file, ...at(there))).toMatchObject({
    code: 0,
    stderr: `2 entries added to ${there.log}, 0 known already.\n`,
  })
  expect((await run('verdicts', 'import', file, ...at(there))).stderr).toMatch(
    /^0 entries added to .*, 2 known already/,
  )
  expect(readFileSync(there.log, 'utf8')).toBe(readFileSync(here.log, 'utf8'))

  expect((await run('export', ...at(there))).code).toBe(0)
  const rows = (name: string): Record<string, string>[] =>
    parse(readFileSync(join(there.out, name)), { columns: true, bom: true })
  const decided = {
    verdict: 'position 2',
    reviewer: 'Ada',
    review_note: 'the lock book, page 3',
    status: 'decided',
  }
  expect(rows('conflicts.csv').filter(({ conflict_id }) => conflict_id === GATE.id)).toEqual([
    expect.objectContaining({ ...decided, position: 'answer 1' }),
    expect.objectContaining({ ...decided, position: 'answer 2' }),
  ])
  expect(rows('disputes.csv').map(({ question, verdict }) => [question, verdict])).toEqual([
    ['What of gate?', 'position 2'],
    ['What of pumps?', 'decided with: What of gate?'],
    ['What of boats?', 'no-conflict: part-whole'],
  ])

  const ben = await there.desk('Ben')
  await judge(ben, GATE, { decision: 'neither' })
  await judge(ada, PUMPS)
  await judge(ada, GATE, { held: 1 })
  await run('verdicts', 'export', file, ...at(here))
  const clash = await run('verdicts', 'import', file, ...at(there))
  expect(clash.stdout).toMatch(
    /^What of gate\?\n {2}here: neither holds \(Ben, .*\n {2}there: holds: answer 1 \(Ada, /,
  )
  expect(clash.stderr).toMatch(/^2 entries added .*\n1 dispute decided otherwise by both/)
  expect(clash.code).toBe(1)
  const without = await run(
    'verdicts',
    '--out',
    join(here.folder, 'none'),
    '--annotations',
    there.annotations,
  )
  expect(without.stderr).toMatch(/^There is no database .*\n5 entries\n$/)
  const broken = await run('verdicts', 'import', join(there.out, 'conflicts.csv'), ...at(there))
  expect([broken.code, broken.stderr]).toEqual([
    1,
    expect.stringMatching(/conflicts\.csv:1: this line is not JSON\./),
  ])
})
