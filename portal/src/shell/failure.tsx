import { Alert, Button, Spin } from 'antd'
import { useTranslation } from 'react-i18next'
import { sayError } from './say-error.ts'

/** A failure in the place where the data would have been. */
export const Failure = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const { t } = useTranslation()
  return (
    <Alert
      className="failure"
      type="error"
      showIcon
      role="alert"
      title={t('failure.title')}
      description={sayError(t, error)}
      action={onRetry && <Button onClick={onRetry}>{t('failure.retry')}</Button>}
    />
  )
}

export const Waiting = ({ label }: { label?: string }) => {
  const { t } = useTranslation()
  return (
    <div className="waiting" role="status">
      <Spin />
      <span>{label ?? t('product.loading')}</span>
    </div>
  )
}

/** A crash of a page: the frame stays, the page can be loaded again. */
export const Unexpected = () => {
  const { t } = useTranslation()
  return (
    <div className="page">
      <Alert
        type="error"
        showIcon
        title={t('failure.unexpected')}
        action={<Button onClick={() => location.reload()}>{t('failure.reload')}</Button>}
      />
    </div>
  )
}
