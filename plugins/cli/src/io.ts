import type { Speech } from './words/speech.ts'

/** What a command works with: where it runs, what it may print to, and in which language. */
export interface Io {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly speech: Speech
  /** Whether colours are wanted. */
  readonly isColourful: boolean
  out(text: string): void
  /** Says something beside the answer, where it does not mix with it. */
  note(text: string): void
  /** Asks the person; no without a person to ask. */
  confirm(question: string): Promise<boolean>
}

const codes = { red: 31, yellow: 33, blue: 36, grey: 90, green: 32, bold: 1 } as const

/** Colours a text where colours are wanted. */
export const paint = ({ isColourful }: Io, colour: keyof typeof codes, text: string): string =>
  isColourful ? `\u001b[${codes[colour]}m${text}\u001b[0m` : text
