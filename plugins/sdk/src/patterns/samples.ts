import { acceptsOf } from './states.ts'
import type { Syntax } from './syntax.ts'

/** Characters to try where a pattern accepts many: digits, letters, one beyond ASCII, signs. */
const usual = [...'0a1Az9đ-_ ./@:']

/** How far a repetition goes beyond what it must: further makes texts long and shows nothing new. */
const furthest = 3

/** Which of its possibilities a sample takes everywhere. */
interface Choice {
  readonly option: number
  readonly character: number
  readonly more: number
}

/** Texts made along an expression. What stands between characters and looks ahead is passed over: try them. */
export const samplesOf = (syntax: Syntax): readonly string[] => {
  const found = new Set<string>()
  for (const more of [0, 1, furthest])
    for (const option of [0, 1, 2])
      for (const character of [0, 1]) found.add(sample(syntax, { option, character, more }))
  return [...found]
}

const sample = (syntax: Syntax, choice: Choice): string => {
  switch (syntax.kind) {
    case 'character':
      return characterOf(syntax.atom, choice.character)
    case 'sequence':
      return syntax.parts.map(part => sample(part, choice)).join('')
    case 'choice': {
      const option = syntax.options[choice.option % syntax.options.length]
      return option ? sample(option, choice) : ''
    }
    case 'repeat':
      return sample(syntax.of, choice).repeat(Math.min(syntax.max, syntax.min + choice.more))
    case 'edge':
    case 'ahead':
      return ''
    default:
      return syntax satisfies never
  }
}

const characterOf = (atom: string, nth: number): string => {
  const accepts = acceptsOf(atom)
  const fitting = [atom, ...usual].filter(character => [...character].length === 1 && accepts(character))
  return fitting[nth % Math.max(1, fitting.length)] ?? atom.replace(/^\\/, '')
}
