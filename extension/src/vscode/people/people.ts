import { Disposable, l10n, window } from 'vscode'
import { register } from '../commands.ts'
import type { EditorBindings } from '../editor-bindings.ts'
import type { OpenDocuments } from '../open-documents.ts'
import type { Server } from '../server.ts'
import { Cursors } from './cursors.ts'
import { Following } from './following.ts'
import { goToPerson } from './go-to-person.ts'
import { OwnPresence } from './own-presence.ts'
import { awayDecoration, type PeopleNode, PeopleView } from './people-view.ts'
import { PersonPicker } from './person-picker.ts'

/** Who is here and where, in the editor (rules E10–E13). */
export class People {
  readonly view: PeopleView
  private readonly owned: Disposable

  constructor(server: Server, documents: OpenDocuments, bindings: EditorBindings) {
    this.view = new PeopleView(server, documents)
    const tree = window.createTreeView('lienthong.people', { treeDataProvider: this.view })
    this.view.showIn(tree)
    const picker = new PersonPicker(documents, server)
    const following = new Following(documents, bindings)
    this.owned = Disposable.from(
      this.view,
      tree,
      window.registerFileDecorationProvider(awayDecoration),
      new Cursors(server, documents, bindings),
      new OwnPresence(documents, bindings),
      following,
      register('goToPerson', async (node?: PeopleNode) =>
        goToPerson(await picker.pick(l10n.t('Go to Person'), node)),
      ),
      register('followPerson', async (node?: PeopleNode) =>
        following.start(await picker.pick(l10n.t('Follow'), node)),
      ),
      register('stopFollowing', () => following.stop()),
    )
  }

  dispose(): void {
    this.owned.dispose()
  }
}
