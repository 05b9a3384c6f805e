import { ProtocolError } from '@lienthong/protocol'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App as AntApp, ConfigProvider } from 'antd'
import { useEffect, useLayoutEffect } from 'react'
import type { Session } from '../access/session.ts'
import { SessionProvider } from '../access/session-context.tsx'
import { dark, light, propertiesOf } from './palette.ts'
import { usePreferences } from './preferences.tsx'
import { router } from './router.tsx'
import { themeOf } from './theme.ts'

/** Only a failure that may pass by itself is tried again. */
const mayPass = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof ProtocolError && error.retry !== 'no' && error.code !== 'INTERNAL'

const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: mayPass, staleTime: 10_000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})

/** What one person could read is forgotten before another is shown it. */
const forgetBetweenPeople = (session: Session): (() => void) => {
  let personId: string | null = null
  return session.onState(() => {
    const state = session.state()
    const next = state.kind === 'signed-in' ? state.me.person.id : null
    if (next !== personId) queryClient.clear()
    personId = next
  })
}

export const App = ({ session }: { session: Session }) => {
  const { isDark, locale } = usePreferences()
  useLayoutEffect(() => {
    const { style, dataset } = document.documentElement
    for (const [name, value] of propertiesOf(isDark ? dark : light)) style.setProperty(name, value)
    style.colorScheme = isDark ? 'dark' : 'light'
    dataset.theme = isDark ? 'dark' : 'light'
  }, [isDark])
  useEffect(() => forgetBetweenPeople(session), [session])
  return (
    <ConfigProvider theme={themeOf(isDark)} locale={locale}>
      <AntApp>
        <SessionProvider value={session}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </SessionProvider>
      </AntApp>
    </ConfigProvider>
  )
}
