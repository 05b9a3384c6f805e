import type { LocalText } from '@lienthong/protocol'
import { env } from 'vscode'

/** Vietnamese for people whose editor speaks it, English for everybody else: every text of the product exists in these two. */
export const isVietnamese = (): boolean => env.language.toLowerCase().startsWith('vi')

/** As the command line names it. */
export const lang = (): 'vi' | 'en' => (isVietnamese() ? 'vi' : 'en')

/** A text that carries both languages, such as a finding's message. */
export const localText = ({ vi, en }: LocalText | { vi: string; en: string | null }): string =>
  isVietnamese() ? vi : (en ?? vi)
