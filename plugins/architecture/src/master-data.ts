/** Data about one kind of thing, of which one database is the source. */
export interface MasterData {
  /** The code of the source in the inventory. */
  readonly source: string
  /** Databases in which such data comes into being: they hold it by right. */
  readonly origins: readonly string[]
  /** How texts name the source. */
  readonly named: readonly string[]
  /** What a field is called by which the thing is found at the source … */
  readonly key: readonly string[]
  /** … and what fields are called that the source holds. */
  readonly attributes: readonly string[]
}

/**
 * One single source of master data: Article 5 of Decree 278/2025/NĐ-CP. Which database it is, is our reading of what the databases are
 * for; births are recorded in the civil status register first.
 */
export const masterData: readonly MasterData[] = [
  {
    source: 'dan-cu',
    origins: ['ho-tich'],
    named: ['dan cu', 'population database'],
    key: ['so dinh danh ca nhan', 'dinh danh ca nhan', 'can cuoc cong dan', 'cccd', 'personal id'],
    attributes: [
      ...[
        'ho va ten',
        'ho ten',
        'full name',
        'ngay sinh',
        'date of birth',
        'birth date',
        'gioi tinh',
        'gender',
      ],
      ...['noi thuong tru', 'dia chi thuong tru', 'permanent residence', 'dan toc', 'ethnicity'],
    ],
  },
  {
    source: 'dang-ky-doanh-nghiep',
    origins: [],
    named: ['dang ky doanh nghiep', 'business registration'],
    key: ['ma so doanh nghiep', 'ma doanh nghiep', 'enterprise code', 'business code'],
    attributes: [
      ...['ten doanh nghiep', 'enterprise name', 'loai hinh doanh nghiep', 'von dieu le', 'charter capital'],
      ...['tru so chinh', 'head office', 'nguoi dai dien theo phap luat', 'legal representative'],
    ],
  },
  {
    source: 'dat-dai',
    origins: [],
    named: ['dat dai', 'land database'],
    key: ['ma thua dat', 'ma dinh danh thua dat', 'parcel id', 'parcel code'],
    attributes: [
      ...[
        'dien tich thua dat',
        'parcel area',
        'loai dat',
        'land use',
        'muc dich su dung dat',
        'ranh gioi thua dat',
      ],
      'parcel boundary',
    ],
  },
]
