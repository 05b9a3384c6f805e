/**
 * Files of packages of which the extension uses a part, with that part only. Bundlers cannot tell by themselves: these are CommonJS,
 * or a table that is looked up by name.
 */
const parts = [
  {
    // The connection asks for WebSocket alone (protocol/src/client/connection.ts): no long polling, no WebTransport.
    file: /engine\.io-client[/\\]build[/\\]esm[/\\]transports[/\\]index\.js$/,
    contents: `import { WS } from './websocket.node.js'; export const transports = { websocket: WS }`,
  },
  {
    file: /engine\.io-client[/\\]build[/\\]esm[/\\]transports[/\\]polling-xhr(\.node)?\.js$/,
    contents: 'export const XHR = undefined',
  },
  {
    // The client's half: no server, no streams.
    file: /[/\\]ws[/\\]wrapper\.mjs$/,
    contents: `import WebSocket from './lib/websocket.js'; export { WebSocket }`,
  },
  {
    // Nothing is compressed (rule S17), and a server that wants to is refused before this is asked.
    file: /[/\\]ws[/\\]lib[/\\]permessage-deflate\.js$/,
    contents: `module.exports = class { static extensionName = 'permessage-deflate' }`,
  },
  {
    file: /[/\\]ws[/\\]lib[/\\]extension\.js$/,
    contents: 'module.exports = {}',
  },
  {
    // The connection brings its own (protocol/src/wire.ts).
    file: /[/\\]socket\.io-parser[/\\]build[/\\]esm[/\\]index\.js$/,
    contents: `export const protocol = 5
      export const PacketType = { CONNECT: 0, DISCONNECT: 1, EVENT: 2, ACK: 3, CONNECT_ERROR: 4, BINARY_EVENT: 5, BINARY_ACK: 6 }
      export const Encoder = undefined, Decoder = undefined`,
  },
  {
    // Deltas of plain text: an operation is flat, of numbers and strings (protocol/src/client/text-delta.ts).
    file: /[/\\]lodash\.clonedeep[/\\]index\.js$/,
    contents: 'module.exports = operation => ({ ...operation })',
  },
  {
    file: /[/\\]lodash\.isequal[/\\]index\.js$/,
    contents: `const keys = value => Object.keys(Object(value))
      module.exports = (a, b) => a === b || (Object(a) === a && Object(b) === b &&
        keys(a).length === keys(b).length && keys(a).every(key => a[key] === b[key]))`,
  },
]

/** An esbuild plugin that leaves out what the extension never uses. A build that does not meet one of the files fails: then the package has changed. @type {import('esbuild').Plugin} */
export const withoutUnused = {
  name: 'without-unused',
  setup({ onLoad, onEnd, initialOptions }) {
    const met = new Set()
    for (const { file, contents } of parts)
      onLoad({ filter: file }, () => {
        met.add(file)
        return { contents }
      })
    onEnd(({ errors }) => {
      const missing = parts.filter(({ file }) => !met.has(file))
      if (errors.length === 0 && initialOptions.platform === 'node' && missing.length > 0)
        return { errors: missing.map(({ file }) => ({ text: `nothing is left out for ${file}` })) }
    })
  },
}
