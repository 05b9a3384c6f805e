import { createHash } from 'node:crypto'

/** Of a text as UTF-8, in hex: what its content is known by. */
export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')
