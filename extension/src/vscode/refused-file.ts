import type { FileRefused } from '@lienthong/protocol'
import { l10n } from 'vscode'

/** Why a file of a linked folder is left alone, in the person's language. */
export const textOfRefusedFile = ({ code, params: { file, reason = '' } }: FileRefused): string => {
  switch (code) {
    case 'DOCUMENT_INVALID':
      return l10n.t('“{0}” cannot become a document: its name or its length does not fit.', file)
    case 'FILE_CHANGED':
      return l10n.t('“{0}” changed meanwhile, and was left as it is. Run the command again.', file)
    case 'FILE_NOT_TEXT':
      return l10n.t('“{0}” is not text in UTF-8, and was left as it is.', file)
    case 'FILE_OUTSIDE':
      return l10n.t('“{0}” is not a plain file inside the folder.', file)
    case 'FILE_UNREADABLE':
      return l10n.t('“{0}” cannot be read: {1}', file, reason)
    case 'FILE_UNWRITABLE':
      return l10n.t('“{0}” cannot be written: {1}', file, reason)
    case 'WORKSPACE_INVALID':
      return l10n.t(
        '“{0}” does not have the expected content. Restore it, or delete it and export again.',
        file,
      )
    default:
      return code satisfies never
  }
}
