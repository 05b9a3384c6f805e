import type { LocalText } from '@lienthong/plugin-sdk'

/** Says of a demand that the principle is the law's, its reading ours. */
export const ourReading: LocalText = {
  vi: 'nguyên tắc theo báo chí, cổng pháp luật, chưa đối chiếu với bản gốc; cơ sở dữ liệu nào là nguồn của dữ liệu nào là cách hiểu của sản phẩm, chưa có danh mục công bố, nên quy tắc này chỉ cảnh báo',
  en: 'the principle from press and legal portals, not compared with the original; which database is the source of what is our reading, no list is published, so this rule only warns',
}
