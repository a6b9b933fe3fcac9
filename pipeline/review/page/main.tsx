import { render } from 'preact'
import { readAddress, writeAddress } from './address.ts'
import { Frame } from './frame.tsx'

// The token has become a cookie by now: it is not to be seen, bookmarked or shared.
if (new URLSearchParams(location.search).has('token'))
  history.replaceState(null, '', writeAddress(readAddress(location.search)))

render(<Frame />, document.getElementById('page')!)
