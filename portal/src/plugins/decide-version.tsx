import { type DecidePluginVersion, PluginVersion } from '@lienthong/protocol'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useMe, useRest } from '../access/session-context.tsx'
import { sayError } from '../shell/say-error.ts'
import { useReadAnew } from './plugin-queries.ts'

interface Decided {
  title: string
  version: PluginVersion
}

type Decision = DecidePluginVersion['state']

const verbs = { approved: 'approve', refused: 'refuse', withdrawn: 'withdraw' } as const

/** Nobody decides on what they sent themselves; they may take it back while it is not in use. */
export const DecideVersion = ({ title, version }: Decided) => {
  const { t } = useTranslation()
  const [open, setOpen] = useState<Decision | null>(null)
  const isOwn = useMe().person.id === version.uploadedBy?.personId
  const mayApprove = useMay('plugin:install')
  const { manifest, state, installations } = version
  const offered: Decision[] = []
  if (state === 'proposed' && mayApprove && !isOwn) offered.push('approved', 'refused')
  const mayWithdraw = state === 'proposed' ? isOwn : state === 'approved' && (isOwn || mayApprove)
  if (mayWithdraw && installations.length === 0) offered.push('withdrawn')
  return (
    <>
      {offered.map(next => (
        <Button
          key={next}
          size="small"
          type={next === 'approved' ? 'primary' : 'default'}
          onClick={() => setOpen(next)}
        >
          {t(`plugins.${verbs[next]}`)}
        </Button>
      ))}
      <Modal
        open={open !== null}
        title={open && t(`plugins.deciding.${open}`, { plugin: title, version: manifest.version })}
        footer={null}
        onCancel={() => setOpen(null)}
        destroyOnHidden
      >
        {open && <DecisionForm version={version} state={open} onDone={() => setOpen(null)} />}
      </Modal>
    </>
  )
}

const DecisionForm = ({
  version: { manifest },
  state,
  onDone,
}: {
  version: PluginVersion
  state: Decision
  onDone: () => void
}) => {
  const { t } = useTranslation()
  const rest = useRest()
  const readAnew = useReadAnew()
  const decide = useMutation({
    mutationFn: ({ note }: Pick<DecidePluginVersion, 'note'>) =>
      rest.post(`/plugins/${manifest.id}/versions/${manifest.version}/decision`, PluginVersion, {
        state,
        note,
      }),
    onSuccess: async () => {
      await readAnew()
      onDone()
    },
  })
  return (
    <Form<Pick<DecidePluginVersion, 'note'>>
      layout="vertical"
      initialValues={{ note: '' }}
      onFinish={entry => decide.mutate(entry)}
    >
      {decide.error && (
        <Alert className="spaced" type="error" showIcon role="alert" title={sayError(t, decide.error)} />
      )}
      <Form.Item name="note" label={t('plugins.note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <div className="button-row">
        <Button type="primary" htmlType="submit" loading={decide.isPending}>
          {t(`plugins.${verbs[state]}`)}
        </Button>
        <Button onClick={onDone}>{t('edit.cancel')}</Button>
      </div>
    </Form>
  )
}
