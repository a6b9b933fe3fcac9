/** HTML that is safe to be put into a page as it stands. */
export interface Markup {
  readonly html: string
}

type Part = string | number | null | Markup | readonly Markup[]

/**
 * A template of HTML in which everything put in is text: `<script>` in an article shows as `<script>`. Other pieces
 * of `markup` go in as they are; null is nothing.
 */
export function markup(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { html: template.map((text, i) => text + (i < parts.length ? htmlOf(parts[i]!) : '')).join('') }
}

/** One of our own constants, that is HTML already. */
export function trusted(html: string): Markup {
  return { html }
}

function htmlOf(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part))
  return 'html' in part ? part.html : part.map(({ html }) => html).join('')
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What steers the reader's eye unseen (bidirectional overrides, C0 and C1 controls) is shown as its code point. */
function escapeText(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => ESCAPES[character]!)
    .replace(STEERING, (character) => {
      const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
      return `<span class="control">U+${code}</span>`
    })
}

const STEERING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
