import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Duplicate } from '../../pipeline/corrections/duplicates.ts'
import type { ClaimRecord, EntityRecord } from '../../pipeline/model/record.ts'
import { scratch, write } from '../run/articles.ts'
import { gainsay } from './command.ts'

/** One board under two names that no rule joins, two people of one surname, and a surname alone. */
const HARBOUR = {
  'gazette.md': `---
publisher: Norwick Gazette
published: 2021-03-04
---

The Norwick Harbour Board closed the pier in March 2021. Jane Roe praised the Norwick Harbour Board.

Jane Roe founded Kettle Marine in 2003. J. Roe sold Kettle Marine in 2011.
`,
  'courier.md': `---
publisher: Harbour Courier
published: 2021-03-05
---

The Norwick Port Board opened the pier again in June 2021. The Norwick Port Board employs 40 people.

John Roe founded a bakery in Norwick. The bakery belongs to John Roe.
`,
  'note.txt': 'Kettle Marine built the ferry in 1999. The ferry was sold in 2006.\n',
}

async function harbour(files: Readonly<Record<string, string>> = HARBOUR) {
  const cwd = scratch()
  write(join(cwd, 'sources'), files)
  const run = async (...args: string[]) => {
    const ended = await gainsay([...args, '--jobs', '1'], { cwd })
    expect(ended.stderr).not.toContain('stumbled')
    // Where lines are broken depends on the length of ids.
    return { ...ended, flat: ended.stdout.replace(/\s+/g, ' ') }
  }
  const json = async <T>(...args: string[]): Promise<T[]> =>
    (await run(...args, '--json')).stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  await run('run', '--quiet')
  return {
    cwd,
    run,
    catalogue: join(cwd, 'annotations', 'entities.yaml'),
    entities: (...asked: string[]) => json<EntityRecord>('entities', ...asked),
    duplicates: () => json<Duplicate>('entities', '--duplicates'),
    claimIds: async () => (await json<ClaimRecord>('claims')).map(({ claim }) => claim.id),
    named: async (name: string) => (await json<EntityRecord>('entities')).filter((one) => one.name === name),
  }
}

const HARBOUR_BOARD = 'organization:norwick-harbour-board'
const PORT_BOARD = 'organization:norwick-port-board'

