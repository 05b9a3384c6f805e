import { taxCheckDigit } from '../src/checksum.ts'
import { birthPlaceOf } from '../src/codes/birth-places.ts'
import { countryCount, isCountryCode } from '../src/codes/countries.ts'
import { hasChangedMeaning, provinces, successorOf } from '../src/codes/provinces.ts'
import { originDoubt } from '../src/identifiers/person.ts'
import { provinceCodeProblem, reusedCodeDoubt } from '../src/identifiers/places.ts'
import { taxCodeProblem } from '../src/identifiers/tax.ts'
import { identifiers } from '../src/identify.ts'
import { vectors } from './vectors.ts'

describe('code lists', () => {
  it('[R8] has 34 provinces, seven of whose codes changed their meaning', () => {
    expect(provinces).toHaveLength(34)
    const changed = provinces.filter(hasChangedMeaning).map(({ code }) => code)
    expect(changed).toEqual(['15', '24', '44', '52', '80', '82', '91'])
  })

  it('[R8] leads every merged province to the one it belongs to now', () => {
    expect(
      provinces.flatMap(({ mergedFrom }) => mergedFrom).map(name => successorOf(name)?.name),
    ).not.toContain(undefined)
    expect(provinceCodeProblem('27')?.en).toBe(
      'it was Bắc Ninh until 30 June 2025; since then that is part of Bắc Ninh, code 24',
    )
    expect(provinceCodeProblem('97')?.en).toBe('it is not one of the 34 provinces')
    expect(provinceCodeProblem('24')).toBeUndefined()
    expect(reusedCodeDoubt('24')?.en).toContain('was Bắc Giang before')
    expect(reusedCodeDoubt('01')).toBeUndefined()
  })

  it('[R8] knows the 63 codes of birth registration and only doubts others', () => {
    expect(birthPlaceOf('001087123456')).toBe('Hà Nội')
    expect(originDoubt('001087123456')).toBeUndefined()
    expect(originDoubt('999087123456')?.en).toContain('"999"')
  })

  it('has the country codes that ISO 3166-1 assigns', () => {
    const names = new Intl.DisplayNames('en', { type: 'region' })
    expect(countryCount).toBe(249)
    for (const code of ['VN', 'LA', 'KH', 'ZW']) expect(names.of(code)).not.toBe(code)
    expect(isCountryCode('XX')).toBe(false)
  })
})

describe('tax code', () => {
  it('[R7] computes the check digit of the worked example', () => expect(taxCheckDigit('010004751')).toBe(6))

  it.each(vectors['VN-MST']?.valid ?? [])('[R7] accepts %s', code =>
    expect(taxCodeProblem(code)).toBeUndefined(),
  )

  it.each(['0100233480', '0100233488-000', '0100000000'])('[R7] refuses %s', code =>
    expect(taxCodeProblem(code)).toBeDefined(),
  )

  it('[R7] accepts a personal identification number in its place', () =>
    expect(taxCodeProblem('001087123456')).toBeUndefined())
})

const factOf: Record<string, string> = {
  'personal-id': 'VN-PIN',
  'tax-code': 'VN-MST',
  'personal-tax-code': 'VN-MST-CN',
  'social-insurance-number': 'VN-BHXH',
  'organisation-code': 'VN-ORG-CODE',
  'province-code': 'VN-PROV-CODE',
  'commune-code': 'VN-COMMUNE-CODE',
  'procedure-code': 'VN-TTHC-CODE',
  'document-number': 'VN-DOC-NUMBER',
  'gender-code': 'ENUM-GENDER',
  'country-code': 'ENUM-COUNTRY',
}

describe.each(identifiers.map(identifier => [identifier.id, identifier] as const))('%s', (id, identifier) => {
  const fact = vectors[factOf[id] ?? '']
  const isGood = (value: string) =>
    new RegExp(identifier.pattern, 'u').test(value) && identifier.verify?.(value) === undefined

  it('[R7] takes every valid vector and refuses every invalid one', () => {
    expect(fact?.valid.filter(value => !isGood(value))).toEqual([])
    expect(fact?.invalid.filter(isGood)).toEqual([])
  })

  it('proposes a pattern that passes what it demands of patterns, within its lengths', () => {
    const pattern = new RegExp(identifier.pattern, 'u')
    expect(identifier.accepts.filter(value => !pattern.test(value))).toEqual([])
    expect(identifier.rejects.filter(value => pattern.test(value))).toEqual([])
    const lengths = identifier.accepts.map(value => value.length)
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(identifier.minLength)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(identifier.maxLength)
    expect(isGood(identifier.docs.example)).toBe(true)
  })
})
