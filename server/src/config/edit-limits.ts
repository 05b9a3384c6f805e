import * as z from 'zod'

const mebibyte = 1024 ** 2

const count = (fallback: number) => z.coerce.number().int().positive().default(fallback)

/** The settings that keep one client or one organisation from using up what all share. None is met by people who type, paste or merge. */
export const editLimitSettings = {
  LIENTHONG_MESSAGES_PER_SECOND_PER_PERSON: count(2000),
  LIENTHONG_EDITS_PER_SECOND_PER_CONNECTION: count(500),
  LIENTHONG_EDIT_BYTES_PER_SECOND_PER_CONNECTION: count(2 * mebibyte),
  LIENTHONG_EDITS_PER_SECOND_PER_DOCUMENT: count(2000),
  LIENTHONG_EDIT_BYTES_PER_SECOND_PER_DOCUMENT: count(4 * mebibyte),
  LIENTHONG_EDIT_BYTES_PER_DAY_PER_PERSON: count(512 * mebibyte),
  LIENTHONG_EDIT_BYTES_PER_DAY_PER_ORGANISATION: count(8192 * mebibyte),
  LIENTHONG_MAX_DOCUMENT_BYTES: count(32 * mebibyte),
  LIENTHONG_MAX_UNSTORED_BYTES: count(32 * mebibyte),
}

type Values = z.infer<z.ZodObject<typeof editLimitSettings>>

/** Bounds of what is taken in. Those per second are averages over ten seconds. */
export interface EditLimits {
  /** Messages of any kind, on all connections of a person: beyond it they are read more slowly. */
  messagesPerSecondPerPerson: number
  editsPerSecondPerConnection: number
  editBytesPerSecondPerConnection: number
  editsPerSecondPerDocument: number
  editBytesPerSecondPerDocument: number
  editBytesPerDayPerPerson: number
  editBytesPerDayPerOrganisation: number
  /** What is stored of a document: its snapshot and the changes since. */
  maxDocumentBytes: number
  /** What is kept in memory, of all documents, while it cannot be stored: the process must not die of a database that is away. */
  maxUnstoredBytes: number
}

export const editLimitsOf = (values: Values): EditLimits => ({
  messagesPerSecondPerPerson: values.LIENTHONG_MESSAGES_PER_SECOND_PER_PERSON,
  editsPerSecondPerConnection: values.LIENTHONG_EDITS_PER_SECOND_PER_CONNECTION,
  editBytesPerSecondPerConnection: values.LIENTHONG_EDIT_BYTES_PER_SECOND_PER_CONNECTION,
  editsPerSecondPerDocument: values.LIENTHONG_EDITS_PER_SECOND_PER_DOCUMENT,
  editBytesPerSecondPerDocument: values.LIENTHONG_EDIT_BYTES_PER_SECOND_PER_DOCUMENT,
  editBytesPerDayPerPerson: values.LIENTHONG_EDIT_BYTES_PER_DAY_PER_PERSON,
  editBytesPerDayPerOrganisation: values.LIENTHONG_EDIT_BYTES_PER_DAY_PER_ORGANISATION,
  maxDocumentBytes: values.LIENTHONG_MAX_DOCUMENT_BYTES,
  maxUnstoredBytes: values.LIENTHONG_MAX_UNSTORED_BYTES,
})
