import { cited, type LocalText, secondary, unverified } from '@lienthong/plugin-sdk'

/**
 * The law and its decree, in force since 1 January 2026 (the decree replaced 13/2023/NĐ-CP). Read in reports on them: Thanh Niên
 * and Pháp Luật TP.HCM of January 2026, Atlas Law, and a third party's copy of Article 4 clause 1.
 */
const law = '91/2025/QH15'
const decree = '356/2025/NĐ-CP'

export const sensitiveList: LocalText = cited([law, `${decree}, Điều 4 khoản 1`], secondary)
export const bothLists: LocalText = cited([law, `${decree}, Điều 3, Điều 4 khoản 1`], secondary)
/** The product's own demands, in the spirit of the law. No clause of it was seen that asks for them in a specification. */
export const ownDemand: LocalText = cited([law, decree], unverified)
