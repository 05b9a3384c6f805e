/** What says which document is open, and as whom: a connection is one account's on one server. */
interface Opened {
  readonly summary: { readonly id: string }
  readonly connection: object
}

/** Whether a document is the one that the person was asked about, perhaps left and opened again since. */
export const isSameDocument = (document: Opened, asked: Opened): boolean =>
  document.summary.id === asked.summary.id && document.connection === asked.connection
