import { request } from 'node:http'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: an answer of any kind
  readonly json: any
}

export interface Asked {
  /** Also such as a browser would not let a page set; a list is sent as a line each. */
  readonly headers?: Readonly<Record<string, string | string[]>>
  /** Sent as JSON, or as it is where it is a string; makes the request a POST. */
  readonly body?: unknown
}

/** Asks a server on this machine, as any program may. */
export function ask(
  { port }: { readonly port: number },
  path: string,
  { headers = {}, body }: Asked = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
    const method = body === undefined ? 'GET' : 'POST'
    const asking = request(
      { host: '127.0.0.1', port, path, method, headers: { ...json, ...headers } },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () => {
          const isJson = response.headers['content-type']?.startsWith('application/json') && text !== ''
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            text,
            json: isJson ? JSON.parse(text) : null,
          })
        })
      },
    )
    asking.on('error', reject)
    // Of a string, Node would send the headers in UTF-8 as well, and theirs are bytes already.
    asking.end(Buffer.from(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)))
  })
}
