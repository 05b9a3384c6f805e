import {
  type DecorationInstanceRenderOptions,
  DecorationRangeBehavior,
  OverviewRulerLane,
  type TextEditorDecorationType,
  type ThemableDecorationInstanceRenderOptions,
  window,
} from 'vscode'
import { paletteSize, personColor } from './palette.ts'

/** How one colour's carets and selections look. */
export interface CursorStyle {
  caret: TextEditorDecorationType
  name: TextEditorDecorationType
  selection: TextEditorDecorationType
}

const themes = ['light', 'dark'] as const

/** One style a colour: VS Code keeps a style sheet rule for each, so they are made once. */
export const createCursorStyles = (): CursorStyle[] =>
  Array.from({ length: paletteSize }, (_, color) => {
    const perTheme = <T>(style: (solid: string) => T): Record<'light' | 'dark', T> => ({
      light: style(personColor(color, 'light').solid),
      dark: style(personColor(color, 'dark').solid),
    })
    return {
      caret: window.createTextEditorDecorationType({
        rangeBehavior: DecorationRangeBehavior.ClosedClosed,
        overviewRulerLane: OverviewRulerLane.Center,
        ...perTheme(solid => ({
          overviewRulerColor: solid,
          before: { contentText: '\u200b', ...css(caretCss(solid)) },
        })),
      }),
      name: window.createTextEditorDecorationType({ rangeBehavior: DecorationRangeBehavior.ClosedClosed }),
      selection: window.createTextEditorDecorationType({
        rangeBehavior: DecorationRangeBehavior.ClosedClosed,
        borderRadius: '2px',
        ...perTheme(solid => ({ backgroundColor: `${solid}40` })),
      }),
    }
  })

/** A name beside a caret: above it, or below it where there is no line above. */
export const nameLabel = (person: Labelled, isFirstLine: boolean): DecorationInstanceRenderOptions => {
  const options: DecorationInstanceRenderOptions = {}
  for (const theme of themes) options[theme] = label(person, theme, isFirstLine)
  return options
}

/** Whose name it is; grey while that person is away, and as readable. */
interface Labelled {
  name: string
  color: number
  isAway: boolean
}

const label = (
  { name, color, isAway }: Labelled,
  theme: 'light' | 'dark',
  isFirstLine: boolean,
): ThemableDecorationInstanceRenderOptions => {
  const { solid, text } = personColor(color, theme)
  const looks = css(`${labelCss(isFirstLine)}; filter: grayscale(${isAway ? 1 : 0})`)
  return { before: { contentText: name, color: text, backgroundColor: solid, ...looks } }
}

/**
 * VS Code has no option for what floats over the text: further properties ride on `textDecoration`, which it writes into the style
 * sheet as it is. Positioned absolutely, neither the caret nor the name moves a single letter.
 */
const css = (declarations: string): { textDecoration: string } => ({
  textDecoration: `none; ${declarations}`,
})

const caretCss = (solid: string): string =>
  `position: absolute; display: inline-block; width: 0; height: 1.3em; border-left: 2px solid ${solid}; margin-left: -1px; z-index: 2;`

const labelCss = (isFirstLine: boolean): string =>
  [
    'position: absolute',
    'display: inline-block',
    `margin-top: ${isFirstLine ? '1.65em' : '-1.35em'}`,
    'margin-left: -1px',
    'padding: 0 0.4em',
    'border-radius: 3px',
    'font-size: 0.8em',
    'font-weight: 600',
    'font-style: normal',
    'line-height: 1.35em',
    'white-space: pre',
    'pointer-events: none',
    'z-index: 20',
  ].join('; ')
