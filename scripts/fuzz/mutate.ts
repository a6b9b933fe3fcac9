/** A document to try, and how it is called. */
export interface Sample {
  readonly name: string
  readonly text: string
}

type Draw = () => number
type Mutation = (text: string, draw: Draw) => string

/** What articles hold that programs stumble over: marks of all kinds, markup, what only looks like markup. */
const ODDITIES: readonly string[] = [
  ...'\u202e \u2066 \u200b \u00ad \ufeff \u0000 \u0301 \ud800 \udc00 😀 👨‍👩‍👧 漢字 العربية é ﬁ ’ ‚ „ “ ” « » — … ¹ § ½ ٣'.split(
    ' ',
  ),
  '\r\n',
  '\u2028',
  '\t',
  '\u00a0',
  '\n\n',
  '\n# ',
  '\n- ',
  '\n> ',
  '\n| a | b |\n|---|---|\n',
  '\n```\n',
  '\n---\n',
  '<script>alert(1)</script>',
  '<!-- ',
  '-->',
  '</p><p>',
  '&lt;b&gt;',
  '&#0;',
  '[a](javascript:alert(1))',
  '![](x)',
  '\\',
  '((((',
  '))))',
  '""""',
  '[1][2][3]',
  '=cmd|x!A1',
  '\x1b[31m',
  '99999999999999999999',
  '0000-00-00',
  '31 February 2023',
  '1.2.3.4.5',
  '$',
  '−5 °C',
  ' and, and, and ',
  ' "he said "she said" ',
]

/** Of a list one, by chance. */
function pick<T>(list: readonly T[], draw: Draw): T {
  return list[Math.floor(draw() * list.length)]!
}

function place(text: string, draw: Draw): number {
  return Math.floor(draw() * (text.length + 1))
}

/** Cuts a text into its parts (blocks, sentences, words), changes the list, and joins it again. */
function onParts(separator: RegExp, joint: string, change: (parts: string[], draw: Draw) => void): Mutation {
  return (text, draw) => {
    const parts = text.split(separator)
    change(parts, draw)
    return parts.join(joint)
  }
}

const twice = (parts: string[], draw: Draw) =>
  void parts.splice(place(' '.repeat(parts.length), draw), 0, pick(parts, draw))
const without = (parts: string[], draw: Draw) => void parts.splice(Math.floor(draw() * parts.length), 1)
const swapped = (parts: string[], draw: Draw) => {
  const [i, j] = [Math.floor(draw() * parts.length), Math.floor(draw() * parts.length)]
  ;[parts[i], parts[j]] = [parts[j]!, parts[i]!]
}

const MUTATIONS: readonly Mutation[] = [
  ...[
    [/\n\s*\n/, '\n\n'],
    [/(?<=[.!?]) /, ' '],
    [/ /, ' '],
  ].flatMap(([separator, joint]) =>
    [twice, without, swapped].map((change) => onParts(separator as RegExp, joint as string, change)),
  ),
  (text, draw) => {
    const at = place(text, draw)
    return text.slice(0, at) + pick(ODDITIES, draw) + text.slice(at)
  },
  (text, draw) => {
    const at = place(text, draw)
    return text.slice(0, at) + pick(ODDITIES, draw).repeat(1 + Math.floor(draw() * 200)) + text.slice(at)
  },
  // A piece of the text again and again, as broken programs write it.
  (text, draw) => {
    const at = place(text, draw)
    const piece = text.slice(at, at + 1 + Math.floor(draw() * 40))
    return text.slice(0, at) + piece.repeat(1 + Math.floor(draw() * 100)) + text.slice(at)
  },
  (text, draw) => {
    const at = place(text, draw)
    return text.slice(0, at) + text.slice(at + Math.floor(draw() * 20))
  },
  (text, draw) => text.slice(0, place(text, draw)),
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.replace(/[.,;:!?]/g, ''),
  (text) => text.replace(/\s+/g, ' '),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll(' ', '\u00a0'),
  (text) => text.normalize('NFD'),
  (text) => text.replaceAll('"', '”').replaceAll("'", '’'),
]

/** Endings by which a text is read as another format. */
const NAMES = ['odd.md', 'odd.txt', 'odd.html']

/** In UTF-16 units. */
const LONGEST = 100_000

/** A document of nothing but one piece, of a text or odd: where work grows with the square of something, it shows here. */
function monotonous(text: string, draw: Draw): string {
  const at = place(text, draw)
  const piece =
    draw() < 0.3 ? pick(ODDITIES, draw) : text.slice(at, at + 1 + Math.floor(draw() * draw() * 40))
  const between = pick(['', '', ' ', '\n', '\n\n', '. '], draw)
  return `${piece}${between}`.repeat(LONGEST / Math.max(1, piece.length + between.length))
}

/** Documents made of articles by a few changes each: structure-aware, for blind bytes die in the first stage. */
export function mutate(articles: readonly string[], draw: Draw): Sample {
  let text = pick(articles, draw)
  if (draw() < 0.02) return { name: pick(NAMES, draw), text: monotonous(text, draw) }
  // A part of an article is tried as well as the whole, and costs less.
  if (draw() < 0.8) {
    const start = place(text, draw)
    text = text.slice(start, start + 200 + Math.floor(draw() * 1500))
  }
  for (let count = 1 + Math.floor(draw() * 6); count > 0; count--) text = pick(MUTATIONS, draw)(text, draw)
  return { name: pick(NAMES, draw), text: text.slice(0, LONGEST) }
}
