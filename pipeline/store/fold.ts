/** Compares names in any case and in any composition of their characters. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
