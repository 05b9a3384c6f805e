import { looksReal, madeUp } from '../src/examples/looks-real.ts'

const real = {
  'personal-id': ['001087402915', '079201771482'],
  phone: ['0903 771 482', '+84903771482', '02437751904'],
  email: ['binh.tran@bo.gov.vn', 'a@gmail.com', 'a@exampleland.com'],
} as const
const fictitious = {
  'personal-id': ['001087123456', '079201000001', '001087999999', '999087402915', '01087402915'],
  phone: ['0900000000', '0912345678', '0987654321', '+84 900 123 456', '1234'],
  email: ['an@example.com', 'an@mail.example.org', 'an@co-quan.example', 'an@vidu.vn', 'không phải thư'],
} as const

describe.each(['personal-id', 'phone', 'email'] as const)('%s', form => {
  it.each(real[form])('[R16] takes %s for somebody’s', value => expect(looksReal(form, value)).toBe(true))
  it.each(fictitious[form])('[R16] takes %s for made up', value => expect(looksReal(form, value)).toBe(false))
  it.each(real[form])('[R16] puts a made-up value of its shape in place of %s', value => {
    const other = madeUp(form, value)
    expect(looksReal(form, other)).toBe(false)
    if (form !== 'email') expect(other.replace(/[0-9]/g, '0')).toBe(value.replace(/[0-9]/g, '0'))
  })
})