describe('gainsay entities', () => {
  it('lists entities with their use, one by its name, and where it is named', async () => {
    const { run, entities } = await harbour()
    const all = await entities()
    expect(all.find(({ id }) => id === PORT_BOARD)).toMatchObject({ mentions: 2, claims: 2, basis: 'text' })
    expect((await run('entities')).stdout).toMatch(
      /Norwick Port Board\n {2}organization:norwick-port-board · org/,
    )
    const { stdout } = await run('entities', 'norwick port board')
    expect(stdout).toMatch(/Use +2 mentions, 2 claims, 1 text\n +sources\/courier\.md:6 /)
    const nobody = await run('entities', 'Jim Doe')
    expect(nobody).toMatchObject({ code: 1, stdout: '' })
    expect(nobody.stderr).toMatch(/names "Jim Doe"\. Type `gainsay entities`/)
  })

  it('merges two, so that it is seen at once, holds for ever, and can be undone; no claim changes', async () => {
    const { cwd, run, entities, catalogue, claimIds } = await harbour()
    const claims = await claimIds()
    const merged = await run('entities', 'merge', 'Norwick Harbour Board', 'norwick port board')
    expect(merged.code).toBe(0)
    expect(merged.flat).toMatch(/^Norwick Port Board \(\S+\) is now taken for Norwick Harbour Board/)
    expect(merged.stderr).toMatch(/^Written to annotations\/entities\.yaml; /)
    const isOne = async () => {
      const [one, ...others] = await entities(PORT_BOARD)
      expect(others).toEqual([])
      expect(one).toMatchObject({ id: HARBOUR_BOARD, mentions: 4, ids: [HARBOUR_BOARD, PORT_BOARD] })
      expect(await entities('Norwick Port Board')).toHaveLength(1)
      expect(await claimIds()).toEqual(claims)
    }
    await isOne()

    const again = await run('run')
    expect(again.stdout).toContain('3 unchanged')
    await isOne()
    rmSync(join(cwd, 'out'), { recursive: true })
    await run('run', '--quiet')
    await isOne()

    expect((await run('entities', 'merge', HARBOUR_BOARD, PORT_BOARD)).flat).toMatch(
      /are one already: Norwick Harbour Board/,
    )
    writeFileSync(catalogue, '')
    await run('run', '--quiet')
    expect((await entities(PORT_BOARD)).map(({ id }) => id)).toEqual([PORT_BOARD])
    expect(await claimIds()).toEqual(claims)
  })

  it('keeps two people of one surname apart, and asks which one is meant', async () => {
    const { run, entities, named, catalogue, duplicates } = await harbour({
      ...HARBOUR,
      'letter.txt': 'Roe left Norwick in 1999. Roe was tired.\n',
    })
    expect(await named('Jane Roe')).toHaveLength(1)
    expect(await named('John Roe')).toHaveLength(1)
    for (const { a, b } of await duplicates()) expect([a.name, b.name]).not.toEqual(['Jane Roe', 'John Roe'])

    await run('entities', 'alias', 'person:jane-roe', 'The Mayor')
    await run('entities', 'alias', 'person:john-roe', 'The Baker')
    const before = readFileSync(catalogue, 'utf8')
    const refused = await run('entities', 'alias', 'person:jane-roe', 'The Baker')
    expect(refused.code).toBe(1)
    expect(refused.stderr).toMatch(/John Roe \(person:john-roe\).*Jane Roe \(person:jane-roe\)/)
    expect(readFileSync(catalogue, 'utf8')).toBe(before)

    await run('entities', 'merge', 'person:roe', 'John Roe')
    expect((await entities('person:roe')).map(({ id }) => id)).toEqual(['person:john-roe'])
    expect((await entities('person:jane-roe'))[0]).toMatchObject({
      name: 'Jane Roe',
      documents: [expect.any(String)],
    })
  })

  it('refuses a name that two bear, with both ids', async () => {
    const { run, cwd } = await harbour()
    const two = `- {id: north-pier, type: facility, name: North Pier, aliases: [Old Pier]}
- {id: south-pier, type: facility, name: South Pier, aliases: [Old Pier]}
`
    write(join(cwd, 'annotations'), { 'entities.yaml': two })
    await run('run', '--quiet')
    const refused = await run('entities', 'merge', 'old pier', 'Norwick Port Board')
    expect(refused.code).toBe(1)
    expect(refused.stderr).toMatch(
      /may be North Pier \(north-pier\) or South Pier \(south-pier\)\. Give the id/,
    )
    await run('entities', 'merge', 'south-pier', 'north-pier')
    expect((await run('entities', 'merge', 'old pier', 'south-pier')).flat).toMatch(
      /are one already: South Pier/,
    )
  })

  it('splits off a name that one text had taken for another’s, and keeps it apart from then on', async () => {
    const { cwd, run, entities, claimIds, catalogue } = await harbour()
    const claims = await claimIds()
    expect((await entities('J. Roe')).map(({ id }) => id)).toEqual(['person:jane-roe'])
    const split = await run('entities', 'split', 'person:jane-roe', 'J. Roe')
    expect(split.flat).toMatch(/^J\. Roe \(person:j-roe\) is now an entity of its own/)
    const areTwo = async () => {
      expect((await entities('J. Roe')).map(({ id, mentions }) => [id, mentions])).toEqual([
        ['person:j-roe', 1],
      ])
      expect((await entities('Jane Roe')).map(({ id, mentions }) => [id, mentions])).toEqual([
        ['person:jane-roe', 2],
      ])
      expect(await claimIds()).toEqual(claims)
    }
    await areTwo()
    await run('run', '--quiet')
    await areTwo()
    rmSync(join(cwd, 'out'), { recursive: true })
    await run('run', '--quiet')
    await areTwo()
    expect(readFileSync(catalogue, 'utf8')).toContain('distinct_from: [person:jane-roe]')

    await run('entities', 'merge', 'person:jane-roe', 'person:j-roe')
    expect((await entities('person:j-roe')).map(({ id }) => id)).toEqual(['person:jane-roe'])
    expect(readFileSync(catalogue, 'utf8')).not.toContain('distinct_from')

    const wrong = await run('entities', 'split', 'person:jane-roe', 'Jim Doe')
    expect(wrong.stderr).toMatch(
      /"Jim Doe" is no name of Jane Roe \(person:jane-roe\)\. Its other names are: J\. Roe/,
    )
  })

  it('takes a name from what is generally known, and refuses what is no name', async () => {
    const { run, entities, claimIds } = await harbour({
      'a.txt': 'Britain sold the pier. The UK bought a ferry.\n',
    })
    const claims = await claimIds()
    const use = async (name: string) => (await entities(name)).map(({ id, mentions }) => [id, mentions])
    expect(await use('Britain')).toEqual([['united-kingdom', 2]])
    await run('entities', 'split', 'united-kingdom', 'Britain')
    expect(await use('Britain')).toEqual([['place:britain', 1]])
    expect(await use('UK')).toEqual([['united-kingdom', 1]])
    expect(await claimIds()).toEqual(claims)
    expect(await run('entities', 'alias', 'place:britain', ' ')).toMatchObject({ code: 2, stdout: '' })
  })

  it('takes a further name, reads again only the texts that it may stand in, and lets go of it', async () => {
    const { run, entities, catalogue, cwd } = await harbour()
    const own =
      '# What we know of Norwick.\n\n- { id: quay, type: place, name: Long Quay }   # not the pier\n'
    write(join(cwd, 'annotations'), { 'entities.yaml': own })
    await run('run', '--quiet')
    const aliased = await run('entities', 'alias', HARBOUR_BOARD, 'Norwick Port Board')
    expect(aliased.stderr).toMatch(/1 text annotated again|2 texts annotated again/)
    expect(readFileSync(catalogue, 'utf8').startsWith(own)).toBe(true)
    expect((await entities(PORT_BOARD)).map(({ id, mentions }) => [id, mentions])).toEqual([
      [HARBOUR_BOARD, 4],
    ])
    writeFileSync(catalogue, own)
    await run('run', '--quiet')
    expect((await entities(PORT_BOARD)).map(({ id, mentions }) => [id, mentions])).toEqual([[PORT_BOARD, 2]])
  })

  it('finds likely duplicates, with what speaks for and against them, until they are merged or split', async () => {
    const { run, duplicates } = await harbour({
      ...HARBOUR,
      'post.txt': 'The Norwick Harbor Bord met in Norwick. The Norwick Harbor Bord was tired.\n',
    })
    const [pair, ...others] = await duplicates()
    expect([pair!.a.name, pair!.b.name]).toEqual(['Norwick Harbor Bord', 'Norwick Harbour Board'])
    expect(pair!.for[0]).toBe('the names differ by one letter')
    expect(others).toEqual([])
    expect((await run('entities', '--duplicates')).flat).toContain(
      `If one npx gainsay entities merge ${pair!.a.id} ${pair!.b.id}`,
    )
    await run('entities', 'merge', 'Norwick Harbour Board', 'Norwick Harbor Bord')
    expect(await duplicates()).toEqual([])
    await run('entities', 'split', 'Norwick Harbour Board', 'Norwick Harbor Bord')
    expect(await duplicates()).toEqual([])
  })

  it('lists what stayed open, with who may be meant and where', async () => {
    const { run } = await harbour({
      'both.txt': 'Jane Roe and John Roe met in Norwick.\n\nRoe left at noon.\n',
    })
    const { flat } = await run('entities', '--open')
    expect(flat).toMatch(
      /sources\/both\.txt:3 Roe \(name, person\) may be Jane Roe \(person:jane-roe\) or John Roe \(person:john-roe\)/,
    )
  })

  it('needs a database, and makes none', async () => {
    const cwd = scratch()
    const { code, stderr } = await gainsay(['entities', 'merge', 'a', 'b'], { cwd })
    expect(code).toBe(1)
    expect(stderr).toMatch(/there is no database yet\. Type `gainsay run` first/)
    expect(existsSync(join(cwd, 'out'))).toBe(false)
  })
})
