import { l10n, window } from 'vscode'
import type { ChosenFolder } from './chosen-folder.ts'
import { type Different, listDifferences } from './differences.ts'
import type { Walked } from './walk.ts'

/** As many refusals as a notification can hold and a person reads. */
const mostRefusals = 5

/** Says at the end what was done, what was refused, and offers to look at what was left alone because both differ. */
export const summarise = async (
  done: string,
  { refused, isStopped }: Pick<Walked<unknown>, 'refused' | 'isStopped'>,
  left: readonly Different[],
  folder: ChosenFolder,
): Promise<void> => {
  const more = refused.length - mostRefusals
  const words = [
    ...(isStopped ? [l10n.t('Stopped before the end.')] : []),
    done,
    ...refused.slice(0, mostRefusals),
    ...(more > 0 ? [l10n.t('Refused as well: {0}.', more)] : []),
  ].join(' ')
  const show = l10n.t('Show What Differs')
  const isWell = refused.length === 0 && left.length === 0
  const tell = isWell ? window.showInformationMessage : window.showWarningMessage
  const chosen = await tell(words, ...(left.length > 0 ? [show] : []))
  if (chosen === show) await listDifferences(left, folder)
}
