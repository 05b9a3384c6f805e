import type { InputData } from '@lienthong/plugin-sdk'
import type { Code } from './instance.ts'
import type { FaultKind, Limits } from './limits.ts'
import type { CodePlace } from './thrown.ts'

/** What a thread is started with. */
export interface ThreadData {
  readonly wasmModule: WebAssembly.Module
  readonly limits: Limits
}

/** Questions to a thread; each is answered once. */
export type ThreadAsk =
  | { readonly kind: 'load'; readonly code: Code }
  /** What rules may look up from here on, in the place of what they could before. */
  | { readonly kind: 'inputs'; readonly data: InputData }
  /** `characters` is the length of the step that comes next, which hands the whole document in. */
  | { readonly kind: 'open'; readonly document: string; readonly characters: number }
  /** `weight` is how many characters it handles at once. */
  | { readonly kind: 'step'; readonly document: string; readonly json: string; readonly weight: number }
  /** Goes on with the step before, at a unit that is near. */
  | { readonly kind: 'more'; readonly document: string; readonly near: string; readonly weight: number }
  /** About places of the document as the last step left it. */
  | { readonly kind: 'help'; readonly document: string; readonly json: string; readonly weight: number }
  | { readonly kind: 'close'; readonly document: string }

/** `ok: null` for what builds on steps which the thread has forgotten. `memoryBytes` is what its instance takes. */
export type ThreadAnswer =
  | { readonly ok: string | null; readonly memoryBytes: number }
  | {
      readonly fault: FaultKind
      readonly detail: string
      readonly rule: string | null
      readonly calls: readonly CodePlace[]
    }
