import type { CheckedRound } from '@lienthong/protocol'
import { l10n, StatusBarAlignment, ThemeColor, window } from 'vscode'

/** Says in the status bar that a plugin is being tried, and how that goes; a click stops it. */
export class TrialItem {
  private readonly item = window.createStatusBarItem('lienthong.trial', StatusBarAlignment.Left, 48)

  constructor(
    private readonly plugin: string,
    private readonly subject: string,
  ) {
    this.item.name = l10n.t('Trying a Plugin')
    this.item.command = 'lienthong.stopTryingPlugin'
    this.say(l10n.t('Trying {0}… – stop', plugin))
    this.item.show()
  }

  showRound({ findings, idle }: CheckedRound): void {
    const { plugin } = this
    const rules = idle.map(({ rule }) => rule).join(', ')
    const more = rules === '' ? '' : l10n.t('Did not run because they lack data to look up: {0}.', rules)
    if (findings.some(({ severity }) => severity === 'fault'))
      this.say(l10n.t('Trying {0}: it fails – stop', plugin), more, 'error')
    else this.say(l10n.t('Trying {0}: {1} found – stop', plugin, findings.length), more)
  }

  showRefusal(message: string): void {
    this.say(l10n.t('Trying {0}: it does not run – stop', this.plugin), message, 'error')
  }

  /** What was found is about the file as it was saved. */
  showUnsaved(): void {
    this.say(l10n.t('Trying {0}: save the file to see – stop', this.plugin))
  }

  dispose(): void {
    this.item.dispose()
  }

  private say(text: string, more = '', gravity?: 'error'): void {
    this.item.text = `$(${gravity ?? 'beaker'}) ${text}`
    this.item.tooltip = [more, l10n.t('What is found in {0} is shown to you alone.', this.subject)]
      .filter(part => part !== '')
      .join('\n\n')
    this.item.backgroundColor = gravity && new ThemeColor(`statusBarItem.${gravity}Background`)
  }
}
