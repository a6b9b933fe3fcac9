import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { ConflictDetail, EntityRequest } from '../../api.ts'
import { plainText } from '../control-characters.ts'
import { EntityForm, settle } from '../forms/entity-form.tsx'
import { SplitForm } from '../forms/split-form.tsx'
import { Shown } from '../shown.tsx'

/** What is asked about a name: with the entity that is chosen, what it comes to. */
interface Question {
  readonly title: string
  /** Who is asked about, and so is no answer. */
  readonly except?: string
  readonly request: (entity: string) => EntityRequest
}

/** Who and what the evidence names: open names and likely duplicates are settled here, for everywhere. */
export function Names({ conflict }: { readonly conflict: ConflictDetail }): VNode | null {
  const [question, setQuestion] = useState<Question | null>(null)
  const [mixed, setMixed] = useState<ConflictDetail['entities'][number] | null>(null)
  const { openNames, duplicates, entities } = conflict
  if (openNames.length + duplicates.length + entities.length === 0) return null
  return (
    <>
      <section class="names">
        <h2>Who and what</h2>
        <ul>
          {openNames.map(({ text, document, start, candidates }) => (
            <li key={`${document} ${start}`} class="open-name">
              Who or what is “<Shown text={text} />
              ”?
              {candidates.map(({ id, name }) => (
                <button key={id} type="button" onClick={() => settle({ action: 'alias', id, name: text })}>
                  <Shown text={name} />
                </button>
              ))}
              <button
                type="button"
                class="quiet"
                onClick={() =>
                  setQuestion({
                    title: `Who or what is “${plainText(text)}”?`,
                    request: (id) => ({ action: 'alias', id, name: text }),
                  })
                }
              >
                another …
              </button>
            </li>
          ))}
          {duplicates.map(({ a, b, speaksFor, speaksAgainst }) => (
            <li key={`${a.id} ${b.id}`} class="open-name">
              Are <Shown text={a.name} /> and <Shown text={b.name} /> one?
              <button type="button" onClick={() => settle({ action: 'merge', a: a.id, b: b.id })}>
                they are one
              </button>
              <small>
                <Shown text={[...speaksFor, ...speaksAgainst.map((words) => `but ${words}`)].join('; ')} />
              </small>
            </li>
          ))}
          {entities.map((entity) => (
            <NamedEntity
              key={entity.id}
              entity={entity}
              join={() =>
                setQuestion({
                  title: `${plainText(entity.name)} is the same as`,
                  except: entity.id,
                  request: (b) => ({ action: 'merge', a: entity.id, b }),
                })
              }
              split={() => setMixed(entity)}
            />
          ))}
        </ul>
      </section>
      {mixed && <SplitForm entity={mixed} close={() => setMixed(null)} />}
      {question && <EntityForm {...question} close={() => setQuestion(null)} />}
    </>
  )
}

interface NamedProps {
  readonly entity: ConflictDetail['entities'][number]
  readonly join: () => void
  readonly split: () => void
}

/** An entity that the evidence names, with what can be said of it. */
function NamedEntity({ entity: { name, type, aliases }, join, split }: NamedProps): VNode {
  return (
    <li>
      <b>
        <Shown text={name} />
      </b>{' '}
      <small>
        {type}
        {aliases.length > 0 && ', also '}
        <Shown text={aliases.slice(0, 4).join(', ')} />
      </small>
      <button type="button" class="quiet" onClick={join}>
        is the same as …<span class="spoken"> ({plainText(name)})</span>
      </button>
      {aliases.length > 0 && (
        <button type="button" class="quiet" onClick={split}>
          is not …<span class="spoken"> ({plainText(name)})</span>
        </button>
      )}
    </li>
  )
}
