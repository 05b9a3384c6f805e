import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { readDirectiveSearch } from '../directives/directive-search.ts'
import { readDatabaseSearch } from '../inventory/database-search.ts'
import { readOrganisationSearch } from '../organisations/organisation-search.ts'
import { textOf } from '../records/list-address.ts'
import { Unexpected } from './failure.tsx'
import { Frame } from './frame.tsx'
import { NotFoundPage } from './not-found-page.tsx'

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: Unexpected,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } => ({ next: textOf(search.next) }),
  component: lazyRouteComponent(() => import('../access/sign-in-page.tsx'), 'SignInPage'),
})
const firstAdministrator = createRoute({
  getParentRoute: () => root,
  path: '/first-administrator/$token',
  component: lazyRouteComponent(() => import('../access/sign-in-link-page.tsx'), 'SignInLinkPage'),
})
const signInLink = createRoute({
  getParentRoute: () => root,
  path: '/sign-in-links/$token',
  component: lazyRouteComponent(() => import('../access/sign-in-link-page.tsx'), 'SignInLinkPage'),
})
const authorize = createRoute({
  getParentRoute: () => root,
  path: '/authorize',
  validateSearch: (
    search: Record<string, unknown>,
  ): { callback?: string; challenge?: string; state?: string } => ({
    callback: textOf(search.callback),
    challenge: textOf(search.challenge),
    state: textOf(search.state),
  }),
  component: lazyRouteComponent(() => import('../access/authorize-page.tsx'), 'AuthorizePage'),
})

const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame })
const overview = createRoute({
  getParentRoute: () => frame,
  path: '/',
  component: lazyRouteComponent(() => import('../overview/overview-page.tsx'), 'OverviewPage'),
})
const databases = createRoute({
  getParentRoute: () => frame,
  path: '/databases',
  validateSearch: readDatabaseSearch,
  component: lazyRouteComponent(() => import('../inventory/inventory-page.tsx'), 'InventoryPage'),
})
const database = createRoute({
  getParentRoute: () => frame,
  path: '/databases/$code',
  component: lazyRouteComponent(() => import('../inventory/database-page.tsx'), 'DatabasePage'),
})
const document = createRoute({
  getParentRoute: () => frame,
  path: '/databases/$code/documents/$path',
  component: lazyRouteComponent(() => import('../documents/document-page.tsx'), 'DocumentPage'),
})
const documents = createRoute({
  getParentRoute: () => frame,
  path: '/documents',
  validateSearch: (search: Record<string, unknown>): { q?: string } => ({ q: textOf(search.q) }),
  component: lazyRouteComponent(() => import('../documents/documents-page.tsx'), 'DocumentsPage'),
})
const directives = createRoute({
  getParentRoute: () => frame,
  path: '/directives',
  validateSearch: readDirectiveSearch,
  component: lazyRouteComponent(() => import('../directives/directives-page.tsx'), 'DirectivesPage'),
})
const directive = createRoute({
  getParentRoute: () => frame,
  path: '/directives/$code',
  component: lazyRouteComponent(() => import('../directives/directive-page.tsx'), 'DirectivePage'),
})
const organisations = createRoute({
  getParentRoute: () => frame,
  path: '/organisations',
  validateSearch: readOrganisationSearch,
  component: lazyRouteComponent(() => import('../organisations/organisations-page.tsx'), 'OrganisationsPage'),
})
const indicators = createRoute({
  getParentRoute: () => frame,
  path: '/indicators',
  component: lazyRouteComponent(() => import('../indicators/indicators-page.tsx'), 'IndicatorsPage'),
})
const rooms = createRoute({
  getParentRoute: () => frame,
  path: '/rooms',
  component: lazyRouteComponent(() => import('../rooms/rooms-page.tsx'), 'RoomsPage'),
})
const plugins = createRoute({
  getParentRoute: () => frame,
  path: '/plugins',
  component: lazyRouteComponent(() => import('../plugins/plugins-page.tsx'), 'PluginsPage'),
})
const plugin = createRoute({
  getParentRoute: () => frame,
  path: '/plugins/$pluginId',
  component: lazyRouteComponent(() => import('../plugins/plugin-page.tsx'), 'PluginPage'),
})
const rule = createRoute({
  getParentRoute: () => frame,
  path: '/plugins/$pluginId/rules/$ruleId',
  component: lazyRouteComponent(() => import('../plugins/rule-page.tsx'), 'RulePage'),
})
const account = createRoute({
  getParentRoute: () => frame,
  path: '/account',
  component: lazyRouteComponent(() => import('../access/account-page.tsx'), 'AccountPage'),
})

/** Every page of the portal by its address. Pages load when first visited. */
export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    firstAdministrator,
    signInLink,
    authorize,
    frame.addChildren([
      overview,
      databases,
      database,
      document,
      documents,
      directives,
      directive,
      organisations,
      indicators,
      rooms,
      plugins,
      plugin,
      rule,
      account,
    ]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
