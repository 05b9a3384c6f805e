import type { Comparison } from '@lienthong/protocol/client'
import { type Io, paint } from '../io.ts'
import { states } from '../words/states.ts'
import type { Merge } from './merge.ts'

type Conflict = Extract<Comparison, { state: 'conflict' }>

const colours = {
  same: 'grey',
  'changed-here': 'blue',
  'changed-there': 'yellow',
  conflict: 'red',
  'new-here': 'green',
  'new-there': 'yellow',
  'missing-here': 'yellow',
  'missing-there': 'red',
} as const satisfies Record<Comparison['state'], string>

/** One line: how a file and its document stand to each other. */
export const lineOf = ({ name, state }: Comparison, io: Io): string =>
  `${name}: ${paint(io, colours[state], io.speech.say(states[state]))}`

/** A conflict with the lines that both sides changed, and what the person may do about it. */
export function conflictOf(comparison: Conflict, merge: Merge | undefined, io: Io): string {
  const { name } = comparison
  if (!merge) return `${lineOf(comparison, io)}\n${io.speech.say('conflictUnrelated', { file: name })}`
  if ('text' in merge)
    return `${lineOf(comparison, io)}\n${io.speech.say('conflictMergeable', { file: name })}`
  const shown = merge.overlaps.flatMap(({ line, base, local, server }) => [
    paint(io, 'bold', io.speech.say('conflictAt', { file: name, line })),
    ...marked('-', base).map(text => paint(io, 'grey', text)),
    ...marked('<', local).map(text => paint(io, 'blue', text)),
    ...marked('>', server).map(text => paint(io, 'yellow', text)),
  ])
  return [lineOf(comparison, io), ...shown, io.speech.say('conflictOverlaps', { file: name })].join('\n')
}

const marked = (mark: string, text: string): string[] => text.split('\n').map(line => `${mark} ${line}`)
