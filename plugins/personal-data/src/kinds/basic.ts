import type { Category, Kind } from './kind.ts'

const basic = (vi: string, en: string): Category => ({ name: { vi, en }, level: 'basic', isConfirmed: true })

/** Beside a number these make it an organisation's or a thing's. */
const ofThings = 'co quan to chuc xe thua dat dien doanh nghiep tai san nha don vi phuong tien'.split(' ')

/** Basic personal data: 356/2025/NĐ-CP, Article 3. Tax and insurance numbers are no longer named there and fall under its last item. */
export const basicKinds: readonly Kind[] = [
  {
    category: basic('họ tên, tên gọi khác', 'name'),
    signs: {
      phrases: [
        ...[
          'ho va ten khai sinh',
          'ho ten khai sinh',
          'ten khai sinh',
          'ho va ten',
          'ho ten',
          'chu dem',
          'ten dem',
        ],
        ...[
          'ten goi khac',
          'bi danh',
          'full name',
          'given name',
          'family name',
          'first name',
          'middle name',
          'last name',
        ],
        ...['surname'],
      ],
    },
  },
  {
    category: basic('ngày sinh, ngày chết', 'date of birth or death'),
    signs: {
      phrases: [
        ...[
          'ngay thang nam sinh',
          'ngay sinh',
          'nam sinh',
          'gio sinh',
          'ngay mat tich',
          'ngay mat',
          'ngay chet',
        ],
        ...[
          'date of birth',
          'birth date',
          'birthdate',
          'year of birth',
          'birth year',
          'date of death',
          'death date',
        ],
      ],
    },
  },
  {
    category: basic('nơi đăng ký khai sinh, nơi ở, địa chỉ liên hệ', 'place of birth, residence or contact'),
    signs: {
      phrases: [
        ...[
          'noi dang ky khai sinh',
          'noi thuong tru',
          'noi tam tru',
          'noi o hien tai',
          'noi cu tru',
          'noi sinh',
        ],
        ...[
          'dia chi thuong tru',
          'dia chi tam tru',
          'dia chi lien he',
          'dia chi nha',
          'que quan',
          'nguyen quan',
        ],
        ...[
          'place of birth',
          'birth place',
          'birthplace',
          'permanent address',
          'temporary address',
          'home address',
        ],
        ...['residential address', 'place of residence', 'contact address'],
      ],
      unless: ['co', 'quan', 'doanh', 'nghiep', 'company'],
    },
  },
  {
    category: basic('giới tính', 'gender'),
    signs: {
      phrases: ['ma gioi tinh', 'gioi tinh', 'gender', 'sex'],
      unless: ['binh', 'ratio', 'equality', 'life'],
    },
  },
  {
    category: basic('quốc tịch', 'nationality'),
    signs: { phrases: ['ma quoc tich', 'quoc tich', 'nationality', 'citizenship'] },
  },
  {
    category: basic('hình ảnh của cá nhân', 'image of a person'),
    signs: {
      phrases: [
        'hinh anh ca nhan',
        'anh chan dung',
        'anh ca nhan',
        'portrait photo',
        'profile photo',
        'portrait',
      ],
    },
  },
  {
    category: basic('số điện thoại', 'phone number'),
    form: 'phone',
    signs: {
      phrases: [
        ...[
          'so dien thoai di dong',
          'dien thoai di dong',
          'so dien thoai',
          'dien thoai',
          'so dt',
          'sdt',
          'mobile phone',
        ],
        ...['mobile number', 'phone number', 'telephone number', 'telephone', 'phone'],
      ],
      unless: ['co', 'quan', 'duong', 'ma', 'vung', 'hotline', 'tong', 'dai', 'code', 'country'],
    },
  },
  {
    category: basic('số định danh cá nhân', 'personal identification number'),
    form: 'personal-id',
    signs: {
      phrases: [
        ...[
          'so dinh danh ca nhan',
          'dinh danh ca nhan',
          'so dinh danh cong dan',
          'ma dinh danh cong dan',
          'so dinh danh',
        ],
        ...['sddcn', 'cccd', 'so can cuoc', 'can cuoc cong dan', 'chung minh nhan dan', 'so cmnd', 'cmnd'],
        ...[
          'personal identification number',
          'personal id',
          'citizen id',
          'national id',
          'identity card number',
        ],
      ],
      unless: ofThings,
    },
  },
  {
    category: basic('số hộ chiếu, giấy phép lái xe, biển số xe', 'passport, licence or plate number'),
    signs: {
      phrases: [
        ...[
          'so ho chieu',
          'so giay phep lai xe',
          'so bien so xe',
          'bien so xe',
          'bien kiem soat',
          'passport number',
        ],
        ...[
          'passport no',
          'driving licence number',
          'driver license number',
          'license plate',
          'number plate',
        ],
      ],
    },
  },
  {
    category: basic('tình trạng hôn nhân', 'marital status'),
    signs: { phrases: ['tinh trang hon nhan', 'marital status'] },
  },
  {
    category: basic('quan hệ gia đình', 'family relationship'),
    signs: {
      phrases: [
        ...[
          'quan he gia dinh',
          'quan he nhan than',
          'quan he voi chu ho',
          'nguoi giam ho',
          'family relationship',
        ],
        ...['next of kin', 'relationship to householder'],
      ],
    },
  },
  {
    category: basic('tài khoản số, thư điện tử', 'digital account or e-mail'),
    form: 'email',
    signs: {
      phrases: [
        ...[
          'dia chi thu dien tu',
          'thu dien tu',
          'tai khoan mang xa hoi',
          'email address',
          'email',
          'e mail',
        ],
        ...['social media account'],
      ],
      unless: ['co', 'quan', 'don', 'vi', 'template', 'subject', 'mau'],
    },
  },
  {
    category: basic('thông tin khác giúp xác định một người', 'other data that identifies a person'),
    signs: {
      phrases: [
        ...[
          'ma so thue ca nhan',
          'mst ca nhan',
          'ma so bao hiem xa hoi',
          'so bao hiem xa hoi',
          'ma so bhxh',
          'so bhxh',
        ],
        ...['ma the bhyt', 'so the bao hiem y te', 'personal tax code', 'social insurance number'],
        ...['health insurance number'],
      ],
      unless: ['muc', 'tien', 'dong', 'phi', 'rate', 'fee'],
    },
  },
]
