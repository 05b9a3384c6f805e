/** The part of libpg-query that starts its WebAssembly; it declares no types for it. */
declare module 'libpg-query/wasm/libpg-query.js' {
  export interface ParserModule {
    readonly HEAPU8: Uint8Array
  }

  export default function start(settings: {
    instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void): void
  }): Promise<ParserModule>
}
