import { type DocumentId, type Finding, type RequestWaiver, Waiver } from '@lienthong/protocol'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useRest } from '../access/session-context.tsx'
import { formatDay } from '../language/format.ts'
import { sayError } from '../shell/say-error.ts'
import { dayAfter } from './days.ts'
import { waiversOf } from './waiver-queries.ts'

interface Asked {
  documentId: DocumentId
  finding: Finding
}

interface Entry {
  isWholeRule: boolean
  reason: string
  days: number
}

/** Asks that a finding be accepted for a while, for whoever may comment. A plugin's failure cannot be. */
export const AskWaiver = ({ documentId, finding }: Asked) => {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const mayAsk = useMay('comment:write')
  if (!mayAsk || finding.severity === 'fault') return null
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('waivers.ask')}
      </Button>
      <Modal
        open={isOpen}
        title={t('waivers.asking')}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <AskForm documentId={documentId} finding={finding} onDone={() => setOpen(false)} />
      </Modal>
    </>
  )
}

const AskForm = ({ documentId, finding, onDone }: Asked & { onDone: () => void }) => {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const rest = useRest()
  const client = useQueryClient()
  const ask = useMutation({
    mutationFn: (entry: Entry) =>
      rest.post(`/documents/${documentId}/waivers`, Waiver, requestOf(finding, entry)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: waiversOf(rest, documentId).queryKey })
      void message.success(t('waivers.sent'))
      onDone()
    },
  })
  return (
    <Form<Entry>
      layout="vertical"
      requiredMark={false}
      initialValues={{ isWholeRule: false, reason: '', days: 90 }}
      onFinish={entry => ask.mutate(entry)}
    >
      {ask.error && (
        <Alert className="spaced" type="error" showIcon role="alert" title={sayError(t, ask.error)} />
      )}
      <AskFields ruleId={finding.ruleId} />
      <div className="button-row">
        <Button type="primary" htmlType="submit" loading={ask.isPending}>
          {t('waivers.send')}
        </Button>
        <Button onClick={onDone}>{t('edit.cancel')}</Button>
      </div>
    </Form>
  )
}

const AskFields = ({ ruleId }: { ruleId: string }) => {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item name="isWholeRule" label={t('waivers.scope')}>
        <Radio.Group
          vertical
          options={[
            { value: false, label: t('waivers.oneFinding') },
            { value: true, label: t('waivers.wholeRule', { rule: ruleId }) },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('waivers.reason')}
        rules={[{ required: true, whitespace: true, min: 10, message: t('waivers.reasonShort') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="days" label={t('waivers.until')}>
        <Select
          options={[30, 90, 180, 365].map(days => ({
            value: days,
            label: t('waivers.days', { days, day: formatDay(dayAfter(days)) }),
          }))}
        />
      </Form.Item>
    </>
  )
}

const requestOf = (
  { ruleId, fingerprint }: Finding,
  { isWholeRule, reason, days }: Entry,
): RequestWaiver => ({
  ruleId,
  fingerprint: isWholeRule ? null : fingerprint,
  reason: reason.trim(),
  until: dayAfter(days),
})
