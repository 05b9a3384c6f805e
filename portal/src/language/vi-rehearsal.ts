/** Texts about trying a rule set on documents before it is installed. */
export const viRehearsal = {
  title: 'Chạy thử trên tài liệu',
  lead: 'Xem phiên bản này sẽ phát hiện gì trong những tài liệu bạn được xem, so với phiên bản đang áp dụng ở đó. Không có gì hiện ra trong tài liệu, người đang soạn thảo không bị ảnh hưởng.',
  start: 'Chạy thử',
  stop: 'Dừng',
  withPublished: 'Cả các bản đã công bố',
  progress: 'Tiến độ chạy thử',
  sum: 'Đã xem {{looked}}/{{total}} tài liệu ({{texts}} văn bản): {{changed}} văn bản thay đổi, {{new}} phát hiện mới ({{errors}} lỗi), {{gone}} mất đi, hỏng ở {{failed}} văn bản.',
  notLooked: 'Chưa xem {{texts}} văn bản, và {{documents}} tài liệu chưa xem đến hết.',
  unlooked: {
    time: 'Chưa xem: riêng văn bản này đã quá thời gian của một lượt.',
    unavailable: 'Chưa xem: máy chủ không đọc được văn bản này.',
  },
  counts: '{{new}} phát hiện mới ({{errors}} lỗi), {{gone}} mất đi, {{unchanged}} giữ nguyên.',
  replaces: 'Đang áp dụng {{version}}.',
  published: 'Bản {{number}}',
  change: { new: 'Mới', gone: 'Mất đi' },
}
