import { type Exclusively, refreshTokenKey, Session } from './session.ts'

/** Web Locks exist on https and on localhost. Elsewhere two tabs may renew at once; the server then ends the session and asks to sign in. */
const exclusively: Exclusively = task =>
  'locks' in navigator ? navigator.locks.request(refreshTokenKey, task) : task()

/** This browser's session, shared by its tabs. */
export const browserSession = (): Session => {
  const session = new Session({
    url: location.origin,
    storage: localStorage,
    tabStorage: sessionStorage,
    exclusively,
    fetch: (url, init) => fetch(url, init),
  })
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === refreshTokenKey || key === null) session.followOtherTab(newValue)
  })
  return session
}
