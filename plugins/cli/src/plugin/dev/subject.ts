import type { Gathering, PublishedSource } from '@lienthong/plugin-engine'
import type { RuleInputs } from '@lienthong/protocol'
import type { SourceFile } from '../../check/files.ts'

/** A document as it is by now, and what rules see beside it. */
export interface Tried {
  readonly file: SourceFile
  readonly inputs: RuleInputs
  readonly database: string | null
  /** What changes are held against. */
  readonly published?: PublishedSource | null
  /** Of what the document refers to. */
  readonly gathering: Gathering
}

/** The document that a plugin is tried on while it is written. */
export interface Subject {
  /** As the author named it. */
  readonly name: string
  /** Errors that the author can put right are Failures. */
  read(): Promise<Tried>
  /** Calls after every change, and when there is something to tell. */
  watch(changed: () => void): Promise<void>
  close(): Promise<void>
}
