import { type DeprecatePlugin as Advice, PluginVersion } from '@lienthong/protocol'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useRest } from '../access/session-context.tsx'
import { sayError } from '../shell/say-error.ts'
import { useReadAnew } from './plugin-queries.ts'

interface Deprecated {
  id: string
  title: string
  versions: PluginVersion[]
}

interface Entry {
  /** Empty for the whole rule set. */
  version: string
  reason: string
  successor: string
}

/** Advises against a rule set or one of its versions, or takes that back. */
export const DeprecatePlugin = ({ id, title, versions }: Deprecated) => {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('plugins.deprecate')}</Button>
      <Modal
        open={isOpen}
        title={t('plugins.deprecating', { plugin: title })}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <DeprecateForm id={id} versions={versions} onDone={() => setOpen(false)} />
      </Modal>
    </>
  )
}

const DeprecateForm = ({ id, versions, onDone }: Omit<Deprecated, 'title'> & { onDone: () => void }) => {
  const { t } = useTranslation()
  const rest = useRest()
  const readAnew = useReadAnew()
  const onSuccess = async () => {
    await readAnew()
    onDone()
  }
  const [form] = Form.useForm<Entry>()
  const version = Form.useWatch('version', form)
  const deprecate = useMutation({
    mutationFn: (entry: Entry) =>
      rest.put(`/plugins/${id}/deprecation`, z.array(PluginVersion), adviceOf(entry)),
    onSuccess,
  })
  const recommend = useMutation({
    mutationFn: () => rest.delete(`/plugins/${id}/deprecation${version ? `?version=${version}` : ''}`),
    onSuccess,
  })
  const error = deprecate.error ?? recommend.error
  return (
    <Form<Entry>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ version: '', reason: '', successor: '' }}
      onFinish={entry => deprecate.mutate(entry)}
    >
      {error && <Alert className="spaced" type="error" showIcon role="alert" title={sayError(t, error)} />}
      <p className="soft small spaced">{t('plugins.deprecateLead')}</p>
      <Fields versions={versions} />
      <div className="button-row">
        <Button type="primary" htmlType="submit" loading={deprecate.isPending}>
          {t('plugins.deprecate')}
        </Button>
        {versions.some(({ deprecation }) => deprecation) && (
          <Button loading={recommend.isPending} onClick={() => recommend.mutate()}>
            {t('plugins.recommend')}
          </Button>
        )}
        <Button onClick={onDone}>{t('edit.cancel')}</Button>
      </div>
    </Form>
  )
}

const Fields = ({ versions }: { versions: PluginVersion[] }) => {
  const { t } = useTranslation()
  const numbers = versions.map(({ manifest: { version } }) => ({ value: version, label: version }))
  return (
    <>
      <Form.Item name="version" label={t('plugins.about')}>
        <Select options={[{ value: '', label: t('plugins.allVersions') }, ...numbers]} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('plugins.reason')}
        rules={[{ required: true, whitespace: true, min: 10, message: t('plugins.reasonShort') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="successor" label={t('plugins.successor')}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  )
}

const adviceOf = ({ version, reason, successor }: Entry): Advice => ({
  version: version || null,
  reason: reason.trim(),
  successor: successor.trim() || null,
})
