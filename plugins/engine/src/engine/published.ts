import type { Format } from '@lienthong/plugin-sdk'
import { readDocument } from '../models/read.ts'
import type { DocumentModel } from '../models/unit.ts'

/** A published version, read. The same one is the same object: plugins are told of it once. */
export interface Published {
  readonly revision: string
  readonly text: string
  readonly model: DocumentModel
}

/** Its text, before it is read. */
export type PublishedText = Pick<Published, 'revision' | 'text'>

export const readPublished = (
  format: Format,
  given: PublishedText | null,
  before: Published | null,
): Published | null => {
  if (given === null) return null
  if (before?.text === given.text && before.revision === given.revision) return before
  return { ...given, model: readDocument(format, given.text, before?.model ?? null) }
}
