/*
 * The JSON API of the review page, under /api. The page imports the types; the server checks what comes in with the
 * schemas, and the tests what goes out. All texts are plain text, never markup. Offsets are half-open spans of UTF-16
 * code units into the document's text, as everywhere inside the process: `text.slice(start, end)` is the quote.
 *
 *   GET  /api/state                  Session       who reviews, and a stamp that changes with the data
 *   GET  /api/queue?QueueQuery       Queue         a page of conflicts with the counts of every filter
 *   GET  /api/conflicts/:id?QueueQuery  ConflictDetail   `place` is its place in the queue so filtered
 *   GET  /api/documents/:id?conflict=ID DocumentDetail   the article with its marks
 *   GET  /api/documents/:id/claims?ClaimsQuery ClaimList  its claims, with all that a correction may set
 *   GET  /api/overview               Overview
 *   GET  /api/verdicts               VerdictList   every entry of the log, the newest first
 *   GET  /api/entities?name=TEXT     EntityList    for merging: entities of that id, name or alias, or beginning so
 *   POST /api/verdicts               VerdictRequest    -> VerdictAnswer
 *   POST /api/undo                   UndoRequest       -> VerdictAnswer
 *   POST /api/corrections            CorrectionRequest -> CorrectionAnswer
 *   POST /api/entities               EntityRequest     -> EntityAnswer
 *
 * What goes wrong comes as ErrorAnswer: 400 not valid, 403 foreign origin or no token, 404 no such thing, 409 somebody
 * was faster, 500 a defect. A POST needs `Content-Type: application/json` and comes from the page's own origin; where
 * the server asks for a token, it is a cookie that the first page view with `?token=` sets.
 */

export * from './api/answers.ts'
export * from './api/conflict.ts'
export * from './api/document.ts'
export * from './api/overview.ts'
export * from './api/parts.ts'
export * from './api/queue.ts'
export * from './api/requests.ts'
export * from './api/terms.ts'
