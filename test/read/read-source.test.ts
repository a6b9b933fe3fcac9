import { describe, expect, it } from 'vitest'
import { sha256 } from '../../pipeline/model/ids.ts'
import { readSource } from '../../pipeline/read/index.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string, path = 'in/a.md') => readSource(path, bytes(text))

describe('decoding', () => {
  it('keeps text and line ends as they are, without the byte-order mark', () => {
    const source = readSource('a.txt', bytes('\ufeffOne line\r\nand a 🚢\rand another'))
    expect(source.text).toBe('One line\r\nand a 🚢\rand another')
    expect(source.textSha256).toBe(sha256(source.text))
    expect(source.sha256).not.toBe(source.textSha256)
  })

  it('reads UTF-16 by its mark, to the same document', () => {
    const text = 'The ferry — 🚢 — sank.'
    const little = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
    const big = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())
    const ids = [readSource('a.txt', little), readSource('b.txt', big), read(text, 'c.txt')].map(
      ({ id }) => id,
    )
    expect(new Set(ids).size).toBe(1)
  })

  it.each([
    ['an empty file', new Uint8Array(), /^a\.txt: the file is empty/],
    ['white space', bytes(' \n\t\n'), /^a\.txt: .*nothing but white space/],
    ['a NUL byte', bytes('abc\0def'), /^a\.txt: .*binary file \(a NUL byte at byte 4\)/],
    [
      'Latin-1',
      new Uint8Array([0x61, 0xc3, 0xa9, 0x62, 0xe9, 0x62]),
      /^a\.txt: byte 5 is not valid UTF-8.*iconv/,
    ],
    ['an encoded surrogate', new Uint8Array([0x61, 0xed, 0xa0, 0x80]), /byte 2 is not valid UTF-8/],
    [
      'half a UTF-16 pair',
      new Uint8Array([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8]),
      /byte 5 is not valid UTF-16/,
    ],
  ])('says what is wrong with %s', (_, content, message) => {
    expect(() => readSource('a.txt', content)).toThrow(message)
  })

  it('does not read what it has no reader for', () => {
    expect(() => readSource('a.xyz', bytes('x'))).toThrow(/a\.xyz: .*\.txt, .*\.md, \.markdown/)
  })
})

describe('front matter', () => {
  it.each(['a.md', 'a.txt'])('is read and left out of the body: %s', (path) => {
    const head = `---\ntitle: "Ferry: lost"\nauthors: [Jane Roe, Max Muster]\npublished: 2021-05-04\npublisher: The Island Post\nurl: https://example.org/a\nsummary_of: The Herald\nmood: grim\n---\r\n`
    const source = readSource(path, bytes(`${head}The ferry sank.`))
    expect(source.text.slice(source.body.start)).toBe('The ferry sank.')
    const values = Object.entries(source.metadata).map(([key, known]) => `${key}=${known?.value}`)
    expect(values).toEqual([
      'title=Ferry: lost',
      'publisher=The Island Post',
      'author=Jane Roe, Max Muster',
      'published=2021-05-04',
      'url=https://example.org/a',
      'summaryOf=The Herald',
    ])
  })

  it.each([
    ['8 June 2023', '2023-06-08'],
    ['2023-06-08T10:15:00Z', '2023-06-08'],
    ['2023', '2023'],
    ['2023-06', '2023-06'],
    ['202X', '202X'],
    ['13.06.2023', '2023-06-13'],
    ['06/08/2023', '2023'],
  ])('takes the date %s as %s', (written, edtf) => {
    expect(read(`---\ndate: ${written}\n---\nText.`).metadata.published?.value).toBe(edtf)
  })

  it.each([
    ['broken YAML', '---\ntitle: [a\n---\nText.', /^in\/a\.md:\d+:\d+: the front matter does not parse/],
    ['a colon in a value', '---\nauthor: x\ntitle: a: b\n---\nText.', /^in\/a\.md:3:\d+: the front matter/],
    ['a tag', '---\ntitle: !!js/function "x"\n---\nText.', /^in\/a\.md:2:8: the front matter/],
    ['a mapping as title', '---\ntitle: {a: b}\n---\nText.', /^in\/a\.md:2:8: "title" must be a text/],
    ['no date', '---\npublished: soon\n---\nText.', /^in\/a\.md:2:12: "soon" is no date/],
    ['an impossible day', '---\npublished: 2023-02-30\n---\nText.', /2:12: "2023-02-30" is no date/],
    ['nothing behind it', '---\ntitle: a\n---\n\n', /^in\/a\.md: there is no text behind the front matter/],
  ])('names the place of a mistake: %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
  })

  it('is not what merely stands between two rules', () => {
    expect(read('---\nThe night was calm.\n---\nThe ferry sank.').body.start).toBe(0)
    expect(read('---\ntitle: never closed').body.start).toBe(0)
  })
})
