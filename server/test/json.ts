import type * as z from 'zod/v4/core'
import { parse } from 'zod/v4/core'

/** The answer's body, which must have the schema's shape. */
export const answered = async <T extends z.$ZodType>(response: Response, schema: T): Promise<z.output<T>> => {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return parse(schema, await response.json())
}

/** The status and code of a refusal, `"403 RIGHT_MISSING"`. */
export const refusal = async (response: Response): Promise<string> => {
  if (response.ok) return `${response.status}`
  if (response.headers.get('content-type') !== 'application/problem+json; charset=utf-8')
    throw new Error('not problem+json')
  const { code, status }: { code: string; status: number } = await response.json()
  return `${status} ${code}`
}
