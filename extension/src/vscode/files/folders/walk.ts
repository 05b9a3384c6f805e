import { FileRefused, ProtocolError } from '@lienthong/protocol'
import { l10n, ProgressLocation, window } from 'vscode'
import { textOf } from '../../errors.ts'

/** What a walk over files came to. */
export interface Walked<T> {
  results: T[]
  /** In words, why files were left alone. */
  refused: string[]
  /** The person or the server stopped it before the end. */
  isStopped: boolean
}

/** Does something for one file after another, with its progress shown. A file that is refused does not keep the others from it. */
export const walk = <I extends { readonly name: string }, T>(
  title: string,
  items: readonly I[],
  step: (item: I) => Promise<T | undefined>,
): Promise<Walked<T>> => {
  const options = { location: ProgressLocation.Notification, title, cancellable: true }
  return Promise.resolve(
    window.withProgress(options, async (progress, token) => {
      const walked: Walked<T> = { results: [], refused: [], isStopped: false }
      for (const item of items) {
        if (token.isCancellationRequested) walked.isStopped = true
        if (walked.isStopped) break
        progress.report({ message: item.name, increment: 100 / items.length })
        try {
          const result = await step(item)
          if (result !== undefined) walked.results.push(result)
        } catch (error) {
          walked.refused.push(refusalOf(item.name, error))
          walked.isStopped = error instanceof ProtocolError && error.retry !== 'no'
        }
      }
      return walked
    }),
  )
}

/** What is expected is said beside the file's name; a bug is none of the file's. */
const refusalOf = (name: string, error: unknown): string => {
  if (error instanceof FileRefused) return textOf(error)
  if (error instanceof ProtocolError) return l10n.t('“{0}”: {1}', name, textOf(error))
  throw error
}
