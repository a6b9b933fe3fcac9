import type { VNode } from 'preact'
import type { SourceInfo } from '../../api.ts'
import { Shown } from '../shown.tsx'
import { noted } from './claim-form.tsx'
import { CorrectionForm, Field } from './correction-form.tsx'
import { changed } from './send.ts'

/** What is known of a source, to be set right; an emptied field says that it is not known. */
export function SourceForm({
  source,
  close,
}: {
  readonly source: SourceInfo
  readonly close: () => void
}): VNode {
  const before = {
    title: source.title?.value ?? '',
    publisher: source.publisher?.value ?? '',
    author: source.author?.value ?? '',
    published: source.published?.value ?? '',
    url: source.address ?? '',
    summaryOf: source.summaryOf?.value ?? '',
    reliability: source.reliability?.value ?? '',
  }
  return (
    <CorrectionForm
      title="Correct the source"
      submit="Set right"
      close={close}
      request={(form) => {
        const set = changed(before, form)
        if (Object.keys(set).length === 0) return 'Nothing has been changed.'
        return { kind: 'source', source: source.path, set, ...noted(form) }
      }}
    >
      <p class="path">
        <Shown text={source.path} />
      </p>
      <div class="fields">
        <Field name="title" label="Title" value={before.title} />
        <Field name="publisher" label="Publisher" value={before.publisher} />
        <Field name="author" label="Author" value={before.author} />
        <Field name="published" label="Published" value={before.published} hint="2010-05-03" />
        <Field name="url" label="Address (URL)" value={before.url} />
        <Field name="summaryOf" label="Only restates" value={before.summaryOf} />
        <Field name="reliability" label="Reliability" value={before.reliability} hint="A1 to F6" />
        <Field name="note" label="Note" />
      </div>
    </CorrectionForm>
  )
}
