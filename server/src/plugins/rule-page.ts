import type { RuleSummary } from '@lienthong/protocol'
import markdownIt from 'markdown-it'

/** `html: false`: what a plugin writes is text; only Markdown's own marks become elements, and no link may be a script. */
const markdown = markdownIt({ html: false, linkify: true })

/** Nothing may run or load on the page, whatever the plugin wrote. */
export const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"

const words = {
  vi: {
    severity: 'Mức độ',
    error: 'lỗi',
    warning: 'cảnh báo',
    info: 'thông tin',
    hint: 'gợi ý',
    fault: 'sự cố',
    other: 'English',
  },
  en: {
    severity: 'Severity',
    error: 'error',
    warning: 'warning',
    info: 'information',
    hint: 'hint',
    fault: 'fault',
    other: 'Tiếng Việt',
  },
}

/** A rule's documentation as a page that stands alone. */
export const rulePage = (
  ruleId: string,
  { title, docs, defaultSeverity }: RuleSummary,
  language: 'vi' | 'en',
): string => {
  const text = words[language]
  const other = language === 'vi' ? 'en' : 'vi'
  const escaped = markdown.utils.escapeHtml
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title[language])} · Liên Thông</title>
<style>
  :root { color-scheme: light dark; --line: #8884 }
  body { font: 16px/1.6 system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 2rem 1rem }
  header { border-bottom: 1px solid var(--line); margin-bottom: 1.5rem; padding-bottom: 1rem }
  h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 .5rem }
  p.about { margin: 0; opacity: .8 }
  pre { border: 1px solid var(--line); border-radius: 6px; padding: .75rem; overflow-x: auto }
  code { font: .9em/1.5 ui-monospace, monospace }
  table { border-collapse: collapse } td, th { border: 1px solid var(--line); padding: .25rem .5rem }
</style>
<header>
<h1>${escaped(title[language])}</h1>
<p class="about"><code>${escaped(ruleId)}</code> · ${text.severity}: ${text[defaultSeverity]} · <a href="?lang=${other}" hreflang="${other}">${text.other}</a></p>
</header>
<main>
${markdown.render(docs[language])}</main>
</html>
`
}
