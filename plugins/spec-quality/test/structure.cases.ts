import { defineCases, type InvalidCase, type ValidCase } from '@lienthong/plugin-sdk'

const markdown = (text: string): ValidCase & { format: 'markdown' } => ({ format: 'markdown', text })
const wrong = (
  name: string,
  document: ValidCase,
  ...findings: readonly (readonly [messageId: string, marked: string, line?: number])[]
): InvalidCase => ({
  ...document,
  name,
  findings: findings.map(([messageId, marked, line]) =>
    line === undefined ? { messageId, marked } : { messageId, marked, line },
  ),
})

const terms =
  '# Thuật ngữ\n\n- **Bên khai thác**: hệ thống nhận dữ liệu.\n- **Gói dữ liệu (NDP)**: các trường gửi cùng nhau.\n\n'

export default {
  unnumbered: defineCases({
    valid: [
      markdown(
        '# Yêu cầu\n\nYC-001: Hệ thống phải lưu nhật ký.\n\n- **YC-002** Hệ thống phải gửi báo cáo.\n  Nhật ký phải có giờ.\n',
      ),
      { ...markdown('# Bối cảnh\n\nHôm nay cán bộ phải nhập lại.\n'), name: 'another section' },
      {
        ...markdown('# Yêu cầu\n\nHệ thống phải:\n\n- YC-001: phải lưu nhật ký.\n'),
        name: 'an introduction',
      },
      { ...markdown('# Yêu cầu\n\n| Mã | Nội dung |\n|---|---|\n| YC-001 | phải lưu |\n'), name: 'a table' },
    ],
    invalid: [
      wrong('a paragraph', markdown('# Requirements\n\nThe system shall keep a log.\n'), ['noId', 'shall']),
      wrong(
        'beside numbered ones',
        markdown('# Chức năng\n\nYC-001: Hệ thống phải lưu nhật ký.\n\n- Nhật ký phải có giờ.\n'),
        ['noId', 'phải', 5],
      ),
    ],
  }),
  'requirement-text': defineCases({
    valid: [markdown('# A\n\nYC-001: (đã bỏ)\n')],
    invalid: [
      wrong(
        'nothing at all',
        markdown('# A\n\nYC-001:\n\n- YC-002 …\n'),
        ['empty', 'YC-001'],
        ['empty', 'YC-002'],
      ),
    ],
  }),
  numbering: defineCases({
    valid: [
      markdown('# A\n\nYC-001: một\n\n# B\n\nYC-002: hai\n\nGD-1: giao diện\n\nGD-2: giao diện\n'),
      { ...markdown('# A\n\nYC-3.1: một\n\nYC-3.2: hai\n\nYC-4.1: ba\n'), name: 'by section' },
      { ...markdown('# A\n\nYC-101: một\n\nYC-201: hai\n'), name: 'blocks' },
    ],
    invalid: [
      wrong('a gap', markdown('# A\n\nYC-001: một\n\nYC-004: hai\n'), ['gap', 'YC-004']),
      wrong('out of order', markdown('# A\n\nYC-001: một\n\nYC-003: hai\n\nYC-002: ba\n'), [
        'order',
        'YC-002',
      ]),
      wrong('another width', markdown('# A\n\nYC-001: một\n\nYC-2: hai\n'), ['width', 'YC-2']),
    ],
  }),
  'unknown-reference': defineCases({
    valid: [
      markdown(
        '# A\n\nYC-001: xem YC-002.\n\nYC-002: hai\n\n# B\n\nMức ở YC-001 theo `YC-009`, GD-7, NQ-57 và 2/YC-009.\n',
      ),
    ],
    invalid: [
      wrong(
        'in a requirement and in a section',
        markdown('# A\n\nYC-001: thay cho YC-009.\n\n# B\n\nMức ở YC-010 chờ thống nhất.\n'),
        ['unknown', 'YC-009'],
        ['unknown', 'YC-010'],
      ),
      {
        ...wrong('other zeros', markdown('# A\n\nYC-001: một\n\nXem YC-1.\n'), ['unknown', 'YC-1', 5]),
        fixed: '# A\n\nYC-001: một\n\nXem YC-001.\n',
      },
    ],
  }),
  glossary: defineCases({
    valid: [
      markdown(`${terms}# Yêu cầu\n\nYC-001: Bên khai thác phải nhận NDP qua HTTPS theo 278/2025/NĐ-CP.\n`),
      { ...markdown('# Yêu cầu\n\nYC-001: LGSP phải ghi nhật ký.\n'), name: 'no glossary' },
      {
        ...markdown(
          `${terms}# Yêu cầu\n\nYC-001: Bên khai thác nhận gói dữ liệu qua nền tảng tích hợp (LGSP); LGSP phải ghi nhật ký.\n`,
        ),
        name: 'spelled out',
      },
      {
        ...markdown(
          '# Glossary\n\n| Term | Meaning |\n|---|---|\n| Record | One row |\n\n# A\n\nEach record counts.\n',
        ),
        name: 'a table',
      },
    ],
    invalid: [
      wrong('a term that nobody uses', markdown(`${terms}# Yêu cầu\n\nYC-001: Bên khai thác phải ký.\n`), [
        'unused',
        'Gói dữ liệu (NDP)',
      ]),
      wrong(
        'explained twice',
        markdown(`${terms}- **bên khai thác**: bên nhận gói dữ liệu.\n`),
        ['unused', 'Bên khai thác'],
        ['twice', 'bên khai thác'],
      ),
      wrong(
        'an abbreviation',
        markdown(`${terms}# A\n\nYC-001: LGSP phải gửi NDP cho bên khai thác; LGSP phải ký.\n`),
        ['unexplained', 'LGSP', 8],
      ),
    ],
  }),
}
