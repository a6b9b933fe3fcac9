import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/**
 * A real PostgreSQL for tests: a cluster of our own in a temporary folder, on a free port of the loopback, as a user
 * without rights. The system's cluster is never touched.
 */

/** The oldest version that is tested; older ones count as none. */
const OLDEST = 15

/** Where `initdb` and `postgres` are; null where they are not, and what needs them is left out. */
export const postgresBinaries: string | null = findBinaries()

function findBinaries(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return (
    folders.find((folder) => folder && existsSync(join(folder, 'initdb')) && versionOf(folder) >= OLDEST) ??
    null
  )
}

function versionOf(folder: string): number {
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
  return Number(/\d+/.exec(stdout ?? '')?.[0] ?? 0)
}

/** PostgreSQL does not run as root: then as its own user, or as nobody. */
const user = ((): { uid: number; gid: number } | null => {
  if (process.getuid?.() !== 0) return null
  const entry = ['postgres', 'nobody'].map((name) =>
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`${name}:`)),
  )
  const [, , uid, gid] = (entry.find((line) => line) ?? '').split(':')
  return { uid: Number(uid), gid: Number(gid) }
})()

function call(program: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr, error } = spawnSync(join(postgresBinaries!, program), args, {
    encoding: 'utf8',
    input,
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C', PGPASSWORD: PASSWORD },
    ...user,
  })
  if (error) throw error
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}${stdout}`)
  return stdout
}

const PASSWORD = 'only-for-tests'

/** A running cluster. */
export interface Cluster {
  readonly port: number
  /** The address of a new, empty database, which belongs to a user without further rights. */
  database(): string
  /** Runs SQL as the superuser, in a database or in none. */
  command(sql: string, database?: string): string
  stop(mode?: 'fast' | 'immediate'): void
  start(): void
  restart(mode?: 'fast' | 'immediate'): void
  /** Stops it and removes its folder. */
  remove(): void
}

/** A cluster for one test file that stops and starts it; all others share one. */
export async function ownCluster(settings: Readonly<Record<string, string>> = {}): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-postgres-'))
  return clusterIn(folder, await makeCluster(folder, process.pid, settings))
}

/** Makes and starts a cluster, and gives its port. It ends with the process `owner`, however that ends. */
export async function makeCluster(
  folder: string,
  owner: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<number> {
  if (user) chownSync(folder, user.uid, user.gid)
  const password = join(folder, 'password')
  writeFileSync(password, PASSWORD)
  if (user) chownSync(password, user.uid, user.gid)
  const data = join(folder, 'data')
  call('initdb', [
    ...['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${password}`, '--no-sync'],
    // An order of text that is not by bytes, as many servers have: what relies on one must say so.
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US', '--wal-segsize=4'],
  ])
  const port = await freePort()
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: folder,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    shared_buffers: '32MB',
    max_connections: '40',
    log_min_messages: 'fatal',
    ...settings,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name} = '${value}'\n`)
  writeFileSync(join(data, 'postgresql.auto.conf'), lines.join(''))
  const cluster = clusterIn(folder, port)
  endWith(owner, folder)
  cluster.start()
  cluster.command(`create role desk login password '${PASSWORD}'`)
  return port
}

export function clusterIn(folder: string, port: number): Cluster {
  const data = join(folder, 'data')
  const command = (sql: string, database = 'postgres') =>
    call(
      'psql',
      [`postgres://postgres@127.0.0.1:${port}/${database}`, '-qtAX', '-v', 'ON_ERROR_STOP=1', '-f', '-'],
      sql,
    )
  const start = () => void call('pg_ctl', ['start', '-w', '-D', data, '-l', join(folder, 'log'), '-s'])
  const stop = (mode = 'immediate') => void call('pg_ctl', ['stop', '-w', '-D', data, '-m', mode, '-s'])
  return {
    port,
    command,
    start,
    stop,
    database() {
      const name = `desk_${randomBytes(6).toString('hex')}`
      command(`create database ${name} owner desk`)
      return `postgres://desk:${PASSWORD}@127.0.0.1:${port}/${name}`
    },
    restart(mode = 'fast') {
      stop(mode)
      start()
    },
    remove: () => removeCluster(folder),
  }
}

/** Stops what runs in a folder, and removes it. */
export function removeCluster(folder: string): void {
  const data = join(folder, 'data')
  if (existsSync(join(data, 'postmaster.pid'))) {
    try {
      call('pg_ctl', ['stop', '-w', '-D', data, '-m', 'immediate', '-s'])
    } catch {
      // It ended by itself.
    }
  }
  rmSync(folder, { recursive: true, force: true })
}

/** Ends and removes a cluster when the process of a number is gone, also where that was killed. */
function endWith(process: number, folder: string): void {
  const script = `
    while kill -0 ${process} 2>/dev/null && [ -e '${folder}/data' ]; do sleep 1; done
    [ -e '${folder}/data/postmaster.pid' ] && kill -QUIT "$(head -n 1 '${folder}/data/postmaster.pid')"
    sleep 1; rm -rf '${folder}'`
  spawn('sh', ['-c', script], { detached: true, stdio: 'ignore', cwd: '/' }).unref()
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as { readonly port: number }
  await new Promise((closed) => server.close(closed))
  return port
}
