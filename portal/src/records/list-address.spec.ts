import { readDatabaseSearch } from '../inventory/database-search.ts'
import { listAddress } from './list-address.ts'

it('leaves out filters that are not set and escapes the others', () => {
  expect(listAddress('/databases', {})).toBe('/databases')
  expect(listAddress('/databases', { q: 'dân cư & đất', level: undefined, cursor: '', limit: 50 })).toBe(
    '/databases?q=d%C3%A2n+c%C6%B0+%26+%C4%91%E1%BA%A5t&limit=50',
  )
})

it('drops from an address what is no filter', () => {
  expect(
    readDatabaseSearch({ level: 'galactic', status: 'operating', asOf: '15/07/2025', q: ' ', x: 1 }),
  ).toEqual({
    status: 'operating',
  })
})
