/** How an editor's setting is read. */
export type ReadSetting = (name: string) => unknown

/** Settings by which saving would also change the text. */
const rewriting = [
  'editor.formatOnSave',
  'files.trimTrailingWhitespace',
  'files.insertFinalNewline',
  'files.trimFinalNewlines',
]

/**
 * Whether a document may be saved without being asked (rule E9): the editor does not do so by itself, and saving changes nothing.
 * Otherwise somebody who only reads would reformat what others write.
 */
export const isSavedAsIs = (read: ReadSetting): boolean =>
  read('files.autoSave') !== 'afterDelay' &&
  rewriting.every(name => read(name) !== true) &&
  Object.keys(read('editor.codeActionsOnSave') ?? {}).length === 0
