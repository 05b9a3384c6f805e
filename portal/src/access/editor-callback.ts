/** Schemes that the operating system hands to VS Code and its relatives. */
const editorSchemes = ['vscode:', 'vscode-insiders:', 'vscodium:']
const loopbackHosts = ['127.0.0.1', '[::1]', 'localhost']

/**
 * The address that a sign-in code may be sent to, or null (rule P4).
 * A code is as good as the account for a minute: it leaves only for an editor on this machine (RFC 8252 §7), never for another host.
 */
export const editorCallback = (address: string | undefined): URL | null => {
  if (address === undefined || !URL.canParse(address)) return null
  const url = new URL(address)
  if (url.username !== '' || url.password !== '') return null
  const isLoopback = url.protocol === 'http:' && loopbackHosts.includes(url.hostname)
  return editorSchemes.includes(url.protocol) || isLoopback ? url : null
}

/** The callback with the code and the editor's own state added; what else it carries stays. */
export const withCode = (callback: URL, code: string, state: string): string => {
  const url = new URL(callback)
  url.searchParams.set('code', code)
  url.searchParams.set('state', state)
  return url.href
}

/** What a person sees of the callback: the program or the local address, without its parameters. */
export const callbackName = (callback: URL): string =>
  callback.protocol === 'http:' ? callback.host : `${callback.protocol}//${callback.host}`
