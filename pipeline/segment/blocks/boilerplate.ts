import type { Draft } from './draft.ts'
import { endsSentence, normal, wordsOf } from './shape.ts'

/** Real paragraphs are longer than any of this; a rule may allow itself more. */
const MOST_WORDS = 40

/** Labels of a page's own furniture, that no article has as a line or a heading of its own. */
const INTERFACE = new Set(
  `comments|comment|add a comment|leave a comment|leave a reply|post a comment|write a comment|no comments|share|share this|
   share this article|share article|tweet|pin it|print|print this|email|e mail|save|copy link|menu|main menu|home|search|
   log in|login|sign in|sign up|register|subscribe|subscribe now|newsletter|advertisement|advertisements|advertising|
   sponsored|sponsored content|promoted|recommended|recommended for you|related|related articles|related posts|
   related stories|related news|related topics|most read|most popular|top stories|trending|trending now|latest news|
   more stories|more on this story|more on this|more from this author|recent posts|see all|view all|show more|load more|read more|read next|next|previous|
   next article|previous article|back to top|skip to content|skip to main content|cookie policy|privacy policy|
   terms of use|terms of service|contact us|about us|follow us|facebook|twitter|instagram|linkedin|whatsapp|telegram|
   youtube|full story|read the story|learn more|find out more|more here|see more|listen now|watch now|open in app|gift article|save article|report an error|tags|categories|category|filed under|rate this article|cite this article|download pdf|pdf|full text|ctrl|enter`
    .split('|')
    .map((label) => label.trim()),
)

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?'
const DATE = `(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,?\\s+)?(?:${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?|\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}(?:,?\\s+\\d{4})?|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})`
const CLOCK =
  '(?:(?:,|\\s+at)?[T\\s]*\\d{1,2}[:.]\\d\\d(?::\\d\\d)?(?:\\s*[ap]\\.?m\\.?)?(?:\\s*\\(?[A-Z]{1,5}\\)?)?)?'
const DATE_LABEL =
  '(?:(?:first |originally |last )?(?:published|posted|updated|modified|date|dated|issued)(?: on)?\\s*:?\\s*)?'
const DATE_PART = new RegExp(`^(?:${DATE_LABEL}${DATE}${CLOCK}|${DATE_LABEL.slice(0, -1)}\\s*\\d{4})$`, 'i')
const READING_TIME =
  /\b\d+[- ]min(?:ute)?s?[- ]read\b|\breading time\b|^\d+ (?:views|shares|comments|likes)$|^(?:(?:published|posted|updated)\s+)?\d+ (?:minutes?|hours?|days?|weeks?|months?) ago$|^\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?$/i

/** A sentence that bids the reader do something to the page, its newsletter or its shop. */
const BIDDING = new RegExp(
  `^(?:please )?(?:${[
    'click (?:here|to|on|the|below|through)',
    'tap (?:here|to|on|the)',
    'press (?:ctrl|enter|the)',
    'select the (?:phrase|text)',
    'follow (?:us|me|our)',
    'share (?:this|on|via|your)',
    'read (?:more|also|next|the full|our)',
    'see also',
    'also read',
    'continue reading',
    'leave a (?:comment|reply)',
    '(?:log|sign) ?in (?:to|with|or|here)',
    'skip to (?:main|content)',
    'jump to (?:navigation|content|search)',
    'view (?:this|the) (?:e-?mail|newsletter|message|issue) (?:in|on)',
    'read (?:this|it) (?:online|in your browser)',
    'e-?mail the (?:editor|author|writer|reporter)',
    'write to (?:us|the editor)',
    'send (?:us )?(?:your|a) (?:letters?|tips?|comments?|feedback|questions?|views?|opinions?|stories|photos?|pictures?|thoughts)',
    '(?:manage|update|change) your (?:preferences|subscription|settings|profile)',
    'forward (?:this|it) to',
    'add us to your',
    'unsubscribe',
    'back to (?:top|the top|home)',
    'load more',
    'view (?:all|comments|more)',
    'scroll (?:down|to|for)',
    'enter your e-?mail',
    'become a (?:member|subscriber|patron)',
    'get (?:the|our|your|free|unlimited|full) [^.]*(?:newsletter|e-?mails?|inbox|access|app|updates)',
    'get membership',
    'unlock (?:this|full|all|your)',
    'watch (?:the|our) video',
    'listen to (?:this|the) (?:article|story)',
    'rate this',
    'support (?:us|our (?:work|journalism))',
    'make a donation',
    'like us on',
    '(?:try|start) (?:your|our|a) [^.]*(?:trial|subscription|membership)',
    'buy (?:a|your) (?:copy|subscription)',
    'download (?:the|our) (?:[^.]*app|pdf)',
  ].join('|')})\\b`,
  'i',
)
/** Such verbs have other uses; what they act on must be the page's. */
const BIDDING_WITH_OBJECT = /^(?:please )?(?:subscribe|sign up|register|join|donate|don.t miss|stay|check)\b/i
const PAGE_OBJECT =
  /\b(?:newsletters?|e-?mails?|inbox|memberships?|account|subscriptions?|full access|alerts?|the app|our app|our channel|telegram|whatsapp|facebook|twitter|instagram|youtube|podcasts?|free trial|here|our (?:site|website|page|community|mailing list)|up to date|informed)\b/i
