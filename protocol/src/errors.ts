import * as z from 'zod/mini'
import { errorTable, type Retry } from './error-table.ts'

/** A code of `errorTable`. */
export type ErrorCode = keyof typeof errorTable

/** Values that a localised text fills in. Never personal data or document text. */
export type ErrorParams = Readonly<Record<string, string | number>>

/** How a refusal travels, on sockets as `{ error }` and over REST inside problem+json. */
export const WireError = z.object({
  code: z.string(),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
})
export type WireError = z.infer<typeof WireError>

/** An expected refusal. Thrown on either side, carried over the wire as {@link WireError}. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'

  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
  ) {
    super(fillIn(errorTable[code].text, params))
  }

  get retry(): Retry {
    return errorTable[this.code].retry
  }

  /** As it travels; {@link ProtocolError.fromWire} is the way back. */
  toWire(): WireError {
    return { code: this.code, params: { ...this.params } }
  }

  /** A code that this version does not know (a newer server) becomes `INTERNAL` with that code as reference. */
  static fromWire({ code, params }: WireError): ProtocolError {
    return isErrorCode(code)
      ? new ProtocolError(code, params)
      : new ProtocolError('INTERNAL', { reference: code })
  }
}

/** True for a code of `errorTable`. */
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorTable, code)

/** Puts parameters into a text: `{name}` becomes its value; unknown names stay as they are. */
export const fillIn = (text: string, params: ErrorParams): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
