import { cited, copyOfOfficialText, type LocalText } from '@lienthong/plugin-sdk'

/** The framework wants data to be mapped before databases are connected; how, it does not say. */
export const framework: LocalText = cited(['1425/QĐ-TTg, mục II.4.b'], copyOfOfficialText)
