import { createHash } from 'node:crypto'

/** The page's own style sheet. */
export const STYLE = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 25%, transparent) }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 56rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.6rem; margin: 0 }
h2 { font-size: 1.25rem; margin: 0 0 .25rem }
h3 { font-size: 1rem; margin: 1rem 0 .25rem }
.search { display: block; position: sticky; top: 0; padding: .75rem 0; background: Canvas }
.search input { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem }
.dispute { border-top: 1px solid var(--line); padding: 1.5rem 0 }
.facts, .from, .note { color: color-mix(in srgb, currentColor 75%, transparent); font-size: .9rem; margin: .25rem 0 }
blockquote { margin: .5rem 0 .75rem; padding-left: .75rem; border-left: 3px solid var(--line) }
blockquote p { margin: 0; white-space: pre-line; overflow-wrap: anywhere }
.verdict { border: 1px solid var(--line); padding: .5rem .75rem; margin-top: 1rem }
.control { border: 1px solid var(--line); font-size: .75em; padding: 0 .2em }
.sources li { margin: .25rem 0; overflow-wrap: anywhere }
[hidden] { display: none }
@media print {
  .search { display: none }
  body { max-width: none; margin: 0; font-size: 10pt }
  blockquote, h2, h3 { break-inside: avoid; break-after: avoid-page }
  .dispute[hidden] { display: block }
}
`

/** Shows the disputes that hold all the words; without it, the page is whole and the browser's own search works. */
export const SCRIPT = `
const box = document.querySelector('input[type=search]')
const status = document.querySelector('[role=status]')
const disputes = [...document.querySelectorAll('.dispute')]
const texts = disputes.map((dispute) => dispute.textContent.toLowerCase())
box.closest('label').hidden = false
box.addEventListener('input', () => {
  const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean)
  let shown = 0
  disputes.forEach((dispute, i) => {
    dispute.hidden = !words.every((word) => texts[i].includes(word))
    if (!dispute.hidden) shown++
  })
  status.textContent = words.length === 0 ? '' : shown + ' of ' + disputes.length
})
`

/** Nothing is loaded from anywhere, nothing runs but the script above, and nothing is sent. */
export const POLICY = [
  "default-src 'none'",
  `style-src '${hash(STYLE)}'`,
  `script-src '${hash(SCRIPT)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

function hash(code: string): string {
  return `sha256-${createHash('sha256').update(code).digest('base64')}`
}
