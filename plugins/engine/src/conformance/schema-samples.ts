const language = 'json-schema'

const yaml = `# Công dân, làm mẫu / a citizen, as a sample
$schema: https://json-schema.org/draft/2020-12/schema
$id: https://lienthong.example/mau/cong-dan.schema.yaml
title: Công dân
description: Thông tin công dân theo 278/2025/NĐ-CP (YC-001).
x-legal-basis: [ND-278-2025, ND-47-2020, KHONG-CO]
type: object
required: [soDinhDanh, hoTen]
additionalProperties: false
properties:
  soDinhDanh: &ma
    type: string
    pattern: '^[0-9]{12}$'
    maxLength: 12
    description: Số định danh cá nhân.
    examples: ['001099000001']
    x-personal-data: { class: basic, purpose: Đối soát }
  hoTen: { $ref: '#/$defs/HoTen' }
  maCu: *ma
  ngaySinh: { type: string, format: date }
  gioiTinh: { enum: ['0', '1', '2', null], default: '0' }
  diaChi:
    type: array
    minItems: 1
    items: { $ref: '#/$defs/DiaChi' }
    uniqueItems: true
  lienHe:
    oneOf:
      - { type: string, format: email }
      - type: object
        properties: { soDienThoai: { type: string, minLength: 10 } }
        patternProperties: { '^x-': {} }
  ghiChu: { type: [string, 'null'], maxLength: 1000, deprecated: true }
  batKy: true
$defs:
  HoTen:
    title: Họ tên
    type: object
    properties:
      ho: { type: string, description: Họ. }
      chuDem: { type: string }
      ten: { type: string, description: Tên. }
    required: [ho, ten]
  DiaChi:
    type: object
    properties:
      maTinh: { type: string, const: '01' }
      tren: { $ref: '#/$defs/DiaChi' }
      noiKhac: { $ref: '../dan-cu/cong-dan.schema.yaml#/$defs/CongDan' }
    if: { properties: { maTinh: { const: '01' } } }
    then: { required: [maTinh] }
    else: false
mapping:
  source: mau/cong-dan.schema.yaml
  target: dan-cu/cong-dan.schema.yaml
  fields:
    - { from: soDinhDanh, to: soDinhDanh }
    - { from: hoTen.ten, to: khongCo, transform: Viết hoa }
    - { value: ' ', to: ghiChu }
`

/** As it looks while somebody writes: keys without values, values of another kind, names that are odd, something that cannot be read. */
const halfYaml = `title: 5
description:
type: [object, strings, 7]
required: soDinhDanh
properties:
  soDinhDanh:
  'đơn vị hành chính (cũ)': { type: text, maxLength: nhiều, enum: [], examples: {} }
  constructor: { properties: [], required: [1, 1, { a: b }] }
  __proto__: { items: [{}, false, null], $ref: 12 }
  '': { $ref: '#/$defs/KhongCo', description: { vi: Không phải chữ } }
  ghiChu: []
  😀: { pattern: '(', minimum: '1', maximum: 0, format: 9, const: { a: [1.5e300, -0] } }
$defs: { A: { $ref: '#/$defs/B' }, B: { $ref: '#/$defs/A' }, C: 3 }
mapping: { source: 1, target: , fields: [a, { from: [], to: 2 }] }
lap: 1
lap: 2
hong: { a: [1, 2
`

const json = `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://lienthong.example/mau/thua-dat.schema.json",
  "title": "Thửa đất",
  "description": "Thông tin thửa đất (YC-002).",
  "type": "object",
  "required": ["maThua", "dienTich"],
  "properties": {
    "maThua": { "type": "string", "description": "Mã thửa đất.", "minLength": 8, "maxLength": 20 },
    "dienTich": { "type": "number", "exclusiveMinimum": 0, "examples": [120.5] },
    "loaiDat": { "type": "array", "items": { "$ref": "#/$defs/LoaiDat" }, "minItems": 1 },
    "chuSuDung": { "anyOf": [{ "$ref": "#/$defs/Nguoi" }, { "type": "null" }] },
    "ghiChu": { "type": "string", "default": "" }
  },
  "$defs": {
    "LoaiDat": { "enum": ["o", "vuon", "rung"], "title": "Loại đất" },
    "Nguoi": {
      "type": "object",
      "properties": {
        "soDinhDanh": { "type": "string", "pattern": "^[0-9]{12}$" },
        "nguoiDaiDien": { "$ref": "#/$defs/Nguoi" }
      },
      "additionalProperties": { "type": "string" }
    }
  }
}
`

const halfJson = `{
  "title": null, "type": {}, "required": [null],
  "properties": {
    "a": 1, "a": { "type": "chuỗi", "enum": "x" },
    "ghiChu": { "$ref": "", "allOf": {} },
    "": { "properties": { "b": "c" }, "description": 0 }
  },
  "$defs": [],
  "con": { "x": [1, 2,
`

export const schemaSamples = [
  { name: 'cong-dan.schema.yaml', language, format: 'json-schema-yaml', text: yaml, isWhole: true },
  { name: 'dang-viet.schema.yaml', language, format: 'json-schema-yaml', text: halfYaml, isWhole: false },
  { name: 'thua-dat.schema.json', language, format: 'json-schema-json', text: json, isWhole: true },
  { name: 'dang-viet.schema.json', language, format: 'json-schema-json', text: halfJson, isWhole: false },
] as const
