import type { PersonId } from '@lienthong/protocol'
import { Entity } from 'typeorm'
import { IdColumn, KeyColumn, ReferenceColumn, TextColumn, TimeColumn } from '../database/columns.ts'

/** A sign-in and everything refreshed from it: the family that is revoked as a whole. */
@Entity('sessions')
export class SessionRow {
  @IdColumn()
  id: string

  @ReferenceColumn()
  personId: PersonId

  @TimeColumn()
  createdAt: string

  @TimeColumn({ nullable: true })
  revokedAt: string | null
}

/** One use of a session's refreshing. Secrets are stored as SHA-256 only. */
@Entity('refresh_tokens')
export class RefreshTokenRow {
  @KeyColumn()
  hash: string

  @ReferenceColumn()
  sessionId: string

  @TimeColumn()
  expiresAt: string

  @TimeColumn({ nullable: true })
  usedAt: string | null
}

@Entity('personal_tokens')
export class PersonalTokenRow {
  @IdColumn()
  id: string

  @ReferenceColumn()
  personId: PersonId

  @TextColumn()
  name: string

  @TextColumn({ unique: true })
  hash: string

  @TimeColumn()
  createdAt: string

  /** To the hour: enough to find tokens that nobody uses, without a write per request. */
  @TimeColumn({ nullable: true })
  lastUsedAt: string | null

  @TimeColumn({ nullable: true })
  expiresAt: string | null

  @TimeColumn({ nullable: true })
  revokedAt: string | null
}

/** A one-time link (`first-administrator`, `demo`) or code (`editor`, with its PKCE challenge). */
@Entity('one_time_secrets')
export class OneTimeSecretRow {
  @KeyColumn()
  hash: string

  @TextColumn()
  purpose: 'first-administrator' | 'demo' | 'editor'

  @ReferenceColumn({ nullable: true })
  personId: PersonId | null

  @TextColumn({ nullable: true })
  challenge: string | null

  @TimeColumn()
  expiresAt: string

  @TimeColumn({ nullable: true })
  usedAt: string | null
}

/** Keys of the installation itself, made once. */
@Entity('server_keys')
export class ServerKeyRow {
  @KeyColumn()
  name: string

  @TextColumn()
  value: string
}
