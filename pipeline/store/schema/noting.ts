import type { Dialect } from '../sql.ts'

/*
 * What the database notes by itself, so that whoever writes need not think of it: which texts are to be compared again.
 * (What of the exported files no longer holds is noted in exporting.ts.)
 */

const TOUCHING = [
  ['documents', 'id'],
  ['sources', 'document_id'],
] as const

const EVENTS = ['insert', 'update', 'delete'] as const

export const noting: Readonly<Record<Dialect, string>> = {
  sqlite: [
    ...TOUCHING.flatMap(([table, column]) =>
      EVENTS.map((event) => {
        const id = `${event === 'delete' ? 'old' : 'new'}.${column}`
        return `create trigger ${table}_${event} after ${event} on ${table} begin
          insert into touched_documents select ${id} where ${id} not in touched_documents; end;`
      }),
    ),
  ].join('\n'),
  postgres: [
    ...TOUCHING.map(
      ([table, column]) => `
        create function touch_${table}() returns trigger language plpgsql as $$ begin
          insert into touched_documents values (case tg_op when 'DELETE' then old.${column} else new.${column} end)
          on conflict do nothing;
          return null;
        end $$;
        create trigger ${table}_touched after ${EVENTS.join(' or ')} on ${table}
          for each row execute function touch_${table}();`,
    ),
  ].join('\n'),
}
