export const sources = {
  inventory: 'Danh mục văn bản của hệ thống',
  law: 'Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15',
}
