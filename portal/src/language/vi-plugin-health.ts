/** Texts about what a rule set costs and how it does. */
export const viPluginHealth = {
  title: 'Tình trạng và chi phí',
  lead: 'Đo riêng tại máy chủ đang trả lời, từ khi phiên bản được nạp ở đó; nơi có nhiều máy chủ thì mỗi máy cho số liệu của mình. Phát hiện tính trên các tài liệu đang mở.',
  runs: 'Số lần chạy',
  total: 'Tổng thời gian',
  p95: '95% số lần chạy không quá',
  memory: 'Bộ nhớ cao nhất',
  findings: 'Phát hiện',
  faults: 'Sự cố',
  seconds: '{{seconds}} giây',
  milliseconds: '{{ms}} mili giây',
  megabytes: '{{mb}} MB (tối đa {{most}} MB)',
  inDocuments: '{{findings}} trong {{documents}} tài liệu đang mở',
  lastFault: 'lần cuối {{at}}: {{reason}}',
  lastRule: 'khi đang chạy quy tắc',
}
