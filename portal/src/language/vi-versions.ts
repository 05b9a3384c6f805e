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
  warning: 'Bản đã phát hành không sửa, không xóa được.',
}
