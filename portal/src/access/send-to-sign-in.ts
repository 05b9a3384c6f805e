import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useSessionState } from './session-context.tsx'

/** Sends whoever is not signed in to sign in first, and then back here. The address is read once: while the next page loads it changes. */
export const useSendToSignIn = (): void => {
  const router = useRouter()
  const isSignedOut = useSessionState().kind === 'signed-out'
  useEffect(() => {
    if (!isSignedOut) return
    const { href } = router.state.location
    void router.navigate({ to: '/sign-in', search: { next: href }, replace: true })
  }, [router, isSignedOut])
}
