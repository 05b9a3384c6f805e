const language = 'markdown'

const specification = `> Bản mẫu / a sample

# Đặc tả chia sẻ dữ liệu công dân

Lược đồ kèm theo: [cong-dan.schema.yaml](cong-dan.schema.yaml), xem [không có](khong-co.md#muc).

## 1. Căn cứ

| Mã | Văn bản |
|---|---|
| \`ND-278-2025\` | 278/2025/NĐ-CP |
| \`ND-47-2020\` | 47/2020/NĐ-CP, Điều 5 |

## 2. Thuật ngữ

- **Số định danh (SDD)**: dãy 12 chữ số của một công dân.
- **Bên khai thác**: hệ thống nhận dữ liệu.

## 3. Yêu cầu

YC-001: Mỗi công dân phải có đúng một bản ghi, với SDD là khoá duy nhất.

YC-002: Bên khai thác nên nhận thay đổi trong vòng 24 giờ, theo YC-001 và YC-009.

1. Hệ thống phải nhanh chóng và thân thiện. TODO
   - mục con với \`mã\`, *nghiêng*, ~~bỏ~~ và <b>HTML</b>

\`\`\`yaml
soDinhDanh: '001099000001'
\`\`\`

![Hình](hinh.png) và ghi chú[^1].

[^1]: Chân trang.
`

const halfSpecification = `YC-001
YC-001: phải
# 
###### Nhảy cấp
## 3.1 \`chưa đóng
| a | b
|---
| c
- 
  - **
* [liên kết]( và ![](
REQ-DC-: không phải phải phải
<!-- bỏ dở
👩‍👩‍👧 Dữ liệu  \u0000 điều khiển
\`\`\`sql
create table
`

export const markdownSamples = [
  { name: 'dac-ta.md', language, format: 'markdown', text: specification, isWhole: true },
  { name: 'dang-viet.md', language, format: 'markdown', text: halfSpecification, isWhole: false },
] as const
