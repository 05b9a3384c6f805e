import { Database, LedgerEntry, pageOf } from '@lienthong/protocol'
import * as z from 'zod/mini'
import type { $ZodType, output } from 'zod/v4/core'
import { answered } from './json.ts'
import type { TestServer } from './start-server.ts'

export const aDatabase = (code: string, ownerId: string | null = null) => ({
  code,
  name: { vi: `Cơ sở dữ liệu ${code}`, en: null },
  level: 'national',
  ownerId,
  status: 'unknown',
  statusNote: null,
  legalBasis: [],
})

export const aList = (code: string, validFrom: string | null, validTo: string | null) => ({
  code,
  title: { vi: `Danh mục ${code}`, en: null },
  statedCount: 20,
  status: null,
  validFrom,
  validTo,
})

/** The code of a refusal. */
export const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { code: string }).code

/** The inventory over REST, by whoever may do everything unless another token is given. */
export const inventoryOf = (place: () => { server: TestServer; national: string }) => {
  const send = (
    method: string,
    path: string,
    body: object,
    version?: number,
    token = place().national,
  ): Promise<Response> =>
    place().server.fetch(path, {
      token,
      method,
      body,
      ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
    })
  const read = async <T extends $ZodType>(
    schema: T,
    path: string,
    token = place().national,
  ): Promise<output<T>> => answered(await place().server.fetch(path, { token }), schema)
  return {
    read,
    create: (body: object, token?: string) => send('POST', '/databases', body, undefined, token),

    change: (path: string, body: object, version?: number, token?: string) =>
      send('PATCH', path, body, version, token),
    codes: async (query: string) =>
      (await read(pageOf(Database), `/databases?${query}`)).items.map(({ code }) => code),
    /** What the ledger says about a record, the newest first. */
    history: async (path: string) => {
      const { id } = await read(z.object({ id: z.string() }), path)
      const { items } = await read(pageOf(LedgerEntry), `/ledger?subjectId=${id}`)
      return items.map(({ action, details }) => ({ action, changes: details.changes }))
    },
  }
}
