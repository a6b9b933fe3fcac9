/** Percent-encoded for any part of an address; a lone surrogate, which has no UTF-8, is U+FFFD. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
}
