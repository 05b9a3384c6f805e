import { requirementId } from '@lienthong/plugin-sdk'

/** A requirement's id taken apart: `REQ-DC-012` is `REQ-DC-` and `012`, `YC-3.1` is `YC-3.` and `1`. */
export interface RequirementId {
  readonly id: string
  /** What those of one series have in common. */
  readonly series: string
  readonly digits: string
}

export function idOf(id: string): RequirementId {
  const [, series = '', digits = ''] = /^(.*?[-.])(\d+)$/u.exec(id) ?? []
  return { id, series, digits }
}

const mentions = new RegExp(`(?<![\\p{L}\\p{N}/.-])${requirementId}(?![\\p{L}\\p{N}/-])`, 'gu')

/** Everything in a text that is written like an id, with its place. */
export const idsIn = (text: string): { id: string; from: number; to: number }[] =>
  [...text.matchAll(mentions)].map(({ 0: id, index }) => ({ id, from: index, to: index + id.length }))
