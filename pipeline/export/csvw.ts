import { claimColumns } from './claims-csv.ts'
import { conflictColumns } from './conflicts-csv.ts'
import type { Column } from './csv-file.ts'
import { type ColumnDescription, DESCRIPTIONS, DISPUTE_DESCRIPTIONS } from './described-columns.ts'
import { disputeColumns } from './disputes-csv.ts'

/**
 * Metadata for the three CSV files as the W3C's Tabular Data vocabulary has it
 * (https://www.w3.org/TR/tabular-metadata/): what each column holds, and how the files refer to each other. A
 * selection of claims need not hold all that the disputes refer to: then only disputes and their rows are tied.
 */
export function csvwMetadata({ selection }: { readonly selection: boolean }) {
  const links = () => null
  const toDisputes = reference('conflict_id', 'disputes.csv')
  const toClaims = reference('claim_id', 'claims.csv')
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    dialect: {
      encoding: 'utf-8',
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
      headerRowCount: 1,
      lineTerminators: ['\r\n'],
    },
    tables: [
      table('claims.csv', 'Claims', claimColumns(links), DESCRIPTIONS, { primaryKey: 'claim_id' }),
      table('conflicts.csv', 'Evidence of disputes', conflictColumns(links), DESCRIPTIONS, {
        foreignKeys: selection ? [toDisputes] : [toDisputes, toClaims],
      }),
      table('disputes.csv', 'Disputes', disputeColumns(links), DISPUTE_DESCRIPTIONS, {
        primaryKey: 'conflict_id',
      }),
    ],
  }
}

function table(
  url: string,
  title: string,
  columns: readonly Column<never>[],
  descriptions: Readonly<Record<string, ColumnDescription>>,
  keys: Readonly<Record<string, unknown>>,
) {
  return {
    url,
    'dc:title': title,
    tableSchema: { columns: columns.map(([name]) => column(name, descriptions[name]!)), ...keys },
  }
}

function column(name: string, { title, datatype = 'string', list }: ColumnDescription) {
  const described = { name, titles: name, 'dc:description': title, datatype: DATATYPES[datatype] ?? datatype }
  return list ? { ...described, null: '', separator: ' | ' } : { ...described, null: '' }
}

/** A year before 1000 has four digits, too; a time of day is ISO 8601, UTC. */
const DATATYPES: Readonly<Record<string, unknown>> = {
  date: { base: 'date', format: 'yyyy-MM-dd' },
}

function reference(column: string, resource: string) {
  return { columnReference: column, reference: { resource, columnReference: column } }
}
