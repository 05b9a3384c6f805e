import { RuleChoicesRecord, RuleLevel } from '@lienthong/protocol'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { installedPlugins } from '../plugins/plugin-queries.ts'
import { sayError } from '../shell/say-error.ts'
import { type ChoicesPlace, ruleChoices } from './choices-queries.ts'
import { type ChoicesEntry, choicesOf, entryOf } from './entry.ts'

interface Edited {
  place: ChoicesPlace
  record: RuleChoicesRecord
}

/** Chooses a set and levels of single rules, only if nobody chose meanwhile (If-Match). */
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
      rest.put(`${place}/rules`, RuleChoicesRecord, choicesOf(entry, record.choices), {
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
      <Form.Item name="set" label={t('ruleChoices.set')}>
        <Select
          options={(['inherited', 'recommended', 'strict'] as const).map(value => ({
            value,
            label: t(`ruleChoices.sets.${value}`),
          }))}
        />
      </Form.Item>
      <Exceptions />
      <div className="button-row">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('edit.save')}
        </Button>
        <Button onClick={onDone}>{t('edit.cancel')}</Button>
      </div>
    </Form>
  )
}

/** The rules that run otherwise than in the set. */
const Exceptions = () => {
  const { t } = useTranslation()
  const rules = useRuleIds()
  const levels = [
    { value: 'declared', label: t('ruleChoices.declared') },
    ...RuleLevel.options.map(value => ({
      value,
      label: value === 'off' ? t('ruleChoices.off') : t(`severity.${value}`),
    })),
  ]
  return (
    <Form.List name="rules">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="choice-row">
              <Form.Item name={[name, 'rule']} rules={[{ required: true, message: t('access.required') }]}>
                <Select
                  showSearch
                  aria-label={t('ruleChoices.rule')}
                  options={rules.map(value => ({ value, label: value }))}
                />
              </Form.Item>
              <Form.Item name={[name, 'level']}>
                <Select aria-label={t('ruleChoices.level')} options={levels} />
              </Form.Item>
              <Button onClick={() => remove(name)}>{t('ruleChoices.remove')}</Button>
            </div>
          ))}
          <Button className="spaced" onClick={() => add({ level: 'off' })}>
            {t('ruleChoices.add')}
          </Button>
        </>
      )}
    </Form.List>
  )
}

const useRuleIds = (): string[] => {
  const plugins = useQuery(installedPlugins(useRest()))
  return (plugins.data ?? []).flatMap(({ manifest, rules }) => rules.map(({ id }) => `${manifest.id}/${id}`))
}
