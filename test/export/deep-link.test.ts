import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePointOffsets } from '../../pipeline/export/code-points.ts'
import { deepLink } from '../../pipeline/export/deep-link.ts'
import { shownText } from '../../pipeline/export/shown-text.ts'
import { textAfter, textBefore } from '../../pipeline/export/surroundings.ts'

const URL = 'https://example.org/a'

/** The fragment that leads to the words in brackets; `mask` blanks what is markup. */
function fragment(marked: string, mask = (text: string) => text): string | null {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  const text = marked.replace(/[[\]]/g, '')
  const link = deepLink(URL, shownText(text, mask(text)), { start, end })
  return link?.startsWith(`${URL}#:~:text=`) ? link.slice(`${URL}#:~:text=`.length) : link
}

describe('a deep link', () => {
  it('encodes what has a meaning in addresses and in text directives', () => {
    expect(fragment('It [sank, re-floated & “drifted”\n  to 50% depth].')).toBe(
      'sank%2C%20re%2Dfloated%20%26%20%E2%80%9Cdrifted%E2%80%9D%20to%2050%25%20depth',
    )
  })

  it('names the words around a quote that occurs twice', () => {
    expect(fragment('At noon 12 died. By dusk, he said, [12 died]. Then rain fell.')).toBe(
      'dusk%2C%20he%20said%2C-,12%20died,-.%20Then%20rain%20fell.'.replace('dusk', 'By%20dusk'),
    )
    expect(fragment('[12 died]. Later 12 died')).toBe('12%20died,-.%20Later%2012%20died')
  })

  it('names first and last words of a long quote', () => {
    const long = Array.from({ length: 80 }, (_, i) => `w${i}`).join(' ')
    expect(fragment(`So [${long}].`)).toBe('w0%20w1%20w2%20w3%20w4%20w5,w74%20w75%20w76%20w77%20w78%20w79')
  })

  it('keeps a fragment that the address has', () => {
    expect(deepLink(`${URL}#part`, shownText('sank', 'sank'), { start: 0, end: 4 })).toBe(
      `${URL}#part:~:text=sank`,
    )
  })

  it('leads to what a browser shows of markup', () => {
    const blank = (text: string) =>
      text.replace(/\*\*|^> |<https:[^>]*>/gm, (mark) => ' '.repeat(mark.length))
    expect(fragment('It [**sank**<https://a.example/b>, re**floated**\n> and drifted].', blank)).toBe(
      'sank%2C%20refloated%20and%20drifted',
    )
    expect(fragment('It [2 * sank].', blank)).toBe('2%20*%20sank')
  })

  it('names two ends of a quote over several blocks, for no term crosses from one to the next', () => {
    expect(fragment('So [it sank\n\nand drifted\non].')).toBe('it%20sank,and%20drifted%20on')
  })

  it('takes words around from one line, in any case of letters, and as many as tell the places apart', () => {
    expect(fragment('The port\n[12 died]\nthen rain.\nThe town: 12 Died')).toBe(
      'The%20port-,12%20died,-then%20rain.',
    )
    expect(fragment('a b c d [12 died] e f g h i. q a b c d 12 died e f g h j')).toBe(
      'a%20b%20c%20d-,12%20died,-e%20f%20g%20h%20i.%20q%20a%20b',
    )
  })

  it('is none without words', () => {
    expect(fragment('It[ \n]sank.')).toBeNull()
  })

  it('is an address for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, a, b) => {
        const start = Math.min(a, b) % (text.length + 1)
        const link = deepLink(URL, shownText(text, text), { start, end: Math.min(text.length, start + 9) })
        if (link !== null) expect(link).toMatch(/^https:\/\/example\.org\/a#:~:text=[!-~]+$/)
      }),
    )
  })
})

describe('code points', () => {
  it('count a pair of surrogates once', () => {
    const offset = codePointOffsets('a🚢b🌊')
    expect([0, 1, 3, 4, 6].map(offset)).toEqual([0, 1, 2, 3, 4])
  })

  it('are what the language itself counts, on any text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\u0301', '🚢', '\ud83d', '\udea2', '\r\n')), (parts) => {
        const text = parts.join('')
        const offset = codePointOffsets(text)
        let at = 0
        ;[...text].forEach((character, index) => {
          expect(offset(at)).toBe(index)
          at += character.length
        })
        expect(offset(text.length)).toBe([...text].length)
      }),
    )
  })
})

it('surroundings never cut a character', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'é', '🚢')),
      fc.array(fc.constantFrom('a', '🚢')),
      (before, after) => {
        const text = `${before.join('')}|${after.join('')}`
        const bar = before.join('').length
        expect(textBefore(text, bar)).toBe(before.slice(-32).join(''))
        expect(textAfter(text, bar + 1)).toBe(after.slice(0, 32).join(''))
      },
    ),
  )
})
