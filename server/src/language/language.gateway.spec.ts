import { type AnswerOf, ExplainPlace, type LocalText, type RequestOf } from '@lienthong/protocol'
import type { Room, RoomsService } from '../collaboration/rooms.service.ts'
import type { OutlinesService } from '../linked-documents/outlines.service.ts'
import type { ClientSocket } from '../transport/client-socket.ts'
import type { ExplanationsService } from './explanations.service.ts'
import { LanguageGateway } from './language.gateway.ts'
import type { PlacesService } from './places.service.ts'
import type { ProposalsService } from './proposals.service.ts'
import type { RenamesService } from './renames.service.ts'

const request = {
  documentId: '01890a5d-ac96-774b-bcce-b302099a8057',
  at: new Uint8Array(),
  ruleIds: ['x/y'],
} as RequestOf<typeof ExplainPlace>

describe('questions about a document', () => {
  it('[E22] are 16 of a connection at once, what a rule says among them', async () => {
    let say = (_: LocalText[]): void => undefined
    const said = new Promise<LocalText[]>(resolve => {
      say = resolve
    })
    const room = { content: { whenLive: async () => undefined } } as Room
    const session = {} as ReturnType<RoomsService['sessionOf']>
    const rooms: Pick<RoomsService, 'sessionOf' | 'roomOf'> = { sessionOf: () => session, roomOf: () => room }
    const places: Pick<PlacesService, 'at'> = { at: async () => null }
    const explanations: Pick<ExplanationsService, 'ofRules'> = { ofRules: () => said }
    const gateway = new LanguageGateway(
      rooms as RoomsService,
      {} as OutlinesService,
      places as PlacesService,
      explanations as ExplanationsService,
      {} as ProposalsService,
      {} as RenamesService,
    )
    const socket = { id: 'one', data: {} } as ClientSocket
    const explain = (): Promise<unknown> => gateway.explain(socket, request)
    const answers = Array.from({ length: 16 }, explain)
    await new Promise(resolve => setImmediate(resolve))
    expect(await explain()).toMatchObject({ error: { code: 'RATE_LIMITED' } })
    say([])
    const answer: AnswerOf<typeof ExplainPlace> = { texts: [] }
    expect(await Promise.all(answers)).toEqual(answers.map(() => ({ ok: answer })))
    expect(await explain()).toEqual({ ok: answer })
  })
})
