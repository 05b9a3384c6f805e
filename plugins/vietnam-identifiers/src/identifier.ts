import type { LocalText } from '@lienthong/plugin-sdk'
import type { Signs } from './recognise.ts'

/** An identifier that fields may hold: how to know it, what it looks like, where that is written. */
export interface Identifier {
  /** Rule id in this plugin. */
  readonly id: string
  readonly name: LocalText
  readonly severity: 'error' | 'warning' | 'info'
  readonly signs: Signs
  /** The pattern proposed to authors. ASCII digits only: `\d` means more than that in some languages. */
  readonly pattern: string
  /** A field's own pattern must accept these … */
  readonly accepts: readonly string[]
  /** … and reject these. */
  readonly rejects: readonly string[]
  readonly minLength: number
  readonly maxLength: number
  /** How many characters a column must hold at least; `maxLength` unless told. */
  readonly capacity?: number
  /** What is wrong with a value that has the right form, or undefined. */
  readonly verify?: (value: string) => LocalText | undefined
  readonly docs: IdentifierDocs
}

/** What the rule's page says beside what the definition above says. */
export interface IdentifierDocs {
  readonly why: LocalText
  /** A value of the right form. */
  readonly example: string
  readonly sources: readonly string[]
  /** How far the sources carry, in plain words. Shown as it is. */
  readonly confidence: LocalText
}

/** Says of the sources that nothing official was seen. */
export const secondary: LocalText = {
  vi: 'theo báo chí, cổng pháp luật hoặc trang thông tin chính thức; chưa đối chiếu với bản gốc',
  en: 'press, legal portals or official sites; not compared with the original text',
}

export const thirdParty: LocalText = {
  vi: 'theo bản sao của bên thứ ba; chưa đối chiếu với danh mục chính thức',
  en: 'copies by third parties; not compared with the official list',
}

export const unverified: LocalText = {
  vi: 'chưa được kiểm chứng bằng nguồn công bố; quy tắc này vì vậy chỉ là cảnh báo',
  en: 'not confirmed by a published source; this rule only warns for that reason',
}
