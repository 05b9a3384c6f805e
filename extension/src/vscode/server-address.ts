import { ConfigurationTarget, l10n, window, workspace } from 'vscode'
import { Cancelled } from './errors.ts'
import { serverUrl } from './settings.ts'

/** Asks for the server's address and keeps it in the person's own settings. */
export const askServerAddress = async (beforeLeaving: () => Promise<void>): Promise<void> => {
  const entered = await window.showInputBox({
    title: l10n.t('The server’s address'),
    value: serverUrl(),
    placeHolder: 'https://lienthong.example.gov.vn',
    validateInput: value =>
      isAddress(value) ? undefined : l10n.t('An address begins with https:// or http://.'),
  })
  if (entered === undefined) throw new Cancelled()
  const address = entered.trim().replace(/\/+$/, '')
  if (address !== serverUrl()) await beforeLeaving()
  await workspace.getConfiguration('lienthong').update('serverUrl', address, ConfigurationTarget.Global)
}

const isAddress = (value: string): boolean =>
  URL.canParse(value.trim()) && /^https?:$/.test(new URL(value.trim()).protocol)
