import { defineCases, type InvalidCase, type ValidCase } from '@lienthong/plugin-sdk'

const spec = (...lines: string[]): ValidCase & { format: 'markdown' } => ({
  format: 'markdown',
  text: `# Yêu cầu\n\n${lines.join('\n\n')}\n`,
})
const wrong = (
  name: string,
  document: ValidCase,
  ...findings: readonly (readonly [messageId: string, marked: string])[]
): InvalidCase => ({
  ...document,
  name,
  findings: findings.map(([messageId, marked]) => ({ messageId, marked })),
})

export default {
  'modal-verb': defineCases({
    valid: [
      spec('YC-001: Hệ thống phải lưu nhật ký.', 'YC-002: Bên khai thác chỉ được nhận trường đã phê duyệt.'),
      spec('REQ-1 The system shall keep a log.', '- REQ-2 It must not be edited.'),
      { ...spec('YC-001: (đã bỏ) Cơ quan không được sửa.'), name: 'forbidden' },
    ],
    invalid: [
      wrong('a description', spec('YC-001: Hệ thống lưu nhật ký.'), ['missing', 'YC-001']),
      wrong('a recommendation', spec('YC-001: Hệ thống nên lưu nhật ký.'), ['permissive', 'nên']),
      wrong('permission', spec('**REQ-1** The user may export it.'), ['permissive', 'may']),
      wrong(
        'most of a document, once',
        spec(
          'YC-001: Ghi nhật ký.',
          'YC-002: Gửi báo cáo.',
          'YC-003: Phải ký.',
          'YC-004: Đối soát.',
          'YC-005: Lưu.',
        ),
        ['most', 'YC-001'],
      ),
      wrong('a negation and a side', spec('YC-001: Đây không phải nút bên phải.'), ['missing', 'YC-001']),
      wrong('in code only', spec('YC-001: Trường `phải` là chuỗi.'), ['missing', 'YC-001']),
    ],
  }),
  'single-requirement': defineCases({
    valid: [
      spec('YC-001: Hệ thống phải lưu nhật ký và gửi báo cáo.'),
      spec('YC-001: Dữ liệu phải là dữ liệu giả, không phải của người thật.'),
    ],
    invalid: [
      wrong('two obligations', spec('YC-001: Số định danh phải duy nhất và không được cấp lại.'), [
        'another',
        'không được',
      ]),
      wrong('two in English', spec('REQ-1 It shall log and it must alert.'), ['another', 'must']),
    ],
  }),
  'vague-wording': defineCases({
    valid: [
      spec('YC-001: Hệ thống phải phản hồi trong 2 giây.'),
      { ...spec('YC-001: Hệ thống phải thông báo kịp thời, trong vòng 24 giờ.'), name: 'a time beside it' },
      { ...spec('YC-001: Hệ thống phải đối soát định kỳ mỗi quý một lần.'), name: 'a frequency beside it' },
      { ...spec('Hệ thống hiện đại và thân thiện.'), name: 'not a requirement' },
      { ...spec('YC-001: Giá trị `etc` phải bị từ chối.'), name: 'code' },
      {
        ...spec('YC-001: Giao diện phải thân thiện.'),
        name: 'left out by options',
        options: { except: ['thân thiện'] },
      },
    ],
    invalid: [
      wrong(
        'quality',
        spec('YC-001: Giao diện phải thân thiện và dễ sử dụng.'),
        ['quality', 'thân thiện'],
        ['quality', 'dễ sử dụng'],
      ),
      wrong(
        'time',
        spec('YC-001: Hệ thống phải phản hồi nhanh chóng, kịp thời.'),
        ['time', 'nhanh chóng'],
        ['time', 'kịp thời'],
      ),
      wrong('amount', spec('YC-001: Hệ thống phải nhận hầu hết định dạng.'), ['amount', 'hầu hết']),
      wrong('escape', spec('REQ-1 The system shall, where\nappropriate, notify its users.'), [
        'escape',
        'where\nappropriate',
      ]),
      wrong('open', spec('YC-001: Hệ thống phải nhận PDF, PNG, v.v.'), ['open', 'v.v']),
      wrong('a word of one’s own', { ...spec('YC-001: Hệ thống phải êm.'), options: { also: ['êm'] } }, [
        'quality',
        'êm',
      ]),
    ],
  }),
  placeholder: defineCases({
    valid: [
      spec('YC-001: Hệ thống phải bổ sung trường còn thiếu.', 'Danh sách việc cần làm (todo list).'),
      { ...spec('```yaml\nghiChu: TODO\n```'), name: 'code' },
    ],
    invalid: [
      wrong('in a requirement', spec('YC-001: Hệ thống phải phản hồi trong TBD giây.'), ['left', 'TBD']),
      wrong(
        'in a section',
        spec('Danh mục sẽ bổ sung sau khi họp.', 'Ngưỡng: ???'),
        ['left', 'sẽ bổ sung'],
        ['left', '???'],
      ),
      wrong('before the first heading', { format: 'markdown', text: 'TODO: viết phần mở đầu\n' }, [
        'left',
        'TODO',
      ]),
    ],
  }),
}
