import { createHash } from 'node:crypto'

/** SHA-256 of a text in UTF-8, in hexadecimal digits. Node's own is many times faster than one in JavaScript, which `src/browser` has (see build.mjs). */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
