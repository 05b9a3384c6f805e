import { RehearsalPage, type RehearsedText, type RehearsePlugin } from '@lienthong/protocol'
import { useEffect, useRef, useState } from 'react'
import { useRest } from '../access/session-context.tsx'

/** What is rehearsed: a stored version, for whose documents. */
export type Rehearsed = Required<Pick<RehearsePlugin, 'version' | 'organisation' | 'withPublished'>>

/** What was seen so far. `failed` and `unlooked` count texts, as `texts` counts those that were looked at. */
type Sums = Record<'texts' | 'changed' | 'new' | 'errors' | 'gone' | 'failed' | 'unlooked', number>

/** How far a rehearsal is. `looked` and `total` count documents; `told` are the texts to show: of the others nothing changes. */
export interface RehearsalState {
  isRunning: boolean
  sums: Sums
  told: RehearsedText[]
  looked: number
  total: number
  /** Why it ended early. */
  error: unknown
}

const beginning: RehearsalState = {
  isRunning: true,
  sums: { texts: 0, changed: 0, new: 0, errors: 0, gone: 0, failed: 0, unlooked: 0 },
  told: [],
  looked: 0,
  total: 0,
  error: null,
}

/** Asks for some texts after the other, until there are no more, it is stopped, or the page is left: then the server stops, too. */
export const useRehearsal = (id: string) => {
  const rest = useRest()
  const [state, setState] = useState<RehearsalState | null>(null)
  const running = useRef(new AbortController())
  useEffect(() => () => running.current.abort(), [])

  const start = async (rehearsed: Rehearsed): Promise<void> => {
    running.current.abort()
    running.current = new AbortController()
    const { signal } = running.current
    setState(beginning)
    let cursor: string | undefined
    do {
      try {
        const asked = { ...rehearsed, cursor }
        const page = await rest.post(`/plugins/${id}/rehearsals`, RehearsalPage, asked, { signal })
        if (signal.aborted) return
        cursor = page.next ?? undefined
        setState(before => withPage(before ?? beginning, page))
      } catch (error) {
        if (!signal.aborted) setState(before => ({ ...(before ?? beginning), isRunning: false, error }))
        return
      }
    } while (cursor !== undefined)
  }
  const stop = (): void => {
    running.current.abort()
    setState(before => before && { ...before, isRunning: false })
  }
  return { state, start, stop }
}

const withPage = (before: RehearsalState, page: RehearsalPage): RehearsalState => ({
  isRunning: page.next !== null,
  sums: page.items.reduce(withText, before.sums),
  told: [...before.told, ...page.items.filter(text => isChanged(text) || text.unlooked !== null)],
  looked: before.looked + page.looked,
  total: page.total,
  error: null,
})

const isChanged = (text: RehearsedText): boolean => text.new + text.gone + text.faults.length > 0

const withText = (sums: Sums, text: RehearsedText): Sums => ({
  texts: sums.texts + Number(text.unlooked === null),
  changed: sums.changed + Number(isChanged(text)),
  new: sums.new + text.new,
  errors: sums.errors + text.newErrors,
  gone: sums.gone + text.gone,
  failed: sums.failed + Number(text.faults.length > 0),
  unlooked: sums.unlooked + Number(text.unlooked !== null),
})
