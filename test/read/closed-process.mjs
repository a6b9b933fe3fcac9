/*
 * Runs where Node grants no file outside the program, no thread and no process (`--permission`): reads the files that
 * come on standard input as JSON, and prints what became of them and every connection that was tried.
 */
import { createHook } from 'node:async_hooks'
import { readFileSync } from 'node:fs'
import { readSources } from '../../dist/pipeline/read/index.js'

const files = JSON.parse(readFileSync(0, 'utf8'))
const connections = []
createHook({
  init(_, type) {
    if (/TCP|TLS|UDP|GETADDRINFO|QUERY|HTTP|PIPECONNECT/i.test(type)) connections.push(type)
  },
}).enable()
const texts = {}
for (const [name, base64] of Object.entries(files)) {
  const [source] = await readSources(name, Buffer.from(base64, 'base64'), name)
  texts[name] = source.text ?? source.message
}
console.log(JSON.stringify({ texts, connections }))
