import { ProtocolError } from '@lienthong/protocol'
import type { NextFunction, Request, Response } from 'express'

/** Whether U+0000 is in any text inside. PostgreSQL cannot store it, and no name, code or comment needs it. */
export const holdsNul = (value: unknown): boolean => {
  if (typeof value === 'string') return value.includes('\0')
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false
  return Object.values(value).some(holdsNul)
}

/** Parts of the address reach queries as they are. Errors: MESSAGE_INVALID. */
export const refuseNulInPath = ({ path }: Request, _response: Response, next: NextFunction): void => {
  next(path.includes('%00') ? new ProtocolError('MESSAGE_INVALID', { detail: 'address: U+0000' }) : undefined)
}
