import * as z from 'zod/mini'
import { WireError } from './errors.ts'

/** A message from client to server that is answered exactly once, by `answer` or by an error. */
export interface Ask<
  Request extends z.ZodMiniType = z.ZodMiniType,
  Answer extends z.ZodMiniType = z.ZodMiniType,
> {
  kind: 'ask'
  name: string
  request: Request
  answer: Answer
}

/** A message from server to client about something that has happened. Never answered. */
export interface Notice<Payload extends z.ZodMiniType = z.ZodMiniType> {
  kind: 'notice'
  name: string
  payload: Payload
}

/** Declares an {@link Ask}. The name is `noun:verb`. */
export const ask = <R extends z.ZodMiniType, A extends z.ZodMiniType>(
  name: string,
  request: R,
  answer: A,
): Ask<R, A> => ({
  kind: 'ask',
  name,
  request,
  answer,
})

/** Declares a {@link Notice}. The name is `noun:past-tense`. */
export const notice = <P extends z.ZodMiniType>(name: string, payload: P): Notice<P> => ({
  kind: 'notice',
  name,
  payload,
})

/** What the client sends with an ask. */
export type RequestOf<M> = M extends Ask<infer R, z.ZodMiniType> ? z.infer<R> : never
/** What the server answers to an ask. */
export type AnswerOf<M> = M extends Ask<z.ZodMiniType, infer A> ? z.infer<A> : never
/** What a notice carries. */
export type PayloadOf<M> = M extends Notice<infer P> ? z.infer<P> : never

/** The acknowledgement of an ask: `ok` on success, `error` on refusal. */
export const Acknowledgement = z.union([z.object({ ok: z.unknown() }), z.object({ error: WireError })])
export type Acknowledgement = z.infer<typeof Acknowledgement>

/** Bytes of a Yjs update, state vector or relative position. */
export const Bytes = z.custom<Uint8Array>(value => value instanceof Uint8Array)
