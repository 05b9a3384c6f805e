import type { Action, Me } from '@lienthong/protocol'
import { type RestClient } from '@lienthong/protocol/client'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Session, SessionState } from './session.ts'

const SessionContext = createContext<Session | null>(null)
export const SessionProvider = SessionContext.Provider

export const useSession = (): Session => {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no SessionProvider above')
  return session
}

export const useSessionState = (): SessionState => {
  const session = useSession()
  return useSyncExternalStore(session.onState, session.state)
}

export const useRest = (): RestClient => useSession().rest

/** The person signed in. Only for pages inside the frame, which shows nothing to anybody else. */
export const useMe = (): Me => {
  const state = useSessionState()
  if (state.kind !== 'signed-in') throw new Error('nobody is signed in')
  return state.me
}

/** Whether some grant allows the action somewhere. Only decides what is offered; the server decides what happens. */
export const useMay = (action: Action): boolean => useMe().actions.includes(action)
