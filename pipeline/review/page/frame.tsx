import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Session } from '../api.ts'
import { type Address, queuePart, writeAddress } from './address.ts'
import { Help } from './help.tsx'
import { useKeys } from './keys.ts'
import { followLinks, go, useAddress } from './navigation.ts'
import { NoticeLine, tell } from './notice.tsx'
import { useServer } from './server.ts'
import { Shown } from './shown.tsx'
import { undo } from './verdicts.ts'
import { ArticleView } from './views/article.tsx'
import { DisputeView } from './views/dispute.tsx'
import { LogView } from './views/log.tsx'
import { OverviewView } from './views/overview.tsx'
import { QueueView } from './views/queue.tsx'

/** The page: its head, the view that the address asks for, and the line at the foot. */
export function Frame(): VNode {
  const address = useAddress()
  const [help, setHelp] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const { data: session } = useServer<Session>('state')
  const notices = session?.notices.join(' ') ?? ''
  useEffect(() => {
    document.addEventListener('click', followLinks)
    return () => document.removeEventListener('click', followLinks)
  }, [])
  useEffect(() => {
    if (notices !== '') tell(notices, 'refused')
  }, [notices])
  useKeys({
    '/': () => search.current?.select(),
    '?': () => setHelp(true),
    ...(address.dispute === '' || address.article !== '' ? { u: () => void undo(null) } : {}),
  })
  const queue = address.view === '' && address.dispute === '' && address.article === ''
  return (
    <>
      <header class="frame">
        <a class="brand" href="/" aria-label="Gainsay, the whole queue">
          Gainsay
        </a>
        <nav aria-label="Views">
          <a href={writeAddress(queuePart(address))} aria-current={queue ? 'page' : undefined}>
            Queue
          </a>
          <a href="/?view=overview" aria-current={address.view === 'overview' ? 'page' : undefined}>
            Overview
          </a>
          <a href="/?view=log" aria-current={address.view === 'log' ? 'page' : undefined}>
            Verdicts
          </a>
        </nav>
        <Search address={address} queue={queue} field={search} />
        {session && (
          <span class="reviewer" title="Who reviews">
            <Shown text={session.reviewer} />
          </span>
        )}
        <button type="button" class="quiet" onClick={() => setHelp(true)} aria-label="Keys">
          <kbd>?</kbd>
        </button>
      </header>
      <View address={address} />
      <NoticeLine />
      {help && <Help close={() => setHelp(false)} />}
    </>
  )
}

function View({ address }: { readonly address: Address }): VNode {
  if (address.article !== '') return <ArticleView address={address} />
  if (address.dispute !== '') return <DisputeView address={address} />
  if (address.view === 'overview') return <OverviewView />
  if (address.view === 'log') return <LogView />
  return <QueueView address={address} />
}

interface SearchProps {
  readonly address: Address
  readonly queue: boolean
  readonly field: { current: HTMLInputElement | null }
}

/** Words to be found; the queue follows while they are typed, a moment behind. */
function Search({ address, queue, field }: SearchProps): VNode {
  const waiting = useRef(0)
  const forget = () => clearTimeout(waiting.current)
  // Who has gone elsewhere meanwhile is not called back.
  useEffect(forget, [writeAddress(address)])
  const find = (q: string) => {
    forget()
    go({ ...queuePart(address), q, page: 1 }, { replace: queue && address.q !== '' })
  }
  return (
    <search>
      <form
        class="search"
        onSubmit={(event) => {
          event.preventDefault()
          find(field.current!.value)
          field.current!.blur()
        }}
      >
        <input
          ref={field}
          type="search"
          aria-label="Search questions, answers and quotes"
          placeholder="Search   /"
          maxLength={500}
          value={address.q}
          onInput={({ currentTarget: { value } }) => {
            forget()
            waiting.current = setTimeout(() => find(value), 200) as unknown as number
          }}
        />
      </form>
    </search>
  )
}
