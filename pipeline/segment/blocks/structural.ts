import { normal } from './shape.ts'

const PARTS =
  'abstract|annotation|introduction|background|overview|summary|executive summary|conclusions?|concluding remarks|discussions?|main (?:discussion|part|body)|results?(?: and discussion)?|findings|key findings|methods?|methodology|research methodology|materials and methods|literature review|review of literature|recommendations|policy recommendations|objectives|limitations|implications|acknowledge?ments?|way forward|appendix'
const STRUCTURAL = new RegExp(`^(?:${PARTS})$`)
const RUN_IN = new RegExp(`^(?:${PARTS})(?=\\s?[.:]\\s)`, 'i')

/** A part that papers and reports have by these names: "Introduction:", "Literature Review". */
export function isStructural(text: string): boolean {
  return text.length < 60 && STRUCTURAL.test(normal(text))
}

/**
 * The length of a part's name that opens a paragraph ("Introduction. Ferries have ..."), its stop included; 0 where
 * there is none ("Introduction of the euro was hard.", "conclusion. We ...").
 */
export function runInHead(text: string): number {
  const name = /^\p{Lu}/u.test(text) ? RUN_IN.exec(text.slice(0, 60)) : null
  return name ? name[0].length + text.slice(name[0].length).search(/[.:]/) + 1 : 0
}
