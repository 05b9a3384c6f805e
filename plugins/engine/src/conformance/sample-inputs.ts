import { dataOf } from '../inputs/case-inputs.ts'

const day = '2026-07-01'

/** What a rule that asks for them sees while it is tried out: little, of each kind. The samples name some of it, and something that is not there. */
export const sampleInputs = dataOf({
  directives: {
    day,
    directives: [
      { code: 'ND-278-2025', number: '278/2025/NĐ-CP', type: 'decree' },
      { code: 'ND-47-2020', number: '47/2020/NĐ-CP', validTo: '2026-01-01', successorCode: 'ND-278-2025' },
    ],
  },
  inventory: {
    day,
    databases: [{ code: 'mau', ownerCode: 'BO-MAU' }, { code: 'dan-cu' }],
    lists: [{ code: 'DM-MAU' }],
    organisations: [{ code: 'BO-MAU' }],
  },
  schemas: {
    day,
    schemas: [
      {
        address: 'dan-cu/cong-dan.schema.yaml',
        entities: [
          {
            name: 'CongDan',
            fields: [
              { name: 'soDinhDanh', type: 'text', isRequired: true, maxLength: 12 },
              { name: 'ghiChu', type: 'text' },
            ],
          },
        ],
      },
    ],
  },
  dictionary: {
    day,
    elements: [
      { name: 'soDinhDanh', type: 'text', pattern: '^[0-9]{12}$' },
      { name: 'gioiTinh', type: 'text', values: ['0', '1', '2'] },
    ],
  },
})
