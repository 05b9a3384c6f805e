import type { Acknowledgement, AnswerOf, Ask, RequestOf } from '@lienthong/protocol'
import { Reflector } from '@nestjs/core'
import type { ClientSocket } from './client-socket.ts'
import { refusalOf } from './refusal.ts'
import { validated } from './validated.ts'

type Handler<M extends Ask> = (
  socket: ClientSocket,
  request: RequestOf<M>,
) => Promise<AnswerOf<M>> | AnswerOf<M>

/** Marks a method that answers the message of this name. */
export const AskName = Reflector.createDecorator<string>()

/** Answers one message of one socket. Never rejects. */
export type Answering = (socket: ClientSocket, payload: unknown) => Promise<Acknowledgement>

/** Makes a provider's method answer a message: the request has the message's shape, the answer or the refusal goes into the acknowledgement. */
export const OnAsk =
  <M extends Ask>(message: M) =>
  <H extends Handler<M>>(
    target: object,
    method: string | symbol,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    const handler = descriptor.value
    if (!handler) throw new Error('@OnAsk is for methods')
    const answering = async function (
      this: unknown,
      socket: ClientSocket,
      payload: unknown,
    ): Promise<Acknowledgement> {
      try {
        return { ok: await handler.call(this, socket, validated(message.request, payload) as RequestOf<M>) }
      } catch (error) {
        return { error: refusalOf(error, message.name).toWire() }
      }
    }
    // Changed in place: what a decorator defines on the target itself is overwritten by the descriptor afterwards.
    Object.assign(descriptor, { value: answering })
    AskName(message.name)(target, method, descriptor)
  }
