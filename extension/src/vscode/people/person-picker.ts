import { l10n, window } from 'vscode'
import type { PersonHere } from '../../core/people-here.ts'
import { Cancelled } from '../errors.ts'
import type { OpenDocument, OpenDocuments } from '../open-documents.ts'
import type { Server } from '../server.ts'
import { describe, peopleOf } from './people-of.ts'
import type { PeopleNode } from './people-view.ts'

/** Somebody in a document. */
export interface Place {
  document: OpenDocument
  person: PersonHere
}

/** Whom a command is about: the person of the view's node as they are now, or whoever is picked. Errors: Cancelled. */
export class PersonPicker {
  constructor(
    private readonly documents: OpenDocuments,
    private readonly server: Server,
  ) {}

  async pick(title: string, node: PeopleNode | undefined): Promise<Place> {
    return node?.kind === 'person' ? latest(node) : this.ask(title)
  }

  private async ask(title: string): Promise<Place> {
    const me = this.server.me?.person.id
    const items = this.documents.all.flatMap(document =>
      peopleOf(document).map(person => ({
        label: person.displayName,
        description: describe(person, person.personId === me),
        detail: document.summary.title,
        document,
        person,
      })),
    )
    if (items.length === 0) {
      void window.showInformationMessage(l10n.t('Nobody else has one of your documents open.'))
      throw new Cancelled()
    }
    const picked = items.length === 1 ? items[0] : await window.showQuickPick(items, { title })
    if (!picked) throw new Cancelled()
    return picked
  }
}

/** The tree's node may be some seconds old; the person has moved on since. */
const latest = ({ document, person }: Place): Place => ({
  document,
  person: peopleOf(document).find(({ personId }) => personId === person.personId) ?? person,
})
