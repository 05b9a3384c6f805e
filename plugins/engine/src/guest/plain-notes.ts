import type { Note, PlainNote } from '@lienthong/plugin-sdk'
import { frozen } from './frozen.ts'

/** Notes without what they hang on, so that nothing but them can be looked at. Throws TypeError for facts that are no plain data. */
export const plainNotes = (rule: string, notes: readonly Note[]): readonly PlainNote[] => {
  try {
    return notes.map(({ node: { unit, path }, fact }) => ({
      node: { unit, path, value: null },
      fact: frozen(JSON.parse(JSON.stringify(fact ?? null))),
    }))
  } catch {
    throw new TypeError(`The rule ${rule} has a visitor "notes" and notes what is no plain data.`)
  }
}

export const isSameNotes = (before: readonly Note[], after: readonly Note[]): boolean =>
  before.length === after.length &&
  before.every((note, at) => JSON.stringify(note) === JSON.stringify(after[at]))
