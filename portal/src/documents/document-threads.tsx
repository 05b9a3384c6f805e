import { useTranslation } from 'react-i18next'
import { formatInstant } from '../language/format.ts'
import { Panel } from '../shell/page.tsx'
import { usePreferences } from '../shell/preferences.tsx'
import type { LiveDocument } from './live-document.ts'

/** What people say about words of the document; the open conversations first. Written in the editor, read here. */
export const DocumentThreads = ({ threads }: { threads: LiveDocument['threads'] }) => {
  const { t } = useTranslation()
  return (
    <Panel title={t('documents.threads')} extra={<span className="count-badge">{threads.length}</span>}>
      {threads.length === 0 && <p className="empty">{t('documents.noThreads')}</p>}
      <ul className="findings">
        {threads.map(({ thread, line }) => (
          <li key={thread.id}>
            <div className="finding-head">
              <span className={`badge badge-${thread.state === 'open' ? 'busy' : 'none'}`}>
                {t(`threadState.${thread.state}`)}
              </span>
              {line !== null && <a href={`#line-${line}`}>{t('documents.line', { line })}</a>}
            </div>
            <blockquote className="quote">{thread.anchor.quote}</blockquote>
            {thread.comments.map(comment => (
              <ThreadComment key={comment.id} {...comment} />
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const ThreadComment = (comment: { displayName: string; body: string; createdAt: string }) => {
  const { language } = usePreferences()
  return (
    <div className="comment">
      <strong>{comment.displayName}</strong>{' '}
      <time className="soft small" dateTime={comment.createdAt}>
        {formatInstant(comment.createdAt, language)}
      </time>
      <p>{comment.body}</p>
    </div>
  )
}
