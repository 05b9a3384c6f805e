import { visibleCharacter } from './visible-character.ts'

/** Controls, and turns of the direction in which text reads. */
const obeyed = /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu
const ownColour = /^\[(?:0|1|3[1-6]|90)m/

/**
 * A text for a terminal, which would obey some characters rather than show them: the words of documents, plugins and servers are other
 * people's. Ours are line feeds, tabs and colours.
 */
export const terminalText = (text: string): string =>
  text.replace(obeyed, (character, at: number) => {
    if (character === '\n' || character === '\t') return character
    const isColour = character === '\u001b' && ownColour.test(text.slice(at + 1, at + 5))
    return isColour ? character : visibleCharacter(character)
  })
