import { withoutDiacritics } from '@lienthong/plugin-sdk'

/** The same for a definition `SoDinhDanh`, a field `soDinhDanh` and a column `so_dinh_danh`. */
export const elementKey = (name: string): string =>
  withoutDiacritics(name)
    .replace(/[_\-\s]/g, '')
    .toLowerCase()
