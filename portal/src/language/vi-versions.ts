/** Texts about published versions. */
export const viVersions = {
  title: 'Bản phát hành',
  lead: 'Nội dung cố định để nơi khác dựa vào, kèm số hiệu và mã băm SHA-256.',
  none: 'Tài liệu này chưa có bản phát hành nào.',
  publish: 'Phát hành',
  publishing: 'Phát hành bản mới',
  number: 'Số hiệu',
  step: { major: 'Không tương thích', minor: 'Bổ sung, tương thích', patch: 'Sửa nhỏ' },
  note: 'Ghi chú (không bắt buộc)',
  published: 'Đã phát hành bản {{number}}.',
  by: '{{name}}, {{at}}, trạng thái {{seq}}',
  asked: {
    major: 'Thay đổi này phá vỡ bản {{last}}: không chọn được bước nhỏ hơn.',
    minor: 'Thay đổi này không chỉ ở lời văn so với bản {{last}}: sửa nhỏ là chưa đủ.',
    patch: 'Chỉ lời văn khác bản {{last}}.',
    unknown: 'Chưa biết thay đổi có phá vỡ bản {{last}} không: hãy tự chọn bước.',
  },
  warning: 'Bản đã phát hành không sửa, không xóa được.',
}
