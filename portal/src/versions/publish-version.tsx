import {
  type DocumentId,
  isBefore,
  type NextVersion,
  PublishedVersion,
  type PublishVersion,
} from '@lienthong/protocol'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input, Modal, Radio, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { sayError } from '../shell/say-error.ts'
import { nextNumbers } from './next-numbers.ts'
import { nextVersionOf, versionsOf } from './version-queries.ts'

interface Published {
  documentId: DocumentId
  /** The newest version's number. */
  last: string | undefined
}

/** Publishes the document as it is now. */
export const PublishVersionButton = ({ documentId, last }: Published) => {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('versions.publish')}</Button>
      <Modal
        open={isOpen}
        title={t('versions.publishing')}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <PublishForm documentId={documentId} last={last} onDone={() => setOpen(false)} />
      </Modal>
    </>
  )
}

/** Nobody chooses a number before it is known which may follow. */
const PublishForm = ({ documentId, last, onDone }: Published & { onDone: () => void }) => {
  const { data: next, error } = useQuery(nextVersionOf(useRest(), documentId))
  if (!next && !error) return <Skeleton active />
  const unknown: NextVersion = { step: null, number: nextNumbers(last)[0].number }
  return <NumberedForm documentId={documentId} last={last} next={next ?? unknown} onDone={onDone} />
}

const NumberedForm = ({
  documentId,
  last,
  next,
  onDone,
}: Published & { next: NextVersion; onDone: () => void }) => {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const rest = useRest()
  const client = useQueryClient()
  const offered = nextNumbers(last)
  const publish = useMutation({
    mutationFn: (entry: PublishVersion) =>
      rest.post(`/documents/${documentId}/versions`, PublishedVersion, entry),
    onSuccess: async ({ number }) => {
      await client.invalidateQueries({ queryKey: versionsOf(rest, documentId).queryKey })
      void message.success(t('versions.published', { number }))
      onDone()
    },
  })
  const options = offered.map(({ step, number }) => ({
    value: number,
    label: step === null ? number : `${number}: ${t(`versions.step.${step}`)}`,
    disabled: isBefore(number, next.number),
  }))
  return (
    <Form<PublishVersion>
      layout="vertical"
      requiredMark={false}
      initialValues={{ number: next.number, note: '' }}
      onFinish={entry => publish.mutate(entry)}
    >
      {publish.error && (
        <Alert className="spaced" type="error" showIcon role="alert" title={sayError(t, publish.error)} />
      )}
      <Alert className="spaced" type="info" showIcon title={t('versions.warning')} />
      <Form.Item
        name="number"
        label={t('versions.number')}
        extra={last !== undefined && t(`versions.asked.${next.step ?? 'unknown'}`, { last })}
      >
        <Radio.Group vertical options={options} />
      </Form.Item>
      <Form.Item name="note" label={t('versions.note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <div className="button-row">
        <Button type="primary" htmlType="submit" loading={publish.isPending}>
          {t('versions.publish')}
        </Button>
        <Button onClick={onDone}>{t('edit.cancel')}</Button>
      </div>
    </Form>
  )
}
