import * as z from 'zod/mini'

const uuid = () => z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))

/** A person with an account. UUIDv7, lower case. */
export const PersonId = uuid().brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

/** An organisation in the dated tree centre → province → commune. UUIDv7. */
export const OrganisationId = uuid().brand<'OrganisationId'>()
export type OrganisationId = z.infer<typeof OrganisationId>

/** A national or specialised database as a record of the inventory. UUIDv7. */
export const DatabaseId = uuid().brand<'DatabaseId'>()
export type DatabaseId = z.infer<typeof DatabaseId>

/** A directive (resolution, decree, plan, …). UUIDv7. */
export const DirectiveId = uuid().brand<'DirectiveId'>()
export type DirectiveId = z.infer<typeof DirectiveId>

/** A specification or schema that belongs to a database. UUIDv7. */
export const DocumentId = uuid().brand<'DocumentId'>()
export type DocumentId = z.infer<typeof DocumentId>

/** One editor's open document: unique per socket and document, stamped by the server. UUIDv7. */
export const SessionId = uuid().brand<'SessionId'>()
export type SessionId = z.infer<typeof SessionId>

/** A comment thread anchored to words of a document. UUIDv7. */
export const ThreadId = uuid().brand<'ThreadId'>()
export type ThreadId = z.infer<typeof ThreadId>

/** A waiver of a finding. UUIDv7. */
export const WaiverId = uuid().brand<'WaiverId'>()
export type WaiverId = z.infer<typeof WaiverId>

/** One comment of a thread. UUIDv7. */
export const CommentId = uuid().brand<'CommentId'>()
export type CommentId = z.infer<typeof CommentId>
