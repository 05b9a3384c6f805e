import { commands, Disposable, l10n, type Tab, TabInputTextDiff, type Uri, window } from 'vscode'

/** A yes or no to a comparison that stays free to be looked at: by the notice, by the button in its title, or by closing it. */
export class FileQuestion {
  private answer: ((isYes: boolean) => void) | undefined

  /** One question at a time: an older one is answered by no. */
  ask(uri: Uri, question: string): Promise<boolean> {
    this.answer?.(false)
    return new Promise(resolve => {
      const watching = Disposable.from(
        window.tabGroups.onDidChangeTabs(({ closed }) => {
          if (closed.some(tab => compares(tab, uri))) answer(false)
          else offerYes(isInFront(uri))
        }),
        window.tabGroups.onDidChangeTabGroups(() => offerYes(isInFront(uri))),
      )
      const answer = (isYes: boolean) => {
        watching.dispose()
        if (this.answer === answer) this.answer = undefined
        offerYes(false)
        resolve(isYes)
      }
      this.answer = answer
      offerYes(isInFront(uri))
      const yes = l10n.t('Import What Differs')
      void window
        .showInformationMessage(question, yes, l10n.t('Leave the Document as It Is'))
        .then(chosen => chosen !== undefined && answer(chosen === yes))
    })
  }

  yes(): void {
    this.answer?.(true)
  }
}

/** The button stands in the title of the comparison that was asked about, and in no other. */
const offerYes = (isOffered: boolean): void => {
  void commands.executeCommand('setContext', 'lienthong.comparesFile', isOffered)
}

const isInFront = (uri: Uri): boolean => {
  const { activeTab } = window.tabGroups.activeTabGroup
  return activeTab !== undefined && compares(activeTab, uri)
}

/** Takes the comparison off the screen. */
export const closeComparison = async (uri: Uri): Promise<void> => {
  const tabs = window.tabGroups.all.flatMap(group => group.tabs)
  await window.tabGroups.close(tabs.filter(tab => compares(tab, uri)))
}

const compares = ({ input }: Tab, uri: Uri): boolean =>
  input instanceof TabInputTextDiff && input.modified.toString() === uri.toString()
