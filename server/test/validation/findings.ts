import { type Finding, FindingsChanged } from '@lienthong/protocol'
import * as Y from 'yjs'
import type { Editor } from '../collaboration/editor.ts'

/** What a client that keeps to the protocol shows: the units told last, as `rule: marked words`. */
export const shown = (editor: Editor, plugin: string): string[] =>
  current(editor)
    .filter(({ ruleId }) => ruleId.startsWith(`${plugin}/`))
    .map(finding => `${finding.message.vi}: ${marked(editor, finding)}`)
    .sort()

/** Whoever is slow has been heard, too (rule V32): a check that does not wait for all is followed by another within a second. */
export const allHeard = async (editor: Editor): Promise<void> => {
  let count = 0
  do {
    count = editor.noticed(FindingsChanged).length
    await new Promise(resolve => setTimeout(resolve, 2_000))
  } while (editor.noticed(FindingsChanged).length > count)
}

export const current = (editor: Editor): Finding[] => {
  const units = new Map<string, Finding[]>()
  for (const notice of editor.noticed(FindingsChanged)) {
    if (notice.isComplete) units.clear()
    for (const { unit, findings } of notice.units) units.set(unit, findings)
  }
  return [...units.values()].flat()
}

export const marked = ({ doc, text }: Editor, { range }: Pick<Finding, 'range'>): string => {
  const [start = 0, end = 0] = [range.start, range.end].map(bytes => {
    const position = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(bytes), doc)
    if (!position) throw new Error('a position that leads nowhere')
    return position.index
  })
  return text.toString().slice(start, end)
}
