import { join } from 'node:path'
import type { Cues, CueWords } from '../model/knowledge.ts'
import { cuesSchema } from './schema.ts'
import { readYamlFile } from './yaml-file.ts'

const REMEDY =
  'cues.yaml has the keys attribution, doubt, denial, negation, hedging, recommendation, prediction and characterisation, each with lists verbs, nouns, adjectives, adverbs, phrases.'

/**
 * The cue words of `cues.yaml`, lower case and sorted: the lists of all folders united. A word that begins with a
 * hyphen takes that word out of what the folders before it said: `verbs: [-claim]`.
 */
export function loadCues(directories: readonly string[]): Cues {
  const files = directories.map(
    (directory) => readYamlFile(join(directory, 'cues.yaml'), cuesSchema.nullable(), REMEDY)?.value ?? {},
  )
  const all = files.map((file) => cuesSchema.parse(file))
  const united = (stance: keyof Cues): CueWords => {
    const list = (kind: keyof CueWords): string[] => unite(all.map((file) => file[stance][kind]))
    return {
      verbs: list('verbs'),
      nouns: list('nouns'),
      adjectives: list('adjectives'),
      adverbs: list('adverbs'),
      phrases: list('phrases'),
    }
  }
  return {
    attribution: united('attribution'),
    doubt: united('doubt'),
    denial: united('denial'),
    negation: united('negation'),
    hedging: united('hedging'),
    recommendation: united('recommendation'),
    prediction: united('prediction'),
    characterisation: united('characterisation'),
  }
}

function unite(lists: readonly (readonly string[])[]): string[] {
  const words = new Set<string>()
  for (const word of lists.flat()) {
    const normal = word.toLowerCase().replace(/\s+/g, ' ')
    if (normal.startsWith('-')) words.delete(normal.slice(1).trim())
    else words.add(normal)
  }
  return [...words].sort()
}
