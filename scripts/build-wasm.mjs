// `npm run wasm`, after a change to a .wat file: the .wasm files stand in the repository, so that only who changes
// them needs the assembler. test/segment/linear-score.test.ts tells when they differ.
import { readFileSync, writeFileSync } from 'node:fs'
import wabt from 'wabt'

const source = 'pipeline/segment/linear-score.wat'
const { parseWat } = await wabt()
const features = { simd: true, threads: true }
const module = parseWat(source, readFileSync(source, 'utf8'), features)
module.validate(features)
writeFileSync(source.replace(/wat$/, 'wasm'), module.toBinary({}).buffer)
