import { useEffect, useState } from 'react'
import type { SessionState } from './session.ts'
import { useSession, useSessionState } from './session-context.tsx'

interface RestoredSession {
  state: SessionState
  /** Why it could not be found out who is signed in. */
  error: Error | null
  retry: () => void
}

/** Who is signed in, found out first where this browser does not know yet. */
export const useRestoredSession = (): RestoredSession => {
  const session = useSession()
  const state = useSessionState()
  const [error, setError] = useState<Error | null>(null)
  const isUnknown = state.kind === 'restoring' && error === null
  useEffect(() => {
    if (isUnknown) void session.restore().catch(setError)
  }, [session, isUnknown])
  return { state, error, retry: () => setError(null) }
}
