export const configName = 'lienthong.config.yaml'
export const lockName = 'lienthong.lock.json'
/** Where inputs of rules are written unless told. */
export const inputsName = 'lienthong.inputs.json'

/** Whether a path is a file of the command itself, not a document, though its extension is one of theirs. */
export const isOwnFile = (path: string): boolean =>
  [configName, lockName, inputsName].some(name => path === name || path.endsWith(`/${name}`))
