import * as z from 'zod/mini'

/** What a client may do after a refusal: nothing, after connecting afresh, or the same again after a pause. */
export type Retry = 'no' | 'reconnect' | 'later'

interface ErrorKind {
  /** English default text; clients localise by code. `{name}` stands for a parameter. */
  text: string
  /** HTTP status of the same refusal over REST. */
  status: number
  retry: Retry
  log: 'debug' | 'info' | 'warn' | 'error'
}

/**
 * The closed table of every expected failure. A client localises by code; the text here is the fallback.
 * Everything that is not in this table is a bug and reaches the client as `INTERNAL` with a reference.
 */
export const errorTable = {
  MESSAGE_INVALID: {
    text: 'The message does not have the expected shape: {detail}.',
    status: 400,
    retry: 'no',
    log: 'info',
  },
  MESSAGE_UNKNOWN: {
    text: 'The server does not know the message {name}.',
    status: 400,
    retry: 'no',
    log: 'info',
  },
  PROTOCOL_INCOMPATIBLE: {
    text: 'This client speaks protocol {client}, the server {server}. Update the older one.',
    status: 426,
    retry: 'no',
    log: 'info',
  },
  TOKEN_MISSING: { text: 'Sign in first.', status: 401, retry: 'no', log: 'debug' },
  TOKEN_INVALID: {
    text: 'The token is not valid, or was revoked. Sign in again.',
    status: 401,
    retry: 'no',
    log: 'info',
  },
  TOKEN_EXPIRED: { text: 'The token has expired.', status: 401, retry: 'reconnect', log: 'debug' },
  CREDENTIALS_WRONG: { text: 'The user name or password is wrong.', status: 401, retry: 'no', log: 'info' },
  LINK_USED: {
    text: 'This sign-in link was used already, or has expired.',
    status: 410,
    retry: 'no',
    log: 'info',
  },
  PASSWORD_WEAK: {
    text: 'A password needs at least {minLength} characters.',
    status: 422,
    retry: 'no',
    log: 'debug',
  },
  USERNAME_TAKEN: { text: 'The user name {username} is taken.', status: 409, retry: 'no', log: 'debug' },
  RIGHT_MISSING: {
    text: 'Your roles do not include the right to {action} here.',
    status: 403,
    retry: 'no',
    log: 'info',
  },
  RATE_LIMITED: {
    text: 'Too many requests. Try again in {seconds} s.',
    status: 429,
    retry: 'later',
    log: 'info',
  },
  DOCUMENT_NOT_FOUND: {
    text: 'There is no such document, or you may not see it.',
    status: 404,
    retry: 'no',
    log: 'info',
  },
  DOCUMENT_NOT_JOINED: { text: 'Join the document first.', status: 409, retry: 'reconnect', log: 'info' },
  DOCUMENT_UNAVAILABLE: {
    text: 'The document could not be loaded. Nothing is lost; try again.',
    status: 503,
    retry: 'later',
    log: 'error',
  },
  DOCUMENT_PATH_TAKEN: {
    text: 'The database has a document {path} already.',
    status: 409,
    retry: 'no',
    log: 'debug',
  },
  UPDATE_TOO_LARGE: {
    text: 'The change is larger than {maxBytes} bytes. Split it.',
    status: 413,
    retry: 'no',
    log: 'info',
  },
  UPDATE_MALFORMED: {
    text: 'The change could not be read and was not applied.',
    status: 422,
    retry: 'reconnect',
    log: 'warn',
  },
  UPDATE_INCOMPLETE: {
    text: 'The change builds on another that the server has not seen. Synchronise first.',
    status: 409,
    retry: 'reconnect',
    log: 'info',
  },
  UPDATE_FOREIGN: {
    text: 'The change brings words of another editor, who sends them. Synchronise first.',
    status: 409,
    retry: 'reconnect',
    log: 'warn',
  },
  DOCUMENT_FULL: {
    text: 'The document has reached {maxBytes} bytes. Your words are kept on your side; split the document.',
    status: 413,
    retry: 'no',
    log: 'info',
  },
  QUOTA_EXCEEDED: {
    text: 'The amount of changes for a day is used up. They are kept on your side and sent in {hours} h.',
    status: 429,
    retry: 'later',
    log: 'warn',
  },
  RECEIVER_SLOW: {
    text: 'The connection takes in changes too slowly and was ended; reconnecting.',
    status: 408,
    retry: 'reconnect',
    log: 'info',
  },
  STORAGE_UNAVAILABLE: {
    text: 'Changes cannot be stored right now. They are kept on your side.',
    status: 503,
    retry: 'later',
    log: 'error',
  },
  THREAD_NOT_FOUND: { text: 'There is no such comment thread.', status: 404, retry: 'no', log: 'info' },
  RECORD_NOT_FOUND: { text: 'There is no {kind} {id}.', status: 404, retry: 'no', log: 'info' },
  RECORD_INVALID: { text: 'Not acceptable: {detail}.', status: 422, retry: 'no', log: 'debug' },
  RECORD_CODE_TAKEN: { text: 'The code {code} is taken.', status: 409, retry: 'no', log: 'debug' },
  RECORD_CHANGED: {
    text: 'Somebody changed it meanwhile. Read it again.',
    status: 412,
    retry: 'no',
    log: 'debug',
  },
  PRECONDITION_MISSING: {
    text: 'Send If-Match with the ETag you read.',
    status: 428,
    retry: 'no',
    log: 'debug',
  },
  PLUGIN_INVALID: {
    text: 'The plugin package is not acceptable: {detail}.',
    status: 422,
    retry: 'no',
    log: 'info',
  },
  PLUGIN_VERSION_TAKEN: {
    text: 'Version {version} of {plugin} exists already with other content.',
    status: 409,
    retry: 'no',
    log: 'info',
  },
  PLUGIN_NOT_FOUND: { text: 'There is no plugin {plugin}.', status: 404, retry: 'no', log: 'info' },
  SERVER_STOPPING: {
    text: 'The server is stopping. Your changes are kept; reconnecting.',
    status: 503,
    retry: 'reconnect',
    log: 'info',
  },
  SERVER_UNREACHABLE: {
    text: 'The server at {url} does not answer.',
    status: 503,
    retry: 'reconnect',
    log: 'info',
  },
  INTERNAL: {
    text: 'Something went wrong on the server. Reference: {reference}.',
    status: 500,
    retry: 'later',
    log: 'error',
  },
} as const satisfies Record<string, ErrorKind>

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
