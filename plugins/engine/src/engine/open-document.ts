import type { InputData } from '@lienthong/plugin-sdk'
import type { Around, Known } from '../linked/links.ts'
import type { DocumentModel } from '../models/unit.ts'
import type { UnitFinding } from './finding.ts'
import type { OpenPlugin } from './open-plugin.ts'
import type { Published, PublishedText } from './published.ts'
import type { RuleSettings } from './rule-settings.ts'

/** What a check names, as it was when it came. */
export interface Named {
  readonly text: string
  readonly published: PublishedText | null
  readonly inputs: InputData
  readonly around: Around | null
  readonly plugins: readonly OpenPlugin[]
}

export interface OpenDocument {
  model: DocumentModel | null
  published: Published | null
  /** As they were handed in last, maybe for a check that waits its turn. */
  text: string | null
  publishedText: PublishedText | null
  around: Around | null
  /** Where the references of the text that was read last lead. */
  links: Known | null
  sent: Map<string, readonly UnitFinding[]>
  /** The unit where somebody looks, '' for none. */
  near: string
  /** How it was checked last; null before it was. */
  last:
    | (Pick<Named, 'inputs' | 'around' | 'plugins'> & { rules: RuleSettings; database: string | null })
    | null
  queue: Promise<unknown>
}

/** What is asked of a document is answered in turn. */
export const inTurn = <T>(document: OpenDocument, run: () => Promise<T>): Promise<T> => {
  const result = document.queue.then(run, run)
  document.queue = result.catch(() => undefined)
  return result
}
