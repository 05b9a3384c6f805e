/** Where to go after signing in: a path of this portal, never another site that a crafted link names (rule P5). */
export const pathAfterSignIn = (next: string | undefined): string => {
  if (next === undefined || !/^\/(?![/\\])/.test(next)) return '/'
  const base = 'https://portal.invalid'
  if (!URL.canParse(next, base)) return '/'
  const url = new URL(next, base)
  return url.origin === base ? url.pathname + url.search + url.hash : '/'
}
