import type { VNode } from 'preact'
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import type { Span } from '../../../model/span.ts'
import type { ConflictDetail, DocumentDetail } from '../../api.ts'
import { type Address, conflictPath, writeAddress } from '../address.ts'
import { ClaimsHere } from '../forms/claims-here.tsx'
import { PassageForm } from '../forms/passage-form.tsx'
import { SourceForm } from '../forms/source-form.tsx'
import { useKeys } from '../keys.ts'
import { go, leaveTo } from '../navigation.ts'
import { AboutArticle } from '../parts/about-article.tsx'
import { ArticleText } from '../parts/article-text.tsx'
import { SourceLine } from '../parts/source.tsx'
import { Failure, Waiting } from '../parts/waiting.tsx'
import { selectedSpan } from '../selection.ts'
import { useServer } from '../server.ts'
import { Shown } from '../shown.tsx'
import { stepStops } from '../stops.ts'
import { excerpt } from '../words.ts'

let lastQuote = ''

/** The quote that an article was opened at last: on the way back to the dispute the focus is there. Asked for once. */
export function takeLastQuote(): string {
  const last = lastQuote
  lastQuote = ''
  return last
}

/** A whole article at a quote, with what else it says on the matter. */
export function ArticleView({ address }: { readonly address: Address }): VNode {
  const about = address.dispute === '' ? '' : `?conflict=${encodeURIComponent(address.dispute)}`
  const { data, error } = useServer<DocumentDetail>(
    `documents/${encodeURIComponent(address.article)}${about}`,
  )
  if (error) return <Failure error={error} />
  if (!data) return <Waiting />
  if (address.dispute === '')
    return <Article key={data.id} article={data} conflict={null} address={address} />
  return <OfDispute article={data} address={address} />
}

function OfDispute({
  article,
  address,
}: {
  readonly article: DocumentDetail
  readonly address: Address
}): VNode {
  const { data } = useServer<ConflictDetail>(conflictPath(address.dispute, address))
  return <Article key={article.id} article={article} conflict={data} address={address} />
}

interface Props {
  readonly article: DocumentDetail
  readonly conflict: ConflictDetail | null
  readonly address: Address
}

function Article({ article, conflict, address }: Props): VNode {
  const { source, text, marks } = article
  const all = address.claims === 'all'
  const [selected, setSelected] = useState<Span | null>(null)
  const [opened, setOpened] = useState<number | null>(null)
  const [form, setForm] = useState<'source' | Span | null>(null)
  const asked = useMemo(() => askedSpan(address.at), [address.at])
  const shown = useMemo(() => marks.filter(({ kind }) => all || kind !== 'claim'), [marks, all])
  const closeClaims = useCallback(() => setOpened(null), [])
  const title = source.title?.value ?? source.path

  useEffect(() => {
    document.title = `${title} · Gainsay`
  }, [title])
  useEffect(() => {
    const quote = document.querySelector<HTMLElement>('.text .asked')
    quote?.scrollIntoView({ block: 'center' })
    quote?.focus({ preventScroll: true })
    if (!quote) scrollTo(0, 0)
  }, [asked])
  useEffect(() => {
    const changed = () => setSelected(selectedSpan(text))
    document.addEventListener('selectionchange', changed)
    return () => document.removeEventListener('selectionchange', changed)
  }, [text])

  const back = { ...address, article: '', at: '', claims: '' as const }
  const markAll = () => go({ ...address, claims: all ? '' : 'all' }, { replace: true })
  useKeys({
    j: () => stepStops(1),
    k: () => stepStops(-1),
    a: () => setForm(selected),
    c: markAll,
    Escape: () => {
      lastQuote = `${article.id} ${address.at}`
      leaveTo(back)
    },
  })
  return (
    <div class="article">
      <main>
        <nav class="place" aria-label="Back">
          <a href={writeAddress(back)} onClick={() => (lastQuote = `${article.id} ${address.at}`)}>
            {address.dispute === '' ? '← Queue' : '← Dispute'}
          </a>
          {conflict && (
            <span class="about">
              <Shown text={conflict.question} />
            </span>
          )}
        </nav>
        <h1>
          <Shown text={title} />
        </h1>
        <p class="from">
          <SourceLine source={source} />
        </p>
        {!article.current && (
          <p class="gone">A later version of this text is in. It is kept, for it was judged.</p>
        )}
        <ArticleText article={article} marks={shown} asked={asked} open={setOpened} />
      </main>
      <AboutArticle
        article={article}
        address={address}
        markAll={markAll}
        correctSource={() => setForm('source')}
      />
      {selected && (
        <section class="selected" aria-label="Selected words">
          <q>
            <Shown text={excerpt(text.slice(selected.start, selected.end), 200)} />
          </q>
          {/* Pressing must not take the selection away. */}
          <button
            type="button"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setForm(selected)}
          >
            <kbd>a</kbd> use these words
          </button>
        </section>
      )}
      {opened !== null && <ClaimsHere article={article} at={opened} close={closeClaims} />}
      {form === 'source' && <SourceForm source={source} close={() => setForm(null)} />}
      {form !== null && form !== 'source' && (
        <PassageForm
          document={article.id}
          text={text}
          span={form}
          conflict={conflict}
          close={() => setForm(null)}
        />
      )}
    </div>
  )
}

function askedSpan(at: string): Span | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(at) ?? []
  return start !== undefined && Number(start) < Number(end)
    ? { start: Number(start), end: Number(end) }
    : null
}
