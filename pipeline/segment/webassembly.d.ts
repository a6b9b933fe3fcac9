/** What we use of WebAssembly, which Node has and TypeScript declares for browsers only (lib "DOM"). */
declare namespace WebAssembly {
  class Memory {
    constructor(descriptor: { readonly initial: number; readonly maximum: number; readonly shared: true })
    readonly buffer: SharedArrayBuffer
    /** Adds pages, gives the number of pages before: no two threads are given the same. */
    grow(pages: number): number
  }
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Instance {
    constructor(module: Module, imports: Readonly<Record<string, Readonly<Record<string, Memory | number>>>>)
    readonly exports: Readonly<Record<string, unknown>>
  }
}
