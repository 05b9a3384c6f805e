import {
  type Entity,
  type Field,
  type FieldNode,
  holds,
  type Named,
  Recogniser,
  wordsOf,
} from '@lienthong/plugin-sdk'
import { basicKinds } from './basic.ts'
import type { Form, Kind } from './kind.ts'
import { sensitiveKinds } from './sensitive.ts'

const recogniser = new Recogniser<Kind>([...sensitiveKinds, ...basicKinds])

const email = basicKinds.find(({ form }) => form === 'email')

/** What personal data something holds by its name, title, description and format, or undefined. */
export const kindOf = (named: Named & { readonly format?: unknown }): Kind | undefined =>
  recogniser.kindOf(named) ?? (named.format === 'email' || named.format === 'idn-email' ? email : undefined)

/** What personal data a field holds. A yes or no is about it; a property whose type is not said narrows one that is declared elsewhere. */
export function kindOfField({ value, language, entity }: FieldNode): Kind | undefined {
  if (value.type === 'boolean' || (language === 'json-schema' && !isDeclared(value))) return undefined
  const kind = kindOf(value)
  return kind?.form !== undefined && isContact(kind.form) && isOfOrganisation(entity.value) ? undefined : kind
}

/** What organisations have as well as people. */
const isContact = (form: Form): boolean => form === 'phone' || form === 'email'

const organisations = [
  ...[
    'don vi',
    'co quan',
    'to chuc',
    'doanh nghiep',
    'cong ty',
    'so ban nganh',
    'organisation',
    'organization',
  ],
  ...['agency', 'company', 'enterprise'],
].map(phrase => phrase.split(' '))

const isOfOrganisation = ({ name, title }: Entity): boolean => {
  const words = [...wordsOf(name), ...wordsOf(title ?? '')]
  return organisations.some(phrase => holds(words, phrase))
}

const isDeclared = ({ type, definition }: Field): boolean => type !== 'unknown' || definition !== null
