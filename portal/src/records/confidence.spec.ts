import { confidenceKey, hasOwnWords } from './confidence.ts'

it.each([
  ['secondary', 'secondary', false],
  ['third-party', 'third', false],
  ['third-party-copy-of-official-text', 'copy', false],
  ['unverified-medium', 'medium', false],
  ['negative-finding', 'negative', false],
  ['secondary (list) / unverified-low (owner)', 'low', true],
  ['theo biên bản họp', null, true],
] as const)('judges "%s" by its weakest part', (confidence, key, own) => {
  expect(confidenceKey(confidence)).toBe(key)
  expect(hasOwnWords(confidence)).toBe(own)
})
