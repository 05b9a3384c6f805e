import { cited, type LocalText } from '@lienthong/plugin-sdk'

/** How far it carries: what the two say is known from their contents and from what tools do with them; the standard is not free to read. */
const knownFrom: LocalText = {
  vi: 'theo mục lục và phần giới thiệu; từ tiếng Việt do Liên Thông chọn',
  en: 'by their contents and introductions; the Vietnamese words are ours',
}

/** Of ISO/IEC/IEEE 29148:2018 a characteristic or clause, of INCOSE's Guide to Writing Requirements its rules. */
export const literature = (standard: string, guide: string): LocalText =>
  cited([`ISO/IEC/IEEE 29148:2018 ${standard}`, `INCOSE Guide to Writing Requirements ${guide}`], knownFrom)
