import { ProtocolError } from '@lienthong/protocol'

/** Longer than this nobody remembers why: then it is asked for again. */
const maxDays = 366

/** Errors: RECORD_INVALID, for what is no day of the calendar, over, or too far away. Days are `YYYY-MM-DD`. */
export const requireDay = (until: string, today: string): void => {
  const days = (Date.parse(until) - Date.parse(today)) / 86_400_000
  const isDay = !Number.isNaN(days) && new Date(Date.parse(until)).toISOString().startsWith(until)
  if (!isDay) throw new ProtocolError('RECORD_INVALID', { detail: `until: ${until} is no day` })
  if (days < 0) throw new ProtocolError('RECORD_INVALID', { detail: 'until: the day is over' })
  if (days > maxDays) throw new ProtocolError('RECORD_INVALID', { detail: `until: at most ${maxDays} days` })
}
