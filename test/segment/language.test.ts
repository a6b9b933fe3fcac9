import { expect, it } from 'vitest'
import { readSource } from '../../pipeline/read/index.ts'
import { segmentBlocks } from '../../pipeline/segment/blocks.ts'
import { detectLanguage } from '../../pipeline/segment/language.ts'

function detect(text: string) {
  const source = readSource('a.txt', Buffer.from(text))
  const { blocks, notes } = detectLanguage(source, segmentBlocks(source))
  return {
    languages: blocks.map(({ language }) => language ?? 'eng'),
    notes: notes.map(({ message }) => message),
  }
}

const GERMAN =
  'Die Mühle wurde am Dienstag an eine Gesellschaft von der Küste verkauft, die sie bis zum Frühjahr betreiben will. Der Eigentümer sagte, dass die Räder zuletzt vor zwölf Jahren erneuert worden seien.'
const ENGLISH =
  'The mill was sold on Tuesday to a company from the coast, which will run it until the spring. The owner said that the wheels had last been renewed twelve years ago.'

it.each([
  ['deu', GERMAN],
  [
    'fra',
    'Le moulin a été vendu mardi à une société de la côte, qui le fera tourner jusqu’au printemps. Le propriétaire a dit que les roues avaient été refaites il y a douze ans.',
  ],
  ['rus', 'Мельница была продана во вторник компании с побережья, которая будет работать до весны.'],
])('knows a text in another language: %s', (language, text) => {
  const { languages, notes } = detect(text)
  expect(languages).toEqual([language])
  expect(notes).toEqual([expect.stringContaining(`not in English (ISO 639-3: ${language})`)])
})

it('marks a passage in another language, and leaves the rest', () => {
  expect(detect(`${ENGLISH}\n\n${GERMAN}\n\n${ENGLISH}\n`).languages).toEqual(['eng', 'deu', 'eng'])
})

it.each([
  [
    'foreign names',
    'Present were Bürgermeister Jürgen Müller, Ministre Jean-Pierre Lefèvre of Côte d’Or, Señor José Nuñez and Jarosław Wiśniewski, who is the mayor of the town of Łódź and was elected in 2019.',
  ],
  ['a short line', 'Schadenfreude, Weltschmerz, Zeitgeist.'],
  ['figures', '12 34 56 78 90 12 34 56 78 90 12 34 56 78 90'],
])('leaves %s alone', (_, text) => {
  expect(detect(text)).toEqual({ languages: ['eng'], notes: [] })
})
