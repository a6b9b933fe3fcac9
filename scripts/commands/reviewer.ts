import { userInfo } from 'node:os'

/** Who decides and corrects: the name that was given, else that of the account. */
export function reviewerOf({ reviewer }: { readonly reviewer?: string }): string {
  const name = reviewer?.trim() || accountName()
  return name || 'unknown'
}

/** Some containers have no account for the user that they run as. */
function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}
