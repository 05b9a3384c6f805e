import { type DocumentPlace, FindDefinition, FindReferences, type Span } from '@lienthong/protocol'
import {
  type DefinitionProvider,
  Location,
  type Position,
  Range,
  type ReferenceContext,
  type ReferenceProvider,
  type TextDocument,
} from 'vscode'
import { uriOf } from '../open-documents.ts'
import type { Questions } from './questions.ts'

/** Go to definition and find references, within a document and across documents. */
export class Places implements DefinitionProvider, ReferenceProvider {
  constructor(private readonly questions: Questions) {}

  async provideDefinition(document: TextDocument, position: Position): Promise<Location[] | undefined> {
    const answer = await this.questions.askAt(document, position, FindDefinition, place => place)
    return answer?.places.map(locationOf)
  }

  async provideReferences(
    document: TextDocument,
    position: Position,
    { includeDeclaration }: ReferenceContext,
  ): Promise<Location[] | undefined> {
    const answer = await this.questions.askAt(document, position, FindReferences, place => ({
      ...place,
      withDefinition: includeDeclaration,
    }))
    return answer?.places.map(locationOf)
  }
}

export const rangeOf = (span: Span): Range => new Range(...span)

const locationOf = (place: DocumentPlace): Location => new Location(uriOf(place), rangeOf(place.span))
