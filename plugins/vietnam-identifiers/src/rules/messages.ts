import type { LocalText } from '@lienthong/plugin-sdk'

/** What an identifier's rule may find. `{what}` is the identifier's name. */
export const messages = {
  notString: {
    vi: 'Trường này chứa {what}: phải có kiểu chuỗi, kiểu số làm mất số 0 đầu',
    en: 'This field holds a {what}: it must be a string, a number loses leading zeros',
  },
  patternMissing: {
    vi: 'Trường này chứa {what}: cần "pattern" {pattern}',
    en: 'This field holds a {what}: it needs the pattern {pattern}',
  },
  patternAccepts: {
    vi: 'Mẫu biểu thức nhận "{value}", không phải {what} hợp lệ',
    en: 'The pattern lets "{value}" through, which is not a {what}',
  },
  patternRejects: {
    vi: 'Mẫu biểu thức từ chối "{value}", một {what} hợp lệ về hình thức',
    en: 'The pattern turns "{value}" away, which has the form of a {what}',
  },
  lengthMissing: {
    vi: 'Trường này chứa {what}: cần độ dài, ví dụ {type}',
    en: 'This field holds a {what}: give it a length, such as {type}',
  },
  tooShort: {
    vi: 'Độ dài {length} không đủ cho {what}, cần ít nhất {needed}',
    en: 'A length of {length} cannot hold a {what}, which needs at least {needed}',
  },
  tooLong: {
    vi: 'Độ dài {length} quá rộng: {what} có đúng {needed} ký tự',
    en: 'A length of {length} is too wide: a {what} has exactly {needed} characters',
  },
  badValue: {
    vi: '"{value}" không phải {what} hợp lệ: {problem}',
    en: '"{value}" is not a valid {what}: {problem}',
  },
} satisfies Record<string, LocalText>

export const setString: LocalText = { vi: 'Đổi thành kiểu chuỗi', en: 'Make it a string' }
export const setPattern: LocalText = { vi: 'Đặt mẫu biểu thức đúng', en: 'Set the right pattern' }
export const setType = (type: string): LocalText => ({
  vi: `Đổi kiểu thành ${type}`,
  en: `Change the type to ${type}`,
})
