import { sha256 as hash } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** The same as `src/engine/sha256.ts`, whose place it takes in the browser's bundle: a page has a SHA-256 of its own, which answers too late for our code. */
export const sha256 = (text: string): string => bytesToHex(hash(utf8ToBytes(text)))
