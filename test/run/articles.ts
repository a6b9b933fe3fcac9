import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder that is gone when the test is over. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes files below a folder, made where missing, and gives the folder. */
export function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  return folder
}

/** Two papers that count the victims of one bridge and date it differently, and a note without any metadata. */
export const BRIDGE = {
  'gazette.md': `---
title: The bridge at Norwick
publisher: Norwick Gazette
published: 2021-03-04
---

# The bridge at Norwick

The Norwick Bridge collapsed on 2 March 2021. The collapse of the bridge killed 14 people.

Arvid Holm, the mayor of Norwick, said the Norwick Bridge was built in 1931.
`,
  'courier.md': `---
title: What fell at Norwick
publisher: Harbour Courier
published: 2021-03-05
---

# What fell at Norwick

The Norwick Bridge collapsed on 2 March 2021. The collapse of the bridge killed 19 people.

The Norwick Bridge was built in 1928, according to the county archive.
`,
  'note.txt': `The Norwick Bridge was never repaired after the flood of 1988.
`,
}

/** A third paper, which agrees with one of the two. */
export const LANTERN = `---
title: A county mourns
publisher: The Lantern
published: 2021-03-06
---

# A county mourns

A county engineer wrote in her report that the Norwick Bridge was built in 1928.
`
