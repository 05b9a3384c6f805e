/**
 * The portal's colours, once for Ant Design's tokens and once for our own style sheet (`--ink`, `--paper`, …).
 * Every text colour keeps at least 4.5:1 on every ground that it is used on (WCAG 2.2 AA); `palette.spec.ts` measures it.
 */
export interface Palette {
  /** The page. */
  paper: string
  /** What lies on the page: panels, tables, fields. */
  surface: string
  /** A quiet second ground on a surface. */
  shade: string
  ink: string
  inkSoft: string
  line: string
  /** Around fields and buttons. */
  outline: string
  /** Controls that may be pressed; carries white text. */
  jade: string
  /** Links and emphasised text. */
  link: string
  jadeSoft: string
  /** The navigation's ground, and the text on it. */
  deep: string
  onDeep: string
  onDeepSoft: string
  gold: string
  goldSoft: string
  lacquer: string
  lacquerSoft: string
  azure: string
  azureSoft: string
}

export const light: Palette = {
  paper: '#f6f4ee',
  surface: '#ffffff',
  shade: '#f1efe8',
  ink: '#17262a',
  inkSoft: '#4a5b60',
  line: '#ddd8cc',
  outline: '#7d8780',
  jade: '#0f625b',
  link: '#0d5a54',
  jadeSoft: '#e2efec',
  deep: '#0d3f3c',
  onDeep: '#ffffff',
  onDeepSoft: '#c4dad6',
  gold: '#7a560c',
  goldSoft: '#f8eed6',
  lacquer: '#9c2a1c',
  lacquerSoft: '#fae6e2',
  azure: '#1f4f7d',
  azureSoft: '#e4edf6',
}

export const dark: Palette = {
  paper: '#0f1719',
  surface: '#172124',
  shade: '#1e2a2d',
  ink: '#e7edeb',
  inkSoft: '#a8b8b7',
  line: '#2f3d40',
  outline: '#6f8285',
  jade: '#1c776e',
  link: '#74cdc1',
  jadeSoft: '#17332f',
  deep: '#0a2a29',
  onDeep: '#f2f7f6',
  onDeepSoft: '#a9c4c0',
  gold: '#e3bd6a',
  goldSoft: '#33290f',
  lacquer: '#f0978a',
  lacquerSoft: '#3a1c18',
  azure: '#93bfe8',
  azureSoft: '#182a3b',
}

/** The custom properties that `portal.css` is written in. */
export const propertiesOf = (palette: Palette): [name: string, value: string][] =>
  Object.entries(palette).map(([name, value]) => [
    `--${name.replace(/[A-Z]/g, c => `-${c.toLowerCase()}`)}`,
    value,
  ])
