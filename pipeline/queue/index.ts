/*
 * Several machines work on one database: `run` puts files into a queue in PostgreSQL, `work` takes them out.
 */
export { type LeftRun, type QueueRunOptions, runQueued } from './run.ts'
export { type QueueStatus, queueStatus } from './status.ts'
export { type Worked, type WorkOptions, work } from './work.ts'
