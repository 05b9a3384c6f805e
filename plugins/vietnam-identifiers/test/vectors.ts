/** Test vectors of the rules, by the identifier's code in the fact base they were collected in (November 2026). */
export const vectors: Readonly<Record<string, { valid: string[]; invalid: string[] }>> = {
  'VN-PIN': {
    valid: ['001087123456', '079201000001'],
    invalid: ['01087123456', '0010871234567', '00108712345A'],
  },
  'VN-CMND-9': { valid: ['123456789'], invalid: ['001087123456'] },
  'VN-MST': {
    valid: ['0100047516', '0100233488', '0314409058-002'],
    invalid: ['0100233480', '0100233488-000', '12345'],
  },
  'VN-MST-CN': { valid: ['001087123456'], invalid: [] },
  'VN-BHXH': { valid: ['0123456789'], invalid: ['12345'] },
  'VN-ORG-CODE': { valid: ['G01', 'G12.18', 'H56.01.02'], invalid: ['g01', 'G12..18', 'G12.18.'] },
  'VN-ORG-CODE-LEGACY': { valid: ['000.00.17.H56'], invalid: ['H56.17'] },
  'VN-PROV-CODE': { valid: ['01', '79', '96'], invalid: ['1', '27', '97'] },
  'VN-COMMUNE-CODE': { valid: ['25942'], invalid: ['2594'] },
  'VN-TTHC-CODE': { valid: ['1.004944', '2.000815.000.00.00.H29'], invalid: ['1004944', '1.4944'] },
  'VN-DOC-NUMBER': {
    valid: [
      '57-NQ/TW',
      '71/NQ-CP',
      '02-KH/BCĐTW',
      '06/QĐ-TTg',
      '194/2025/NĐ-CP',
      '60/2024/QH15',
      '292/QĐ-BKHCN',
      '20/2025/QĐ-TTg',
      '08/2025/TT-BCA',
      '388/NQ-UBTVQH16',
      '05-QĐ/BCĐTW',
      '515/KH-BCA-BNN&MT',
    ],
    invalid: ['57 NQ TW', 'NĐ-CP 194/2025', '02/KH'],
  },
  'DATE-ISO': { valid: ['1953', '1987-05', '2025-07-15'], invalid: ['15/07/2025', '2025-7-15'] },
  'ENUM-GENDER': { valid: ['0', '1', '2'], invalid: ['M', '3'] },
  'ENUM-COUNTRY': { valid: ['VN', 'LA'], invalid: ['VNM', 'vn'] },
}
