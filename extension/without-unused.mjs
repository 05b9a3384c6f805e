import { readFile } from 'node:fs/promises'

/**
 * Files of packages of which the extension uses a part, with that part only: `contents` in place of the file, or `left` out of it. Bundlers cannot tell by themselves: these are CommonJS,
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
    // The socket's handshake carries the token in its `auth` (rule B12): no cookies.
    file: /[/\\]engine\.io-client[/\\]build[/\\]esm[/\\]globals\.node\.js$/,
    contents: `export const nextTick = process.nextTick, globalThisShim = global, defaultBinaryType = 'nodebuffer'
      export const createCookieJar = () => undefined`,
  },
  {
    // A document is one text: the server takes no update with anything else in it (rule S7), and stores none.
    file: /[/\\]yjs[/\\]dist[/\\]yjs\.mjs$/,
    left: [
      [/,\s*readYXmlElement,\s*readYXmlFragment,\s*readYXmlHook,\s*readYXmlText(?=\s*\])/, ''],
      ['this.get(name, YXmlElement)', 'undefined'],
      ['this.get(name, YXmlFragment)', 'undefined'],
    ],
  },
  {
    // Texts are compared as they are (protocol/src/client/difference.ts): not tidied for the eye, and from no caret.
    file: /[/\\]fast-diff[/\\]diff\.js$/,
    left: [
      [/function diff_commonOverlap_\(.*?(?=\/\*\*\s+\* Determine the common suffix)/s, ''],
      [/function diff_cleanupSemantic\(.*?(?=\/\*\*\s+\* Reorder and merge)/s, ''],
      [/function find_cursor_edit_diff\(.*?(?=function diff\()/s, ''],
    ],
  },
  {
    // Of deltas the protocol builds, composes and transforms (protocol/src/client/text-delta.ts).
    file: /[/\\]quill-delta[/\\]dist[/\\]Delta\.js$/,
    left: [[/\bdiff\(other, cursor\) \{.*?(?=\btransform\(arg)/s, '']],
  },
  {
    // Deltas of plain text have no attributes.
    file: /[/\\]quill-delta[/\\]dist[/\\]AttributeMap\.js$/,
    contents:
      'const none = () => undefined; exports.default = { compose: none, transform: none, diff: none, invert: none }',
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
    for (const { file, contents, left = [] } of parts)
      onLoad({ filter: file }, async ({ path }) => {
        met.add(file)
        return { contents: contents ?? without(left, await readFile(path, 'utf8')) }
      })
    onEnd(({ errors }) => {
      const missing = parts.filter(({ file }) => !met.has(file))
      if (errors.length === 0 && initialOptions.platform === 'node' && missing.length > 0)
        return { errors: missing.map(({ file }) => ({ text: `nothing is left out for ${file}` })) }
    })
  },
}

/** Throws when something to be left out is not there: then the package has changed. */
const without = (left, source) =>
  left.reduce((rest, [what, instead]) => {
    const changed = rest.replace(what, instead)
    if (changed === rest) throw new Error(`nothing to leave out: ${what}`)
    return changed
  }, source)
