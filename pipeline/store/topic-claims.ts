/**
 * In SQL, the claims of topics, as rows with `claim_key` and `topic_id`: those that are filed under a topic that is listed,
 * and those that are evidence of what was found there. `met` gives what is asked of the two columns, and is asked once for
 * each half: a view of both would be read whole by SQLite, whatever is asked of it. A topic's hash is compared both ways,
 * so that either side finds the other by its index.
 */
export function topicClaims(met: (claim: string, topic: string) => string): string {
  return `(
    select o.claim_key, t.id as topic_id from topics t join compared_claims o
      on o.topic = unhex(substr(t.id, 3)) and t.id = 't_' || lower(hex(o.topic))
    where o.listed = 1 and ${met('o.claim_key', 't.id')}
    union all select e.claim_key, e.topic_id from topic_evidence e where ${met('e.claim_key', 'e.topic_id')})`
}
