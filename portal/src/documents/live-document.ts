import {
  type DocumentId,
  type Finding,
  FindingsChanged,
  type Participant,
  ProtocolError,
  type Thread,
} from '@lienthong/protocol'
import { type DocumentSession, offsetsOf, ServerConnection } from '@lienthong/protocol/client'
import { useEffect, useState } from 'react'
import { useSession } from '../access/session-context.tsx'
import { lineAt, lineStartsOf } from './lines.ts'

/** A document as it is at this moment. Lines count from 1; a line is null where its words are gone. */
export interface LiveDocument {
  state: 'joining' | 'live' | 'offline' | 'refused'
  error: ProtocolError | null
  lines: readonly string[]
  /** Whether the rules have spoken: no findings before that mean nothing. */
  isChecked: boolean
  findings: readonly { finding: Finding; line: number | null }[]
  people: readonly { person: Participant; line: number | null }[]
  threads: readonly { thread: Thread; line: number | null }[]
}

const opening: LiveDocument = {
  state: 'joining',
  error: null,
  lines: [],
  isChecked: false,
  findings: [],
  people: [],
  threads: [],
}

/** Reads a document live through the same session that editors use. Nothing is ever written. */
export const useLiveDocument = (documentId: DocumentId): LiveDocument => {
  const account = useSession()
  const [live, setLive] = useState(opening)
  useEffect(() => {
    setLive(opening)
    const token = async (): Promise<string> => {
      const current = await account.token()
      if (current === undefined) throw new ProtocolError('TOKEN_MISSING')
      return current
    }
    const connection = new ServerConnection({ url: location.origin, token })
    const session = connection.open(documentId)
    let frame = 0
    let isChecked = false
    const look = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setLive(seenIn(session, connection, isChecked)))
    }
    session.text.observe(look)
    const stops = [
      connection.onNotice(FindingsChanged, changed => {
        if (changed.documentId !== documentId) return
        isChecked = true
        look()
      }),
      session.onState(look),
      connection.onState(look),
      session.findings.onChange(look),
      session.presence.onChange(look),
      session.threads.onChange(look),
    ]
    return () => {
      cancelAnimationFrame(frame)
      for (const stop of stops) stop()
      void connection.close()
    }
  }, [account, documentId])
  return live
}

const seenIn = (session: DocumentSession, connection: ServerConnection, isChecked: boolean): LiveDocument => {
  const text = session.text.toString()
  const starts = lineStartsOf(text)
  const { state } = session
  return {
    ...standingOf(state, connection.state),
    isChecked,
    lines: text === '' ? [] : text.split('\n'),
    findings: session.findings.all
      .map(finding => ({ finding, line: lineOf(starts, session.rangeOf(finding.range)?.start) }))
      .sort((a, b) => (a.line ?? Number.POSITIVE_INFINITY) - (b.line ?? Number.POSITIVE_INFINITY)),
    people: [...session.presence.participants.values()].map(person => ({
      person,
      line: lineOf(starts, person.selections[0] && offsetsOf(session.text, person.selections[0])?.head),
    })),
    threads: session.threads.all
      .map(thread => ({ thread, line: lineOf(starts, session.rangeOf(thread.anchor)?.start) }))
      .sort((a, b) => a.thread.state.localeCompare(b.thread.state)),
  }
}

const standingOf = (
  state: DocumentSession['state'],
  connection: ServerConnection['state'],
): Pick<LiveDocument, 'state' | 'error'> => {
  if (connection.kind === 'refused') return { state: 'refused', error: connection.error }
  if (state.kind === 'refused' || state.kind === 'stuck') return { state: 'refused', error: state.error }
  return { state: state.kind, error: null }
}

const lineOf = (starts: readonly number[], offset: number | undefined): number | null =>
  offset === undefined ? null : lineAt(starts, offset)
