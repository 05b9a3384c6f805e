import { PluginFault } from '../sandbox/limits.ts'
import type { UnitFinding } from './finding.ts'

/** Characters of a document that are read to place one step's findings: a sixth of a second. Much less, and honest rules fail on one long unit. */
const maxRead = 50_000_000
/** Characters of one step's messages and edits. An answer is shorter, but what it names is filled in and quoted. */
const maxWritten = 10_000_000
/** What looking for something costs, however near it is. */
const perLook = 10
/** What working out a fix costs. */
const perFix = 1_000

/** What placing a plugin's findings may cost its host: short answers can ask for much. Throws PluginFault beyond it. */
export class Effort {
  private charactersRead = 0
  private charactersWritten = 0

  /** `characters` were read. */
  read(characters: number): void {
    this.charactersRead += characters + perLook
    if (this.charactersRead > maxRead)
      throw new PluginFault('answer-too-large', 'its findings take too much work to be placed')
  }

  fixed(): void {
    this.read(perFix)
  }

  /** This was made. */
  wrote({ message, fixes }: Pick<UnitFinding, 'message' | 'fixes'>): void {
    this.charactersWritten += message.vi.length + message.en.length
    for (const { title, edits } of fixes) {
      this.charactersWritten += title.vi.length + title.en.length
      for (const { text, expected } of edits) this.charactersWritten += text.length + expected.length
    }
    if (this.charactersWritten > maxWritten)
      throw new PluginFault('answer-too-large', `more than ${maxWritten} characters of messages and fixes`)
  }
}
