import { RehearsalPage, type RehearsedText, type RehearsePlugin } from '@lienthong/protocol'
import { useEffect, useRef, useState } from 'react'
import { useRest } from '../access/session-context.tsx'

/** What is rehearsed: a stored version, for whose documents. */
export type Rehearsed = Required<Pick<RehearsePlugin, 'version' | 'organisation' | 'withPublished'>>

/** How far a rehearsal is. `looked` and `total` count documents; `error` is why it ended early. */
export interface RehearsalState {
  isRunning: boolean
  texts: RehearsedText[]
  looked: number
  total: number
  error: unknown
}

const beginning: RehearsalState = { isRunning: true, texts: [], looked: 0, total: 0, error: null }

/** Asks for some documents after the other, until there are no more, it is stopped, or the page is left: then the server stops, too. */
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
  texts: [...before.texts, ...page.items],
  looked: before.looked + page.looked,
  total: page.total,
  error: null,
})
