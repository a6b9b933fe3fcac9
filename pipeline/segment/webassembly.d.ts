/** What we use of WebAssembly, which Node has and TypeScript declares for browsers only (lib "DOM"). */
declare namespace WebAssembly {
  class Memory {
    constructor(descriptor: { readonly initial: number })
    readonly buffer: ArrayBuffer
  }
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Instance {
    constructor(module: Module, imports: Readonly<Record<string, Readonly<Record<string, Memory | number>>>>)
    readonly exports: Readonly<Record<string, unknown>>
  }
}
