import { Speech } from './speech.ts'

it('[T2] says one of one thing and several of several in English; Vietnamese has one form', () => {
  const say = (lang: 'vi' | 'en', count: number) => new Speech(lang).say('pulled', { count, folder: 'x' })
  expect([0, 1, 2].map(count => say('en', count))).toEqual([
    '0 files written in x.',
    '1 file written in x.',
    '2 files written in x.',
  ])
  expect([1, 2].map(count => say('vi', count))).toEqual(['1 tệp đã ghi vào x.', '2 tệp đã ghi vào x.'])
  const other = { vi: '{khác:a|b}', en: '{name:a|b} {count:a|b}' }
  expect(new Speech('en').say(other, { name: 'x' })).toBe('x {count:a|b}')
})
