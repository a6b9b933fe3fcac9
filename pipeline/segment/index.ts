export { segmentBlocks } from './blocks.ts'
export { borrowModel, type LentModel, lendModel } from './language-model.ts'
export { maskMarkup } from './markdown.ts'
export { segmentWords } from './words.ts'

/** Raised when the blocks, sentences or words that come out change. */
export const VERSION = '12'
