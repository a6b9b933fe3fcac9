import type { Attribution } from '../model/claim.ts'
import { argumentOf, written } from './argument.ts'
import type { Context } from './context.ts'
import type { Phrase } from './phrase.ts'
import type { Voice } from './stance/reading.ts'
import { type Tree, wordAt } from './tree.ts'
import { wholeName } from './whole-name.ts'

/** Who says so and in which words, resolved; null where nobody is heard but the author. */
export function attributionOf(context: Context, voice: Voice | null): Attribution | null {
  if (voice === null) return null
  const { tree, speaker, cue } = voice
  return {
    speaker: speaker === null ? null : speakerOf(context, tree, speaker),
    cue: written(context, tree, cue),
  }
}

function speakerOf(context: Context, tree: Tree, phrase: Phrase): NonNullable<Attribution['speaker']> {
  const { start, end, text, name, entity } = argumentOf(context, tree, wholeName(context, tree, phrase))
  const unresolved = name === text && wordAt(tree, phrase.head).tag === 'PRP'
  return { start, end, text, name: unresolved ? text.toLowerCase() : name, entity }
}
