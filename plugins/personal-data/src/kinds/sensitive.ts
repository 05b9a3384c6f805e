import type { LocalText } from '@lienthong/plugin-sdk'
import type { Category, Kind } from './kind.ts'

const confirmed = (vi: string, en: string): Category => ({
  name: { vi, en } satisfies LocalText,
  level: 'sensitive',
  isConfirmed: true,
})
const unconfirmed = (vi: string, en: string): Category => ({ ...confirmed(vi, en), isConfirmed: false })

/** Sensitive personal data: 356/2025/NĐ-CP, Article 4 clause 1. What may be known by a field's name; the last three are not confirmed by a source. */
export const sensitiveKinds: readonly Kind[] = [
  {
    category: confirmed('hình ảnh thẻ căn cước', 'image of an identity card'),
    signs: {
      phrases: [
        ...[
          'hinh anh the can cuoc',
          'hinh anh can cuoc',
          'anh the can cuoc',
          'anh can cuoc',
          'hinh anh cccd',
        ],
        ...[
          'anh cccd',
          'anh cmnd',
          'identity card image',
          'identity card photo',
          'id card image',
          'id card photo',
        ],
      ],
    },
  },
  {
    category: confirmed('tài khoản định danh điện tử', 'electronic identification account'),
    signs: {
      phrases: [
        ...['ten dang nhap dinh danh dien tu', 'mat khau dinh danh dien tu', 'tai khoan dinh danh dien tu'],
        ...['tai khoan vneid', 'mat khau vneid', 'vneid account', 'vneid password'],
      ],
    },
  },
  {
    category: confirmed('thông tin tài khoản ngân hàng, tín dụng', 'bank account or credit'),
    signs: {
      phrases: [
        ...[
          'so tai khoan ngan hang',
          'tai khoan ngan hang',
          'lich su giao dich ngan hang',
          'so tai khoan',
          'so the ngan hang',
        ],
        ...[
          'so the tin dung',
          'diem tin dung',
          'bank account number',
          'bank account',
          'credit card number',
          'credit score',
        ],
      ],
      unless: ['doanh', 'kho', 'bac', 'company'],
    },
  },
  {
    category: confirmed('nguồn gốc chủng tộc, dân tộc', 'racial or ethnic origin'),
    signs: {
      phrases: [
        ...[
          'nguon goc dan toc',
          'thanh phan dan toc',
          'ma dan toc',
          'dan toc',
          'chung toc',
          'ethnic origin',
          'ethnic group',
        ],
        ...['ethnicity', 'racial origin'],
      ],
      unless: ['bo', 'ban', 'uy', 'noi', 'tru', 'truong', 'chinh', 'sach', 'vung'],
    },
  },
  {
    category: confirmed('quan điểm chính trị, tôn giáo, tín ngưỡng', 'political or religious views'),
    signs: {
      phrases: [
        ...[
          'ma so ton giao',
          'ma ton giao',
          'ton giao',
          'tin nguong',
          'quan diem chinh tri',
          'religious belief',
        ],
        ...['religion', 'political opinion', 'political view'],
      ],
      unless: ['bo', 'ban', 'co', 'so', 'to', 'chuc', 'organisation', 'organization'],
    },
  },
  {
    category: confirmed('tình trạng sức khỏe', 'state of health'),
    signs: {
      phrases: [
        ...[
          'tinh trang suc khoe',
          'ket qua xet nghiem',
          'tien su benh',
          'tinh trang khuyet tat',
          'suc khoe',
          'nhom mau',
        ],
        ...['benh an', 'benh ly', 'benh tat', 'chan doan', 'khuyet tat', 'health status', 'health condition'],
        ...['medical history', 'medical record', 'blood type', 'blood group', 'diagnosis', 'disability'],
      ],
      unless: ['bao', 'hiem', 'co', 'so', 'trung', 'tam', 'insurance'],
    },
  },
  {
    category: confirmed('sinh trắc học, đặc điểm di truyền', 'biometric or genetic data'),
    signs: {
      phrases: [
        ...[
          'sinh trac hoc',
          'sinh trac',
          'dau van tay',
          'van tay',
          'mong mat',
          'giong noi',
          'dac diem di truyen',
          'adn',
        ],
        ...[
          'anh khuon mat',
          'khuon mat',
          'biometric',
          'biometrics',
          'fingerprint',
          'iris scan',
          'face template',
          'genetic data',
        ],
      ],
      unless: ['chung', 'thu', 'khoa', 'certificate', 'key', 'file'],
    },
  },
  {
    category: confirmed('tội phạm, vi phạm pháp luật', 'crimes and breaches of law'),
    signs: {
      phrases: [
        ...[
          'tien an tien su',
          'tien an',
          'toi danh',
          'vi pham phap luat',
          'criminal record',
          'criminal conviction',
        ],
      ],
    },
  },
  {
    category: confirmed('hành vi trên mạng, viễn thông', 'behaviour on networks'),
    signs: {
      phrases: [
        ...[
          'lich su duyet web',
          'lich su tim kiem',
          'lich su cuoc goi',
          'browsing history',
          'search history',
          'call history',
        ],
      ],
    },
  },
  {
    category: unconfirmed('đời tư, bí mật cá nhân, bí mật gia đình', 'private life'),
    signs: { phrases: ['bi mat doi tu', 'bi mat ca nhan', 'bi mat gia dinh', 'doi song rieng tu'] },
  },
  {
    category: unconfirmed('đời sống tình dục, xu hướng tình dục', 'sex life or sexual orientation'),
    signs: { phrases: ['doi song tinh duc', 'xu huong tinh duc', 'sexual orientation', 'sex life'] },
  },
  {
    category: unconfirmed('vị trí của cá nhân', 'location of a person'),
    signs: {
      phrases: [
        'lich su di chuyen',
        'lich su vi tri',
        'vi tri hien tai',
        'vi tri ca nhan',
        'location history',
        'current location',
      ],
    },
  },
]
