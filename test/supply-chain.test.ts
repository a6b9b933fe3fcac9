import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/*
 * What runs on a user's machine besides our own code: the packages of package-lock.json that package.json asks for outside
 * of development, and all that they ask for; those of PostgreSQL, which are optional, with them.
 */

type Versions = Readonly<Record<string, string>>

interface Package {
  readonly license?: string
  readonly hasInstallScript?: true
  readonly resolved?: string
  readonly integrity?: string
  readonly dependencies?: Versions
  readonly optionalDependencies?: Versions
  readonly peerDependencies?: Versions
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
}

const lockFile = new URL('../package-lock.json', import.meta.url)
const packages: Readonly<Record<string, Package>> = JSON.parse(readFileSync(lockFile, 'utf8')).packages

/** They ask for nothing but their notice. */
const PERMISSIVE = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0'])

/** Where Node finds a package that another one asks for: in its own folder, or in one above. */
function placeOf(name: string, asking: string): string | null {
  for (let folder = asking; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (packages[place]) return place
    if (folder === '') return null
  }
}

function production(): readonly string[] {
  const found = new Set<string>()
  const visit = (at: string): void => {
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = packages[at]!
    // Of others, an optional peer is only there where we ask for it ourselves.
    const peers = Object.keys(peerDependencies ?? {}).filter(
      (name) => at === '' || !peerDependenciesMeta?.[name]?.optional,
    )
    for (const name of [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers]) {
      const place = placeOf(name, at)
      if (place === null || found.has(place)) continue
      found.add(place)
      visit(place)
    }
  }
  visit('')
  return [...found].sort()
}

/** "(MIT OR WTFPL)" leaves the choice to us; "MIT AND GPL-3.0" does not. */
const isPermissive = (license: string) =>
  license
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((one) => PERMISSIVE.has(one))

const shipped = production()

it('knows all that runs', () => {
  expect(shipped).toContain('node_modules/better-sqlite3')
  // Asked for by packages alone, and only by the optional ones.
  expect(shipped).toContain('node_modules/prebuild-install')
  expect(shipped).toContain('node_modules/pg-protocol')
  expect(shipped).not.toContain('node_modules/vitest')
  expect(shipped.length).toBeGreaterThan(100)
})

it('all of it is under a licence that asks for nothing but its notice', () => {
  expect([isPermissive('(MIT OR WTFPL)'), isPermissive('MIT AND GPL-3.0')]).toEqual([true, false])
  const other = shipped.filter((place) => !isPermissive(packages[place]!.license ?? 'none'))
  expect(other.map((place) => `${place}: ${packages[place]!.license}`)).toEqual([])
})

it('nothing of it runs a script when it is installed but better-sqlite3, which is compiled', () => {
  expect(shipped.filter((place) => packages[place]!.hasInstallScript)).toEqual([
    'node_modules/better-sqlite3',
  ])
})

it('every package, also for development, comes from the registry, and is what it was when it was locked', () => {
  // `.npmrc` leaves the registry's own addresses out: what has one comes from elsewhere.
  const strange = Object.entries(packages).filter(
    ([place, { resolved, integrity = '' }]) =>
      place !== '' && (resolved !== undefined || !integrity.startsWith('sha512-')),
  )
  expect(strange.map(([place]) => place)).toEqual([])
})
