import { createHash, randomBytes } from 'node:crypto'

/** A secret with 256 bits of chance; the prefix tells people and scanners what it is. */
export const newSecret = (prefix: string): string => prefix + randomBytes(32).toString('base64url')

/** What is stored of a secret. Plain SHA-256 is enough for secrets that nobody can guess. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** An ISO time from now. */
export const after = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString()

export const minute = 60_000
export const day = 24 * 60 * minute
