import { counted } from '../terminal/layout.ts'
import { plainJson } from '../terminal/plain.ts'
import { openTerminal } from '../terminal/terminal.ts'
import { printTopicLine } from '../terminal/topic-view.ts'
import { withStore } from './database.ts'
import type { SharedOptions } from './options.ts'

export interface TopicsOptions extends SharedOptions {
  readonly about?: string
  readonly limit?: number
}

/** `gainsay topics`: the questions that claims speak of, the disputed first, with claims, texts and standing. */
export async function topicsCommand(options: TopicsOptions): Promise<number> {
  const terminal = openTerminal(options)
  const { about, limit } = options
  return withStore(options, async (store) => {
    const topics = await store.topics({ ...(about !== undefined && { about }), ...(limit && { limit }) })
    for (const topic of topics) {
      if (options.json) terminal.print(plainJson(topic))
      else printTopicLine(topic, terminal)
    }
    if (!options.json) terminal.say(topics.length > 0 ? counted(topics.length, 'topic') : 'No topic.')
    return 0
  })
}
