import startParser, { type ParserModule } from 'libpg-query/wasm/libpg-query.js'

let give: (compiled: WebAssembly.Module) => void
const given = new Promise<WebAssembly.Module>(resolve => {
  give = resolve
})

/** Says where PostgreSQL's parser comes from: it looks for its file beside the page, where the file need not be. */
export const giveParser = (compiled: WebAssembly.Module): void => give(compiled)

/** Takes the place of what libpg-query starts when it is imported (see build.mjs). */
export default async (): Promise<ParserModule> => {
  const compiled = await given
  return startParser({
    instantiateWasm: (imports, receive) => void WebAssembly.instantiate(compiled, imports).then(receive),
  })
}
