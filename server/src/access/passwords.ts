import { ProtocolError } from '@lienthong/protocol'
import { hash, verify } from '@node-rs/argon2'

/** NIST SP 800-63B asks for 8 at least; 12 without other demands keeps out what is guessed fast. */
const minLength = 12

/** argon2id in PHC format, with the library's defaults (OWASP's: 19 MiB, 2 passes). Errors: PASSWORD_WEAK. */
export const hashPassword = (password: string): Promise<string> => {
  if (password.length < minLength) throw new ProtocolError('PASSWORD_WEAK', { minLength })
  return hash(password)
}

/** Takes as long for a person who does not exist, so that time does not tell user names. */
export const isPassword = async (password: string, stored: string | null): Promise<boolean> => {
  const isRight = await verify(stored ?? (await nobodysHash), password)
  return stored !== null && isRight
}

const nobodysHash = hash('the password of nobody')
