import * as z from 'zod/mini'
import { OrganisationId, PersonId } from './ids.ts'
import { Action, Role } from './roles.ts'

const Username = z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{1,63}$/))

/** What the socket's handshake carries in `auth`: never a header, so that browsers and web workers can connect (rule B12). */
export const SocketAuth = z.object({ token: z.string(), protocolVersion: z.number() })
export type SocketAuth = z.infer<typeof SocketAuth>

/** A role of a person on an organisation's subtree. */
export const RoleGrant = z.object({
  id: z.string(),
  role: Role,
  organisationId: OrganisationId,
  organisationName: z.string(),
})
export type RoleGrant = z.infer<typeof RoleGrant>

/** A person as others may see them. */
export const Person = z.object({
  id: PersonId,
  username: z.string(),
  displayName: z.string(),
  organisationId: z.nullable(OrganisationId),
  isActive: z.boolean(),
  grants: z.array(RoleGrant),
})
export type Person = z.infer<typeof Person>

/** The caller: the person and every action that some grant of theirs allows somewhere. */
export const Me = z.object({ person: Person, actions: z.array(Action) })
export type Me = z.infer<typeof Me>

/** A signed-in session. The access token lives minutes; the refresh token is replaced each time it is used. Times are ISO 8601. */
export const SignedIn = z.object({
  accessToken: z.string(),
  accessTokenExpiresAt: z.string(),
  refreshToken: z.string(),
  refreshTokenExpiresAt: z.string(),
  me: Me,
})
export type SignedIn = z.infer<typeof SignedIn>

/** POST /api/v1/sessions → {@link SignedIn}. Errors: CREDENTIALS_WRONG, RATE_LIMITED. */
export const SignIn = z.object({ username: z.string(), password: z.string() })
export type SignIn = z.infer<typeof SignIn>

/** POST /api/v1/sessions/refresh → {@link SignedIn}. A refresh token used twice revokes its whole family. Errors: TOKEN_INVALID, TOKEN_EXPIRED. */
export const RefreshSession = z.object({ refreshToken: z.string() })
export type RefreshSession = z.infer<typeof RefreshSession>

/** GET /api/v1/sign-in-links/:token: what a one-time link is for. Errors: LINK_USED. */
export const SignInLink = z.object({
  purpose: z.enum(['first-administrator', 'demo']),
  displayName: z.nullable(z.string()),
})
export type SignInLink = z.infer<typeof SignInLink>

/** POST /api/v1/sign-in-links/:token → {@link SignedIn}. A first-administrator link needs the account's details, a demo link an empty object. Errors: LINK_USED, PASSWORD_WEAK, USERNAME_TAKEN. */
export const UseSignInLink = z.object({
  username: z.optional(Username),
  displayName: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  password: z.optional(z.string()),
})
export type UseSignInLink = z.infer<typeof UseSignInLink>

/**
 * POST /api/v1/sign-in-codes → { code }, by a signed-in browser on behalf of an editor (PKCE, RFC 7636 S256). Errors: RIGHT_MISSING for a personal token.
 * The portal's page `/authorize?callback=…&challenge=…&state=…` asks for consent and redirects to `callback?code=…&state=…`.
 */
export const CreateSignInCode = z.object({ challenge: z.string().check(z.minLength(43), z.maxLength(128)) })
export type CreateSignInCode = z.infer<typeof CreateSignInCode>

/** POST /api/v1/sessions/code → {@link SignedIn}. The code works once, for a minute. Errors: LINK_USED, CREDENTIALS_WRONG. */
export const ExchangeSignInCode = z.object({
  code: z.string(),
  verifier: z.string().check(z.minLength(43), z.maxLength(128)),
})
export type ExchangeSignInCode = z.infer<typeof ExchangeSignInCode>

/** GET /api/v1/tokens lists them, DELETE /api/v1/tokens/:id revokes one. The secret is never shown again. */
export const PersonalToken = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.nullable(z.string()),
  expiresAt: z.nullable(z.string()),
})
export type PersonalToken = z.infer<typeof PersonalToken>

/** POST /api/v1/tokens → {@link CreatedToken}. Errors: RIGHT_MISSING for a personal token. */
export const CreateToken = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  expiresInDays: z.optional(z.number().check(z.int(), z.positive(), z.maximum(365))),
})
export type CreateToken = z.infer<typeof CreateToken>

/** The only time that a personal access token's secret (`ltp_…`) travels. It is sent as a bearer token, like an access token. */
export const CreatedToken = z.object({ ...PersonalToken.shape, token: z.string() })
export type CreatedToken = z.infer<typeof CreatedToken>

/** POST /api/v1/people → {@link Person}. Needs person:manage. Errors: USERNAME_TAKEN, PASSWORD_WEAK. */
export const CreatePerson = z.object({
  username: Username,
  displayName: z.string().check(z.minLength(1), z.maxLength(200)),
  password: z.string(),
  organisationId: z.nullable(OrganisationId),
})
export type CreatePerson = z.infer<typeof CreatePerson>

/** PATCH /api/v1/people/:id. Deactivating revokes every token and closes open sockets. */
export const ChangePerson = z.object({
  displayName: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  organisationId: z.optional(z.nullable(OrganisationId)),
  password: z.optional(z.string()),
  isActive: z.optional(z.boolean()),
})
export type ChangePerson = z.infer<typeof ChangePerson>

/** POST /api/v1/people/:id/grants → {@link RoleGrant}; DELETE /api/v1/people/:id/grants/:grantId. */
export const GrantRole = z.object({ role: Role, organisationId: OrganisationId })
export type GrantRole = z.infer<typeof GrantRole>