const PAGE_PHRASES =
  /\bclick here\b|^(?:do|did) you (?:like|enjoy) (?:this|reading|the|our)\b|\bcancel (?:at )?any ?time\b|\bnot allowed to comment\b|\bcomment (?:on )?this (?:publication|article|post)\b|\b(?:log|logged|sign|signed) in to (?:post|leave|reply|comment)|\bcomments are closed\b|\byour e-?mail address will not be published\b|\brequired fields are marked\b|\bsubscribe to (?:our|the) newsletter\b|\bnewsletter sign-?up\b|\byou (?:can|may) unsubscribe\b|\bto your inbox\b|\breceiving this (?:e-?mail|newsletter|message|issue) because\b|\b(?:was this|this) (?:e-?mail|newsletter|message) (?:was )?(?:forwarded|sent) to\b|\bforwarded this (?:e-?mail|newsletter)\b/i
const PRICE_OFFER =
  /(?:\b(?:only|just|for|from)\s)?(?:[$€£₹]\s?\d[\d.,]*|\d[\d.,]*\s?(?:USD|EUR|dollars|euros))\s?(?:per|a|\/)\s?(?:month|year|week)\b/i
const OFFER_WORD = /\b(?:subscri|access|trial|cancel|member|offer|upgrade|plan)/i

