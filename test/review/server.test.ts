import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { claimListSchema, queueSchema, type VerdictAnswer } from '../../pipeline/review/api.ts'
import { serveReview } from '../../pipeline/review/server.ts'
import { EVIDENCE, FINGERPRINT, findingsOf, sample, sampleConflict } from '../store/sample.ts'
import { ask } from './ask.ts'
import { asked, GATE, GULL, id, judge, PUMPS, room, TIDE } from './desk.ts'

async function serve({ token = null }: { readonly token?: string | null } = {}) {
  const place = await room()
  const desk = await place.desk()
  const listening = await serveReview(desk, { host: '127.0.0.1', port: 0, token })
  place.closing.push(() => listening.close())
  return { ...place, ada: desk, ...listening }
}

it('answers the page, and nobody else', async () => {
  const server = await serve()
  const { port, ada } = server
  const own = `http://127.0.0.1:${port}`
  const verdict = await asked(ada, GATE, { held: 1 })
  for (const [headers, status] of [
    [{}, 200],
    [{ host: `localhost:${port}` }, 200],
    [{ origin: own }, 200],
    [{ host: 'rebound.example' }, 403],
    [{ host: `rebound.example:${port}` }, 403],
    [{ host: `127.0.0.1:${port + 1}` }, 403],
    [{ origin: 'http://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: `http://127.0.0.1:${port + 1}` }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
  ] as const) {
    const answer = await ask(server, '/api/queue', { headers })
    expect([headers, answer.status]).toEqual([headers, status])
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/)
  }
  for (const headers of [
    { 'content-type': 'text/plain' },
    { origin: 'http://evil.example' },
    { host: 'evil.example' },
  ]) {
    expect((await ask(server, '/api/verdicts', { body: verdict, headers })).status).toBe(403)
  }
  expect((await ada.verdicts()).entries).toEqual([])
  expect((await ask(server, '/api/verdicts', { body: verdict, headers: { origin: own } })).status).toBe(200)
})

it('asks everybody for the token where it has one', async () => {
  const server = await serve({ token: 'a-secret-of-some-length' })
  expect((await ask(server, '/api/queue')).status).toBe(403)
  expect((await ask(server, '/?token=another-secret-of-that')).status).toBe(403)
  const visit = await ask(server, '/api/state?token=a-secret-of-some-length', {
    headers: { host: 'desk.example' },
  })
  expect(visit.status).toBe(200)
  const [cookie] = visit.headers['set-cookie'] as string[]
  expect(cookie).toMatch(/HttpOnly; SameSite=Strict$/)
  const headers = { cookie: cookie!.split(';')[0]!, host: 'desk.example' }
  expect((await ask(server, '/api/queue', { headers })).status).toBe(200)
  expect(
    (await ask(server, '/api/queue', { headers: { ...headers, origin: 'http://evil.example' } })).status,
  ).toBe(403)
})

it('tells the second of two windows who was first, and what with', async () => {
  const server = await serve()
  const window = await asked(server.ada, GATE, { held: 2 })
  const first: VerdictAnswer = (
    await ask(server, '/api/verdicts', { body: { ...window, note: 'from the first' } })
  ).json
  expect(first).toMatchObject({ status: 'decided', last: first.entry.id })
  const second = await ask(server, '/api/verdicts', { body: window })
  expect(second.status).toBe(409)
  expect(second.json.error).toMatchObject({
    kind: 'stale',
    because: 'verdict',
    latest: { id: first.entry.id, reviewer: 'Ada', note: 'from the first' },
  })
  const undone = await ask(server, '/api/undo', { body: { verdict: first.entry.id, seen: first.entry.id } })
  expect(undone.json).toMatchObject({ status: 'open', entry: { kind: 'undo' } })
  expect(
    (await ask(server, '/api/undo', { body: { verdict: first.entry.id, seen: first.entry.id } })).status,
  ).toBe(409)
})

it('takes one of two verdicts that come at the same moment', async () => {
  const server = await serve()
  const window = await asked(server.ada, GATE, { held: 1 })
  const answers = await Promise.all(
    [1, 2, 3].map((n) => ask(server, '/api/verdicts', { body: { ...window, note: `${n}` } })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
})

it('says in one sentence what is wrong with a request', async () => {
  const server = await serve()
  const verdict = await asked(server.ada, GATE, { held: 1 })
  for (const [body, status, message] of [
    ['{"conflict":', 400, 'The request is not JSON.'],
    [{ ...verdict, decision: 'perhaps' }, 400, /^"decision": /],
    [{ ...verdict, position: null }, 400, /^"position": a position is named with/],
    [{ ...verdict, decision: 'no-conflict', position: null }, 400, /^"reason": a reason is given/],
    [{ ...verdict, position: 'p_none' }, 404, 'The dispute has no position p_none.'],
    [{ ...verdict, conflict: 'x_none' }, 404, 'There is no dispute x_none.'],
    [{ ...verdict, note: 'n'.repeat(20_001) }, 400, /^"note": /],
  ] as const) {
    const answer = await ask(server, '/api/verdicts', { body })
    expect(answer.json.error.message).toMatch(message)
    expect(answer.status).toBe(status)
  }
  expect((await ask(server, '/api/queue?page=0')).status).toBe(400)
  expect((await ask(server, '/api/queue?type=nonsense')).json.error.message).toMatch(/^"type": /)
  expect((await ask(server, '/api/conflicts/x_none')).status).toBe(404)
  expect((await ask(server, '/api/documents/tide.txt')).status).toBe(404)
  expect((await ask(server, '/../../etc/passwd')).status).toBe(404)
  expect((await server.ada.verdicts()).entries).toEqual([])
})

it('gives the claims of an article page by page, each as it may be corrected', async () => {
  const server = await serve()
  const claims = async (query: string) =>
    claimListSchema.parse((await ask(server, `/api/documents/${GULL.id}/claims?${query}`)).json)
  const { claims: last, total, pages } = await claims('size=2&page=2')
  expect([last.map(({ claim }) => claim), total, pages]).toEqual([[id(GULL, 2)], 3, 2])
  const [first] = (await claims('size=1')).claims
  expect(first).toMatchObject({
    claim: id(GULL, 0),
    before: '',
    quote: 'They say the gate was shut in 2029',
    factuality: { value: 'rumoured', words: 'called unproven' },
    polarity: { value: 'affirmed', words: 'that it is so' },
    kind: { value: 'fact', words: 'a matter of fact' },
    slots: [
      { slot: 'subject', text: 'the gate' },
      { slot: 'relation', text: 'was shut' },
      { slot: 'time', edtf: '2029' },
    ],
  })
  expect((await claims('page=9')).claims).toEqual([])
  const { marks } = (await ask(server, `/api/documents/${TIDE.id}`)).json
  expect(marks.map(({ claim }: { claim: string }) => claim)).toEqual(TIDE.claims.map(({ id }) => id))
  expect((await ask(server, '/api/documents/d_none/claims')).status).toBe(404)
})

it('filters, counts and searches the queue, page by page', async () => {
  const server = await serve()
  await judge(server.ada, PUMPS)
  const queue = async (query: string) => queueSchema.parse((await ask(server, `/api/queue?${query}`)).json)
  const questions = async (query: string) => (await queue(query)).conflicts.map(({ question }) => question)
  expect(await questions('')).toEqual(['What of gate?', 'What of pumps?', 'What of boats?'])
  expect(await questions('size=2&page=2')).toEqual(['What of boats?'])
  expect(await questions('type=polarity')).toEqual(['What of pumps?'])
  expect(await questions('strength=detail&status=open')).toEqual(['What of boats?'])
  expect(await questions('status=decided')).toEqual(['What of pumps?'])
  expect(await questions('entity=facility:orm-gate')).toEqual(['What of gate?'])
  expect(await questions('source=The%20Gull&q=pump')).toEqual(['What of pumps?'])
  expect(await questions('source=The%20Gull&against=Orm%20Tide')).toHaveLength(3)
  expect(await questions('source=The%20Gull&against=The%20Gull')).toEqual([])
  expect(await questions('q=thir')).toEqual(['What of boats?'])
  expect(await questions('q=%22NEAR(%20*%20OR')).toEqual([])
  expect(await questions('from=2031-06-01')).toHaveLength(3)
  expect(await questions('to=2031-04-30')).toEqual([])
  const { counts, total, all } = await queue('type=time')
  expect([total, all]).toEqual([2, 3])
  // The chosen filter's other values stay in sight; the other filters count what it leaves.
  expect(counts.type.map(({ words, count }) => [words, count])).toEqual([
    ['how many', 2],
    ['when', 2],
    ['whether it is so', 1],
  ])
  expect(counts.status).toEqual([{ value: 'open', words: 'open', count: 2 }])
  const { place } = (await ask(server, `/api/conflicts/${PUMPS.id}?q=boats`)).json
  expect(place).toMatchObject({ number: 0, total: 1 })
})

it('gives hostile text as JSON that no browser takes for anything else, and as it stands in the article', async () => {
  const server = await serve()
  const quote = '<script>alert(1)</script> \u202e\u001b[31m said it </textarea>'
  const evil = sample({
    path: 'evil.txt',
    text: `${quote}.`,
    metadata: { url: 'javascript:alert(1)', publisher: '"><img src=x onerror=alert(1)>' },
    claims: [{ quote, subject: '<script>alert(1)</script>', relation: 'said' }],
  })
  const conflict = sampleConflict('<b>evil</b>', [evil.claims[0]!.id], [GULL.claims[1]!.id])
  await server.withStore(async (store) => {
    await store.commitDocument(evil, EVIDENCE, FINGERPRINT, 1)
    await store.saveFindings(findingsOf(conflict), FINGERPRINT, 1)
  })
  const answer = await ask(server, `/api/conflicts/${conflict.id}`)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/json',
    'x-content-type-options': 'nosniff',
  })
  const { source, quote: given } = answer.json.positions[0].evidence[0].shown
  expect(given).toBe(quote)
  expect(source).toMatchObject({ link: null, address: 'javascript:alert(1)' })
  const article = (await ask(server, `/api/documents/${evil.id}?conflict=${conflict.id}`)).json
  const [mark] = article.marks
  expect(mark).toMatchObject({ kind: 'evidence', position: 1 })
  expect(article.text.slice(mark.start, mark.end)).toBe(quote)
})

it('has acknowledged nothing that a kill -9 loses', async () => {
  const { out, annotations, desk } = await room()
  const ada = await desk()
  const command = fileURLToPath(new URL('../../dist/scripts/gainsay.js', import.meta.url))
  const start = async (): Promise<{ child: ChildProcess; port: number }> => {
    const args = ['review', '--no-open', '--port', '0', '--as', 'Ada']
    const child = spawn(process.execPath, [command, ...args, '--out', out, '--annotations', annotations])
    const [line] = await once(child.stdout!.setEncoding('utf8'), 'data')
    return { child, port: Number(/:(\d+)\//.exec(line)![1]) }
  }
  for (const [conflict, at] of [
    [GATE, 0],
    [PUMPS, 1],
  ] as const) {
    const { child, port } = await start()
    const { json } = await ask({ port }, '/api/verdicts', {
      body: await asked(ada, conflict, { note: `number ${at}` }),
    })
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect((await ada.verdicts()).entries[0]).toMatchObject({
      id: json.entry.id,
      note: `number ${at}`,
      inForce: true,
    })
  }
  const { child, port } = await start()
  expect((await ask({ port }, '/api/queue?status=decided')).json.total).toBe(2)
  child.kill('SIGTERM')
  expect((await once(child, 'exit'))[0]).toBe(0)
})
