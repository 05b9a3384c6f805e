/** What a client may do after a refusal: nothing, after connecting afresh, or the same again after a pause. */
export type Retry = 'no' | 'reconnect' | 'later'

interface ErrorKind {
  /** English default text; clients localise by code. `{name}` stands for a parameter; of a count it is right for one and for many. */
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
  PLUGIN_RULES_MISSING: {
    text: '{plugin} has no rules and would check nothing. Give definePlugin at least one rule, and pack it again.',
    status: 422,
    retry: 'no',
    log: 'info',
  },
  PLUGIN_FAULTY: {
    text: 'A plugin may not fail on the sample document {document}: {detail}',
    status: 422,
    retry: 'no',
    log: 'info',
  },
  PLUGIN_UNSTEADY: {
    text: '{plugin} finds something else in the sample document {document} while it is written ({written}) than when it is opened ({opened}). Keep nothing outside of create.',
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
  PLUGIN_VERSIONS_WAITING: {
    text: 'At most {max} versions of one person may wait for approval. Wait until one of yours is decided on, or withdraw one.',
    status: 409,
    retry: 'no',
    log: 'info',
  },
  PLUGIN_NOT_APPROVED: {
    text: 'Version {version} of {plugin} is not approved.',
    status: 409,
    retry: 'no',
    log: 'info',
  },
  PLUGIN_IN_USE: {
    text: 'Version {version} of {plugin} is installed. Take it out of use first.',
    status: 409,
    retry: 'no',
    log: 'info',
  },
  PLUGIN_NOT_FOUND: { text: 'There is no plugin {plugin}.', status: 404, retry: 'no', log: 'info' },
  PLUGIN_NOT_INSTALLED: {
    text: '{plugin} is not installed for {organisation} itself.',
    status: 404,
    retry: 'no',
    log: 'info',
  },
  VERSION_NOT_NEWER: {
    text: 'Version {number} does not come after {last}.',
    status: 422,
    retry: 'no',
    log: 'debug',
  },
  VERSION_STEP_TOO_SMALL: {
    text: 'What has changed since version {last} asks for {least} or later, not for {number}.',
    status: 422,
    retry: 'no',
    log: 'debug',
  },
  VERSION_UNCHANGED: {
    text: 'Nothing has changed since version {last}.',
    status: 422,
    retry: 'no',
    log: 'debug',
  },
  DECISION_OWN: {
    text: 'Somebody else has to decide on what you asked for.',
    status: 403,
    retry: 'no',
    log: 'info',
  },
  RULE_UNKNOWN: { text: 'There is no rule {rule}.', status: 422, retry: 'no', log: 'debug' },
  RULE_OPTIONS_INVALID: {
    text: 'The options of {rule} do not fit: {path} breaks {keyword}.',
    status: 422,
    retry: 'no',
    log: 'debug',
  },
  RENAME_NOTHING: {
    text: 'Only definitions of schemas and requirements can be renamed.',
    status: 422,
    retry: 'no',
    log: 'debug',
  },
  RENAME_INVALID: { text: '{name} cannot be a name here.', status: 422, retry: 'no', log: 'debug' },
  RENAME_TAKEN: { text: 'There is a {name} already.', status: 409, retry: 'no', log: 'debug' },
  RENAME_FORBIDDEN: {
    text: 'Nothing was changed: the name also stands where you may not edit. Documents concerned: {count} ({documents}).',
    status: 403,
    retry: 'no',
    log: 'info',
  },
  RENAME_UNREADABLE: {
    text: 'Nothing was changed: the name may also stand in what cannot be read at the moment. Documents concerned: {count} ({documents}).',
    status: 409,
    retry: 'no',
    log: 'info',
  },
  RENAME_PLACES_TOO_MANY: {
    text: 'Nothing was changed: the name stands in more than {max} places.',
    status: 422,
    retry: 'no',
    log: 'info',
  },
  RENAME_DOCUMENTS_TOO_MANY: {
    text: 'Nothing was changed: there are more than {max} documents, and the name may stand in one that is not looked through.',
    status: 422,
    retry: 'no',
    log: 'info',
  },
  SERVER_STOPPING: {
    text: 'The server is stopping. Your changes are kept; reconnecting.',
    status: 503,
    retry: 'reconnect',
    log: 'info',
  },
  SERVER_DEGRADED: {
    text: 'The server cannot work with its own database right now. Try again in a moment.',
    status: 503,
    retry: 'later',
    log: 'error',
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
