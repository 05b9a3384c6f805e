import {
  directiveCode,
  directiveNumber,
  type RuleInput,
  requirementId,
  spelledWordsOf,
  withoutDiacritics,
} from '@lienthong/plugin-sdk'
import type { SourceFile } from '../check/files.ts'

const directive = new RegExp(`${directiveNumber}|${directiveCode}|x-legal-basis`)
const requirement = new RegExp(requirementId)
const exchange = /\b(ket noi|chia se|lien thong|dong bo|data sharing)\b/
const place = /\b(x source|ma tinh|cap tinh|province)\b/
const inputs = ['directives', 'inventory', 'schemas'] as const
const mapping = /(^|[\s{,"'])mapping["']?\s*:/

/** What a file of that database speaks of, so that rules of the product would look something up; rather once too often. */
export function inputsNamedIn(
  { format, text }: Pick<SourceFile, 'format' | 'text'>,
  database: string | null,
): ReadonlySet<RuleInput> {
  const words = spelledWordsOf(withoutDiacritics(text)).join(' ')
  const isSpecification = format === 'markdown'
  const named = {
    directives: directive.test(text.replaceAll('Ð', 'Đ')) || (isSpecification && requirement.test(text)),
    schemas: mapping.test(text),
    inventory: database !== null || (isSpecification ? exchange : place).test(words),
  }
  return new Set(inputs.filter(input => named[input]))
}
