import { RuleChoicesRecord } from '@lienthong/protocol'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { sayError } from '../shell/say-error.ts'
import { type ChoicesPlace, ruleChoices } from './choices-queries.ts'
import { type ChoicesEntry, choicesOf, entryOf } from './entry.ts'
import { LayerFields } from './layer-fields.tsx'
import { OverrideFields } from './override-fields.tsx'

interface Edited {
  place: ChoicesPlace
  record: RuleChoicesRecord
}

/** Chooses a set, and how single rules run, everywhere and by path, only if nobody chose meanwhile (If-Match). */
export const EditChoices = ({ title, ...edited }: Edited & { title: string }) => {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('ruleChoices.edit')}</Button>
      <Modal
        open={isOpen}
        title={title}
        footer={null}
        width={640}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <EditForm {...edited} onDone={() => setOpen(false)} />
      </Modal>
    </>
  )
}

const EditForm = ({ place, record, onDone }: Edited & { onDone: () => void }) => {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const rest = useRest()
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (entry: ChoicesEntry) =>
      rest.put(`${place}/rules`, RuleChoicesRecord, choicesOf(entry), {
        ifMatch: record.version,
      }),
    onSuccess: async () => {
      void message.success(t('ruleChoices.saved'))
      onDone()
      await client.invalidateQueries({ queryKey: ruleChoices(rest, place).queryKey })
    },
  })
  return (
    <Form<ChoicesEntry>
      layout="vertical"
      requiredMark={false}
      initialValues={entryOf(record.choices)}
      onFinish={entry => save.mutate(entry)}
    >
      {save.error && (
        <Alert className="spaced" type="error" showIcon role="alert" title={sayError(t, save.error)} />
      )}
      <LayerFields />
      <OverrideFields />
      <div className="button-row">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('edit.save')}
        </Button>
        <Button onClick={onDone}>{t('edit.cancel')}</Button>
      </div>
    </Form>
  )
}
