import { CodeOutlined } from '@ant-design/icons'
import type { DocumentSummary } from '@lienthong/protocol'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../language/format.ts'
import { usePreferences } from '../shell/preferences.tsx'
import { editorAddress } from './editor-address.ts'

/** A database's documents, each to be read here or opened in the editor. */
export const DocumentList = ({ documents }: { documents: readonly DocumentSummary[] }) => (
  <ul className="items">
    {documents.map(document => (
      <li key={document.id}>
        <DocumentItem document={document} />
      </li>
    ))}
  </ul>
)

const DocumentItem = ({ document }: { document: DocumentSummary }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { databaseCode, path, title, format, updatedAt } = document
  return (
    <article className="item">
      <div className="item-main">
        <Link
          to="/databases/$code/documents/$path"
          params={{ code: databaseCode, path }}
          className="item-title"
        >
          <span lang="vi">{title}</span>
        </Link>
        <div className="soft small">
          <code>{path}</code> · {t(`format.${format}`)} · {t('documents.updated')}{' '}
          <time dateTime={updatedAt}>{formatInstant(updatedAt, language)}</time>
        </div>
        {document.isIllustrative && <Illustrative />}
      </div>
      <OpenInEditor databaseCode={databaseCode} path={path} title={title} />
    </article>
  )
}

/** No draft may be taken for an official text (product rule of the seed). */
export const Illustrative = () => {
  const { t } = useTranslation()
  return <span className="badge badge-busy">{t('documents.illustrative')}</span>
}

export const OpenInEditor = (props: { databaseCode: string; path: string; title: string }) => {
  const { t } = useTranslation()
  return (
    <Button
      href={editorAddress(props.databaseCode, props.path)}
      icon={<CodeOutlined />}
      aria-label={`${t('documents.open')}: ${props.title}`}
    >
      {t('documents.open')}
    </Button>
  )
}
