import type { Format, ValidCase } from '@lienthong/plugin-sdk'
import { dataOf } from '../inputs/case-inputs.ts'
import { Gathering } from '../linked/gathering.ts'
import { joined } from '../linked/linked.ts'

/** What lies around a case's text. */
export const aroundOf = ({
  inputs = {},
  database,
  others = {},
}: Pick<ValidCase, 'inputs' | 'database' | 'others'>) => ({
  inputs: dataOf(inputs),
  database: database ?? null,
  gathering: gatheringFrom(others),
})

/** The document itself lies beside them; elsewhere nothing is known. */
const gatheringFrom = (others: Readonly<Record<string, string>>): Gathering => {
  const folder = 'lienthong:/case/'
  const texts = new Map(Object.entries(others).map(([path, text]) => [joined(path, folder), text]))
  return new Gathering(`${folder}this`, async address => {
    const text = texts.get(address)
    if (text === undefined) return address.startsWith(folder) ? 'missing' : null
    return { address, revision: text, format: formatOf(address), text }
  })
}

const formatOf = (address: string): Format =>
  address.endsWith('.json') ? 'json-schema-json' : address.endsWith('.sql') ? 'sql' : 'json-schema-yaml'
