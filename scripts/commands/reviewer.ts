import { userInfo } from 'node:os'
import { UsageError } from '../../pipeline/model/errors.ts'

/** Who decides and corrects: as given with --as, else the name of the operating system's user. */
export function reviewerName(given: string | undefined): string {
  const name = (given ?? accountName()).trim()
  if (name !== '') return name
  throw new UsageError('--as: whoever decides or corrects has a name.', { remedy: 'Give it: --as NAME.' })
}

/** Some containers have no account for the user that they run as. */
function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}
