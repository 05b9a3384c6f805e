import { CreateCheckpoint, ProtocolError } from '@lienthong/protocol'
import { l10n, window } from 'vscode'
import { safeParse } from 'zod/mini'
import { Cancelled, textOf } from '../errors.ts'

/**
 * Asks for a state's name until `name` takes it, which is to stop once it is cancelled. A refusal is said in the box, which keeps what was
 * typed. Errors: Cancelled.
 */
export const askName = (
  prompt: string,
  name: (named: string, isCancelled: () => boolean) => Promise<unknown>,
): Promise<void> =>
  new Promise((resolve, reject) => {
    let isCancelled = false
    const box = window.createInputBox()
    box.title = l10n.t('Name a State')
    box.prompt = prompt
    box.placeholder = l10n.t('For example: as sent for appraisal')
    const accept = async () => {
      const checkpoint = safeParse(CreateCheckpoint, { name: box.value })
      if (!checkpoint.success) {
        box.validationMessage = l10n.t('A name has 1 to 100 characters, on one line.')
        return
      }
      box.enabled = false
      box.busy = true
      try {
        await name(checkpoint.data.name, () => isCancelled)
        resolve()
        box.hide()
      } catch (error) {
        box.validationMessage = refusalOf(error, checkpoint.data.name)
      }
      box.enabled = true
      box.busy = false
    }
    box.onDidAccept(() => void accept())
    box.onDidChangeValue(() => {
      box.validationMessage = undefined
    })
    box.onDidHide(() => {
      isCancelled = true
      reject(new Cancelled())
      box.dispose()
    })
    box.show()
  })

const refusalOf = (error: unknown, name: string): string =>
  error instanceof ProtocolError && error.code === 'RECORD_CODE_TAKEN'
    ? l10n.t('The document has a state named “{0}” already.', name)
    : textOf(error)
