import { type ThemeConfig, theme } from 'antd'
import { dark, light, type Palette } from './palette.ts'

/** System fonts that carry Vietnamese's stacked diacritics; nothing is downloaded. */
const fontFamily =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', 'DejaVu Sans', Arial, sans-serif"

/** Ant Design in the portal's own colours and measures. */
export const themeOf = (isDark: boolean): ThemeConfig => {
  const palette = isDark ? dark : light
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily,
      fontSize: 15,
      lineHeight: 1.6,
      borderRadius: 6,
      borderRadiusLG: 10,
      controlHeight: 40,
      wireframe: false,
      colorPrimary: palette.jade,
      colorLink: palette.link,
      colorLinkHover: palette.ink,
      colorInfo: palette.azure,
      colorSuccess: palette.link,
      colorWarning: palette.gold,
      colorError: palette.lacquer,
      colorErrorBg: palette.lacquerSoft,
      colorErrorBorder: palette.lacquer,
      colorWarningBg: palette.goldSoft,
      colorWarningBorder: palette.gold,
      colorInfoBg: palette.azureSoft,
      colorInfoBorder: palette.azure,
      colorBgLayout: palette.paper,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.surface,
      colorText: palette.ink,
      colorTextSecondary: palette.inkSoft,
      colorTextDescription: palette.inkSoft,
      colorTextPlaceholder: palette.inkSoft,
      colorBorder: palette.outline,
      colorBorderSecondary: palette.line,
    },
    components: componentsIn(palette),
  }
}

const componentsIn = (palette: Palette): ThemeConfig['components'] => ({
  Tabs: {
    itemSelectedColor: palette.link,
    itemHoverColor: palette.link,
    itemActiveColor: palette.link,
    inkBarColor: palette.link,
  },
  Input: { hoverBorderColor: palette.link, activeBorderColor: palette.link },
  InputNumber: { hoverBorderColor: palette.link, activeBorderColor: palette.link },
  Select: {
    hoverBorderColor: palette.link,
    activeBorderColor: palette.link,
    optionSelectedBg: palette.jadeSoft,
    optionSelectedColor: palette.ink,
    optionActiveBg: palette.shade,
  },
  Spin: { colorPrimary: palette.link },
  Segmented: { trackBg: palette.shade, itemSelectedBg: palette.jade, itemSelectedColor: '#ffffff' },
  Button: {
    fontWeight: 500,
    defaultHoverColor: palette.link,
    defaultHoverBorderColor: palette.link,
    defaultActiveColor: palette.link,
    defaultActiveBorderColor: palette.link,
    primaryShadow: 'none',
    defaultShadow: 'none',
    dangerShadow: 'none',
  },
  Form: { itemMarginBottom: 18, verticalLabelPadding: '0 0 4px' },
})
