import { render } from 'preact'

render(<main>Gainsay</main>, document.getElementById('page')!)
