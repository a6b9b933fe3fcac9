import type { Dialect } from '../sql.ts'

/*
 * What the database notes by itself, so that whoever writes need not think of it: which texts are to be compared again,
 * and that the exported files no longer say what the database says.
 */

const TOUCHING = [
  ['documents', 'id'],
  ['sources', 'document_id'],
] as const

const EVENTS = ['insert', 'update', 'delete'] as const

/** Whoever changes these changes what is exported. */
const EXPORTED = [
  ['findings', 'insert'],
  ['findings', 'delete'],
  ['verdict_log', 'insert'],
  ['verdict_log', 'update'],
  ['corrections', 'insert'],
] as const

export const noting: Readonly<Record<Dialect, string>> = {
  sqlite: [
    ...TOUCHING.flatMap(([table, column]) =>
      EVENTS.map((event) => {
        const id = `${event === 'delete' ? 'old' : 'new'}.${column}`
        return `create trigger ${table}_${event} after ${event} on ${table} begin
          insert into touched_documents select ${id} where ${id} not in touched_documents; end;`
      }),
    ),
    ...EXPORTED.map(
      ([table, event]) =>
        `create trigger ${table}_exported_${event} after ${event} on ${table} begin delete from exported; end;`,
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
    `create function not_exported() returns trigger language plpgsql as $$ begin
      delete from exported;
      return null;
    end $$;`,
    ...EXPORTED.map(
      ([table, event]) => `
        create trigger ${table}_exported_${event} after ${event} on ${table}
          for each statement execute function not_exported();`,
    ),
  ].join('\n'),
}
