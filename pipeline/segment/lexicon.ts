import { createRequire } from 'node:module'

/** The parts of compromise that are used here; it ships no types for them. */
interface Compromise {
  model(): {
    readonly one: { readonly lexicon: Readonly<Record<string, string | readonly string[]>> }
    readonly two: { readonly switches: Readonly<Record<string, string>> }
  }
  world(): { readonly methods: { readonly two: { readonly transform: Inflections } } }
}

/** Undoes inflections. The model is what compromise knows of irregular words. */
export interface Inflections {
  readonly verb: { toInfinitive(form: string, model: unknown, tense: string): string }
  readonly noun: { toSingular(form: string, model: unknown): string }
  readonly adjective: {
    fromComparative(form: string, model: unknown): string
    fromSuperlative(form: string, model: unknown): string
  }
}

/** What compromise knows of words, beside what was learnt from the treebank. */
export interface Lexicon {
  /** Its tags of a word in lower case ("sank": PastTense, "norway": Country); empty where it does not know it. */
  tagsOf(lower: string): string
  readonly inflections: Inflections
  readonly model: unknown
}

let loaded: Lexicon | undefined

/** Loads compromise on first use: its one-file build, for its two hundred modules take six times as long. */
export function lexicon(): Lexicon {
  if (loaded === undefined) {
    const module = createRequire(import.meta.url)('compromise/two') as Compromise & { default?: Compromise }
    const compromise = module.default ?? module
    const model = compromise.model()
    const { lexicon: words } = model.one
    const { switches } = model.two
    loaded = {
      tagsOf: (lower) => {
        const tags = Object.hasOwn(words, lower) ? words[lower] : undefined
        if (tags !== undefined) return typeof tags === 'string' ? tags : tags.join('+')
        return Object.hasOwn(switches, lower) ? switches[lower]! : ''
      },
      inflections: compromise.world().methods.two.transform,
      model,
    }
  }
  return loaded
}
