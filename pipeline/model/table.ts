/** A set of rows: the little that the cross-document stages ask of a database. */
export interface Table<Row> {
  /** Adds a row, or replaces the one with the same key. */
  put(row: Row): void
  /** Rows with these values in these columns, in the order of their keys. */
  find(where: Partial<Row>, options?: FindOptions<Row>): readonly Row[]
  /** How many there are, counted up to the limit. */
  count(where: Partial<Row>, options?: FindOptions<Row>): number
  remove(where: Partial<Row>): void
  /**
   * Reads all rows with one of these values in a column, at one go: then, whoever asks for those of one value need not
   * wait for the database. What more than `most` rows have is left alone.
   */
  ahead<Column extends keyof Row>(column: Column, values: Iterable<Row[Column]>, most?: number): void
}

export interface FindOptions<Row> {
  /** A text column, and what its values begin with. */
  readonly beginning?: readonly [keyof Row, string]
  /** A column by which the highest come first. */
  readonly highest?: keyof Row
  readonly limit?: number
}
