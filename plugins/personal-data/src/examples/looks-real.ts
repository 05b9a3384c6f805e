import type { Form } from '../kinds/kind.ts'

/** Names reserved for examples and tests (RFC 2606, RFC 6761), and names that say themselves what they are. */
const madeUpDomain = /(?:^|[.@-])(?:example|vidu|vi-du|mau)\.[a-z.]+$|\.(?:example|test|invalid|localhost)$/i

const email = /^[^\s@]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u
/** Mobile and fixed numbers as people write them. */
const phone = /^(?:\+84|84|0)(?:[235789][0-9]{8}|2[0-9]{9})$/
/** Province of birth registration by the codes of before July 2025, century and gender, year, six digits at random. */
const personalId = /^0(?:0[1-9]|[1-8][0-9]|9[0-6])[0-9]{3}([0-9]{6})$/

/** Digits that nobody is given: all the same, or one after the other. */
function isMadeUp(digits: string): boolean {
  const steps = new Set([...digits].slice(1).map((digit, i) => (Number(digit) - Number(digits[i]) + 10) % 10))
  const [step] = steps
  return (steps.size === 1 && (step === 0 || step === 1 || step === 9)) || /^0{3,}/.test(digits)
}

const compact = (value: string): string => value.replace(/[\s.()-]/g, '')

/** Whether a value may belong to somebody; made-up ones are known by their digits or their domain. */
export function looksReal(form: Form, value: string): boolean {
  switch (form) {
    case 'personal-id': {
      const random = personalId.exec(value)?.[1]
      return random !== undefined && !isMadeUp(random)
    }
    case 'phone': {
      const digits = compact(value)
      return phone.test(digits) && !isMadeUp(digits.slice(-6))
    }
    case 'email':
      return email.test(value) && !madeUpDomain.test(value)
    default:
      return form satisfies never
  }
}

/** A value of the same shape that belongs to nobody. */
export function madeUp(form: Form, value: string): string {
  switch (form) {
    case 'personal-id':
      return `${value.slice(0, 6)}123456`
    case 'phone': {
      let next = 6
      return [...value]
        .reverse()
        .map(sign => (/[0-9]/.test(sign) && next > 0 ? String(next--) : sign))
        .reverse()
        .join('')
    }
    case 'email':
      return 'nguoi.dung@example.com'
    default:
      return form satisfies never
  }
}

/** The form by which a value looks real without anything being said of it. Phone numbers are digits like others, and not among these. */
export const realFormOf = (value: string): Form | undefined =>
  (['email', 'personal-id'] as const).find(form => looksReal(form, value))
