import type { Format } from '@lienthong/plugin-sdk'
import { readDocument } from '../models/read.ts'
import type { DocumentModel } from '../models/unit.ts'

/** A published version, read. The same one is the same object: plugins are told of it once. */
export interface Published {
  readonly revision: string
  readonly model: DocumentModel
}

/** Its text, before it is read. */
export interface PublishedText {
  readonly revision: string
  readonly text: string
}

export const readPublished = (
  format: Format,
  given: PublishedText | null,
  before: Published | null,
): Published | null => {
  if (given === null) return null
  const { revision, text } = given
  if (before?.model.text === text && before.revision === revision) return before
  return { revision, model: readDocument(format, text, before?.model ?? null) }
}
