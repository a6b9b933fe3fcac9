import { expect, it } from 'vitest'
import { openDesk } from '../../pipeline/review/desk.ts'
import { serveReview } from '../../pipeline/review/server.ts'
import { gainsay } from '../scripts/command.ts'
import { freshDatabase, postgresBinaries } from '../support/postgres.ts'
import { type Asked, ask } from './ask.ts'
import { asked, BOATS, GATE, PUMPS, room, roomIn } from './desk.ts'

const TOKEN = 'known-to-the-proxy-alone'
const USER = 'X-Remote-User'

/** A review behind a proxy, of one folder; ask it as the proxy does. */
async function behindProxy({ place, annotations, closing }: Awaited<ReturnType<typeof room>>) {
  const desk = await openDesk({ ...place, annotations, jobs: 1, reviewer: 'nobody', version: '0' })
  closing.push(() => desk.close())
  const server = await serveReview(desk, { host: '127.0.0.1', port: 0, token: TOKEN, userHeader: USER })
  closing.push(() => server.close())
  const as = (name: string | string[], path: string, { headers = {}, body }: Asked = {}) =>
    ask(server, path, {
      headers: { host: 'desk.example', authorization: `Bearer ${TOKEN}`, [USER]: name, ...headers },
      body,
    })
  return { server, desk, as }
}

it('signs with the name that the proxy gives, and believes nobody else', async () => {
  const { server, desk, as } = await behindProxy(await room())
  expect((await as('Ada', '/api/state')).json.reviewer).toBe('Ada')
  // As bytes of UTF-8, which is how a proxy sends them.
  const zoe = Buffer.from('Zoë Łuk').toString('latin1')
  const body = await asked(desk, GATE, { note: 'from the gate' })
  const origin = { origin: 'https://desk.example' }
  expect((await as(zoe, '/api/verdicts', { body, headers: origin })).json.entry.reviewer).toBe('Zoë Łuk')

  const own = { host: 'desk.example', [USER]: 'Ada' }
  for (const [headers, message] of [
    [own, /answers only to the proxy/],
    [{ ...own, cookie: `gainsay=${TOKEN}` }, /answers only to the proxy/],
    [{ ...own, authorization: 'Bearer guessed-by-somebody' }, /answers only to the proxy/],
  ] as const) {
    const { status, json } = await ask(server, `/api/queue?token=${TOKEN}`, { headers })
    expect([status, json.error.message]).toEqual([403, expect.stringMatching(message)])
  }
  for (const name of ['', ' ', ['Eve', 'Ada'], 'A\u0085b', 'n'.repeat(201)]) {
    const { status, json } = await as(name, '/api/queue')
    expect([name, status, json.error.message]).toEqual([
      name,
      403,
      expect.stringMatching(/does not say who you are: it must set X-Remote-User, once/),
    ])
  }
  expect((await as('Ada', '/api/queue', { headers: { origin: 'http://evil.example' } })).status).toBe(403)
})

it.for([
  { database: 'SQLite', db: async () => null, left: false },
  { database: 'PostgreSQL', db: freshDatabase, left: postgresBinaries === null },
])(
  'twenty people at once, at two servers on $database: no verdict is lost, none has another’s name',
  async ({ db, left }, { skip }) => {
    if (left) skip('PostgreSQL is not installed')
    const place = await roomIn(await db())
    const servers = [await behindProxy(place), await behindProxy(place)]
    const people = Array.from({ length: 20 }, (_, number) => `reviewer ${number}`)
    const disputes = [GATE, PUMPS, BOATS]
    let refused = 0
    const given = await Promise.all(
      people.map(async (name, number) => {
        const { as } = servers[number % 2]!
        const ids: string[] = []
        for (const { id } of disputes) {
          for (;;) {
            const { last, evidence } = (await as(name, `/api/conflicts/${id}`)).json
            const body = { conflict: id, decision: 'both', note: `by ${name}`, seen: last, evidence }
            const { status, json } = await as(name, '/api/verdicts', { body })
            if (status === 200) {
              ids.push(json.entry.id)
              break
            }
            expect([status, json.error.kind, json.error.because]).toEqual([409, 'stale', 'verdict'])
            // Who was faster is told, and is never who asks.
            expect(json.error.latest.reviewer).not.toBe(name)
            refused++
          }
        }
        return ids
      }),
    )
    expect(refused).toBeGreaterThan(0)
    const { entries } = await servers[0]!.desk.verdicts()
    expect(entries.map(({ id }) => id).sort()).toEqual(given.flat().sort())
    for (const { reviewer, note } of entries) expect(note).toBe(`by ${reviewer}`)
    expect(entries.filter(({ inForce }) => inForce)).toHaveLength(disputes.length)
  },
)

it('takes no header for a name without a token, and none that carries something else', async () => {
  const cwd = (await room()).folder
  for (const [args, message] of [
    [['--user-header', USER], /--user-header X-Remote-User: anybody could send it\. Give a token as well/],
    [['--user-header', 'Authorization', '--token', TOKEN], /"Authorization" is no header for a name/],
    [['--user-header', 'X User', '--token', TOKEN], /"X User" is no header for a name/],
    [['--user-header', USER, '--token', TOKEN, '--as', 'Ada'], /the proxy says who decides/],
  ] as const) {
    const { code, stderr } = await gainsay(['review', '--no-open', '--port', '0', ...args], { cwd })
    expect(stderr).toMatch(message)
    expect(code).toBe(2)
  }
})