/** How a newsletter greets and parts, numbers itself and thanks who pays. */
const NEWSLETTER_LINE =
  /^(?:(?:good (?:morning|afternoon|evening|day)|dear (?:readers?|subscribers?|friends?|colleagues?|members?)|hello|hi|hey|welcome back)(?:,? (?:readers?|everyone|all|there|again))?[,!.:]?|(?:good (?:morning|afternoon|evening)|dear|hello|hi|hey),? \p{L}[\p{L}'’.-]+(?: \p{L}[\p{L}'’-]+)?[,!:]|(?:see you|until|talk to you) (?:next (?:time|week|month|issue|year)|tomorrow|again|then|soon|(?:on |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[^.!?]{0,30}[.!]?|(?:thanks|thank you) for (?:reading|subscribing|being)\b.{0,60}|that.?s (?:all|it) for (?:today|now|this)\b.{0,40}|have a (?:great|good|nice|lovely|wonderful|restful) (?:day|week|weekend|evening|morning|one|holiday|summer)\b.{0,20}|(?:best|kind|warm|yours)(?: (?:wishes|regards|truly|sincerely))?,|(?:issue|edition|number|no\.?|vol(?:ume|\.)?)\s*#?\d{1,5}\b.{0,60}|(?:presented|sponsored|supported|powered|brought to you) by\b.{0,60}|(?:a message from|together with|in partnership with|a word from) (?:our sponsors?\b.{0,20}|\p{Lu}.{0,40}))$/iu

/** "FOR IMMEDIATE RELEASE", "Press release 44/2030", "Embargoed until 9 May". */
const RELEASE_LABEL =
  /^(?:for immediate (?:release|publication)|(?:under |strictly )?embargo(?:ed)?\b.{0,60}|(?:press|news|media) (?:release|advisory|statement|information|notice)(?:,? (?:no\.?|number|nr\.?|#)?\s?\d[\d/.-]*)?|not for (?:publication|release|distribution)\b.{0,80})$/i

/** "3 Market Square, Tolvane": a house number beside the name of a street, a box, or a code; and no sentence. */
const POSTAL =
  /(?:\b\d{1,4}[a-z]?,? (?:[\p{Lu}][\p{L}'’.-]+ ){1,3}|\b[\p{Lu}][\p{L}'’.-]+ )(?:street|road|lane|avenue|square|boulevard|drive|quay|terrace|place|court|way|row|highway|st|rd|ave|blvd)\b(?:,? \d{1,4}[a-z]?)?,|\bp\.? ?o\.? box \d+/iu

/** What law and lawyers have a company say. */
const LEGAL_PHRASES =
  /^this (?:press |news |media )?(?:release|announcement|communication) (?:may |might )?(?:contains?|includes?)\b|\bforward-looking statements?\b(?=.*\b(?:risks?|uncertaint|within the meaning|no obligation|actual results|differ materially)\b)|\bundertakes? no (?:obligation|duty) to (?:publicly )?(?:update|revise)\b|\bactual (?:results|outcomes|events) (?:may|could|might) differ materially\b|\bpermission (?:to make digital|is (?:hereby )?granted)\b|\blicen[cs]ed under (?:a |the )?(?:creative commons|cc[ -]by|mit|gnu|open government)\b|\bcreative commons\b.{0,60}\blicen[cs]e\b|\bpast performance is (?:no|not)\b|\bdoes not constitute (?:an offer|investment advice|a solicitation)\b/is

/** "Lene Marsk, energy correspondent", "Ada Holm | City editor". */
const ROLE_LINE =
  /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,3}\s?[,|–—-]\s?(?:the )?(?:[\p{L}-]+ ){0,3}(?:correspondent|editor|reporter|columnist|staff writer|writer|photographer|contributor|bureau chief|news desk)s?(?: (?:in|at|of|for) .{2,30})?$/iu

interface Rule {
  readonly name: string
  readonly mostWords?: number
  /** Holds for headings that the mark-up declares, too. */
  readonly evenHeadings?: true
  test(text: string, words: number): boolean
}

/**
 * What marks a block as furniture of its page, wherever it stands; the samples in test/segment show for each what it
 * finds and what it leaves alone. All rules look at whole blocks: no sentence of a paragraph is ever cut out.
 */
const RULES: readonly Rule[] = [
  {
    name: 'interface label',
    mostWords: 5,
    evenHeadings: true,
    test: (text) => INTERFACE.has(normal(text).replace(/ \d+$|^\d+ /, '')),
  },
  {
    name: 'wire credit',
    mostWords: 4,
    test: (text) =>
      /^\(?(?:reuters|associated press|the associated press|ap|agence france[- ]presse|afp|bloomberg|xinhua|tass|interfax|dpa|pti|ani|ians|upi)\)?$/i.test(
        text,
      ),
  },
  { name: 'no words', evenHeadings: true, test: (_, words) => words === 0 },
  {
    name: 'page number',
    mostWords: 5,
    test: (text) => /^(?:page )?\d{1,3}(?: of \d{1,4}|\s?\/\s?\d{1,4})?$|^(?:page|p\.) ?\d+$/i.test(text),
  },
  {
    name: 'date or reading time',
    mostWords: 16,
    test: (text) =>
      text.split(/\s*[|•·]\s*|\s+[–—]\s+/).some((part) => DATE_PART.test(part) || READING_TIME.test(part)) &&
      !endsSentence(text.replace(/[ap]\.m\.$/i, '')),
  },
  { name: 'newsletter line', mostWords: 14, test: (text) => NEWSLETTER_LINE.test(text) },
  { name: 'release label', mostWords: 14, evenHeadings: true, test: (text) => RELEASE_LABEL.test(text) },
  { name: 'legal phrases', mostWords: 400, test: (text) => LEGAL_PHRASES.test(text) },
  { name: 'role line', mostWords: 12, test: (text) => ROLE_LINE.test(text) && !endsSentence(text) },
  { name: 'postal address', mostWords: 16, test: (text) => POSTAL.test(text) && !endsSentence(text) },
  {
    name: 'byline',
    mostWords: 25,
    test: (text) =>
      /^(?:(?:story |text |words |posted |written |reported |(?:additional )?reporting |photos? |photograph(?:s|y)? |illustrations? |edited |translated )by|by:?)\s+\p{Lu}[^.!?]*$/u.test(
        text
          .replace(
            /^(By|BY|Story|Text|Words|Posted|Written|Reported|Reporting|Additional|Photos?|Photograph\w*|Illustrations?|Edited|Translated)\b/,
            (word) => word.toLowerCase(),
          )
          .replace(/ By /, ' by '),
      ) ||
      /^\((?:additional )?(?:reporting|writing|editing) by\b/i.test(text) ||
      /^(?:additional )?reporting by\b.*;\s*(?:writing|editing)\b/i.test(text) ||
      /^our standards:/i.test(text),
  },
  {
    name: 'bidding',
    test: (text) =>
      text
        .split(/(?<=[.!?])\s+/)
        .some(
          (sentence) =>
            BIDDING.test(sentence) || (BIDDING_WITH_OBJECT.test(sentence) && PAGE_OBJECT.test(sentence)),
        ),
  },
  { name: 'page phrase', test: (text) => PAGE_PHRASES.test(text) },
  { name: 'price offer', test: (text) => PRICE_OFFER.test(text) && OFFER_WORD.test(text) },
  { name: 'navigation', test: isNavigation },
  {
    name: 'caption',
    test: (text) =>
      /^(?:image|video|media) (?:source|caption|credit)\b|^(?:file )?(?:photo(?:graph)?s?|images?|pictures?|illustrations?|graphics?|videos?|sources?|credits?|captions?)(?: (?:by|credit|courtesy(?: of)?))?\s*[:|/©]|^(?:figure|fig\.|table|chart|map|photo|image|plate)\s+\d+[a-z]?\s*[.:–—-]|^\((?:photo|image|picture|source)\b/i.test(
        text,
      ),
  },
  {
    name: 'front matter of a paper',
    test: (text) =>
      /^(?:key ?words(?: and phrases)?|index terms|tags?|topics|filed under|categor(?:y|ies)|jel (?:codes?|classification)|udc|doi|issn|isbn|e-?issn|orcid|received|accepted|how to cite|cite this(?: article)?|(?:corresponding )?author(?:s|\(s\))?|affiliations?|article history|licen[cs]e|conflicts? of interest|funding)\s*[:—–]/i.test(
        text,
      ) || /\b(?:e-?)?issn\b\s*:?\s*\d{4}-\d{3}/i.test(text),
  },
  {
    name: 'contact',
    mostWords: 25,
    test: (text) =>
      /^(?:number|tel|telephone|phone|fax|mobile|e-?mail|(?:(?:media|press|news|investor) )?contact|(?:media|press|investor) (?:enquir(?:y|ie)|inquir(?:y|ie)|office|relation)|newsroom|whatsapp|address|website|twitter|facebook|instagram|linkedin)s?\.?\s*:/i.test(
        text,
      ) ||
      /^(?:\+|00|\()[\d\s()./-]{6,}$/.test(text) ||
      /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(text),
  },
  {
    name: 'address of a page',
    mostWords: 4,
    test: (text, words) =>
      /^(?:https?:\/\/\S+|www\.\S+)$/i.test(text) ||
      (words <= 4 && /\bwww\.[\w-]+\.\w+/i.test(text) && !endsSentence(text)),
  },
  {
    name: 'rights',
    mostWords: 60,
    test: (text) =>
      /^(?:copyright\b|©|\(c\) ?\d{4})|\ball rights reserved\b|\bmay not be reproduced\b|\b(?:this (?:site|website)|we) uses? cookies\b|\b(?:views|opinions) expressed\b.{0,80}\b(?:do not|are (?:those|their|his|her|the author))|^(?:the )?(?:views|opinions)\b.{0,60}\bown\.?$/i.test(
        text,
      ),
  },
]

/** "News » World » Harbour reopens", "Home | About | Contact"; not "Trade fell – and prices rose – in May." */
function isNavigation(text: string): boolean {
  if (endsSentence(text)) return false
  const parts = text.split(/\s*[»›→]\s*|\s+[|•·>/]\s+/).filter((part) => part !== '')
  if (parts.length < 3) return /^[«»‹›←→]|[»›→]$/.test(text) && wordsOf(text).length <= 12
  return parts.slice(0, -1).every((part) => wordsOf(part).length <= 4)
}

/** Marks what is furniture by its own words. Headings, cells and code that the mark-up declares are looked at only for labels. */
export function markBoilerplate(drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) =>
    !draft.title && isBoilerplate(draft) ? { ...draft, kind: 'boilerplate' } : draft,
  )
}

function isBoilerplate({ kind, text, marked }: Draft): boolean {
  if (kind === 'boilerplate') return true
  if (kind === 'code' || kind === 'cell' || text.length > 4_000) return false
  const words = wordsOf(text).length
  const declared = marked && kind === 'heading'
  return RULES.some(
    (rule) =>
      (!declared || rule.evenHeadings) && words <= (rule.mostWords ?? MOST_WORDS) && rule.test(text, words),
  )
}
