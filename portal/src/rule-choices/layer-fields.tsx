import { RuleLevel, type RuleSummary } from '@lienthong/protocol'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { installedPlugins } from '../plugins/plugin-queries.ts'
import { optionFieldsOf } from './option-fields.ts'
import { OptionInputs } from './option-inputs.tsx'

type Place = (string | number)[]

/** A rule by `plugin/rule`. */
type ChosenFrom = Pick<RuleSummary, 'id' | 'optionsSchema'>

/** A set, and the rules that run otherwise than in it. `place` leads to the layer in the form, `within` from the list around it. */
export const LayerFields = ({ place = [], within = [] }: { place?: Place; within?: Place }) => {
  const { t } = useTranslation()
  const rules = useRules()
  const sets = (['inherited', 'recommended', 'strict'] as const).map(value => ({
    value,
    label: t(`ruleChoices.sets.${value}`),
  }))
  return (
    <>
      <Form.Item name={[...within, 'set']} label={t('ruleChoices.set')}>
        <Select options={sets} />
      </Form.Item>
      <Form.List name={[...within, 'rules']}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <RuleRow
                key={key}
                row={name}
                rules={rules}
                place={[...place, 'rules', name]}
                onRemove={() => remove(name)}
              />
            ))}
            <Button className="spaced" onClick={() => add({ level: 'off' })}>
              {t('ruleChoices.add')}
            </Button>
          </>
        )}
      </Form.List>
    </>
  )
}

interface Row {
  row: number
  rules: readonly ChosenFrom[]
  place: Place
  onRemove: () => void
}

const RuleRow = ({ row, rules, place, onRemove }: Row) => {
  const { t } = useTranslation()
  const form = Form.useFormInstance()
  const rule: unknown = Form.useWatch([...place, 'rule'], form)
  const options = optionFieldsOf(rules.find(({ id }) => id === rule)?.optionsSchema)
  const levels = [
    { value: 'declared', label: t('ruleChoices.declared') },
    ...RuleLevel.options.map(value => ({
      value,
      label: value === 'off' ? t('ruleChoices.off') : t(`severity.${value}`),
    })),
  ]
  return (
    <div className="choice">
      <div className="choice-row">
        <Form.Item name={[row, 'rule']} rules={[{ required: true, message: t('access.required') }]}>
          <Select
            showSearch
            aria-label={t('ruleChoices.rule')}
            loading={rules.length === 0}
            options={rules.map(({ id }) => ({ value: id, label: id }))}
            // Those of another rule would be refused.
            onChange={() => form.setFieldValue([...place, 'options'], undefined)}
          />
        </Form.Item>
        <Form.Item name={[row, 'level']}>
          <Select aria-label={t('ruleChoices.level')} options={levels} />
        </Form.Item>
        <Button onClick={onRemove}>{t('ruleChoices.remove')}</Button>
      </div>
      {options.length > 0 && (
        <div className="choice-options">
          <OptionInputs key={String(rule)} fields={options} row={row} />
        </div>
      )}
    </div>
  )
}

/** Of all rule sets in use; of one in several versions, of the first. */
const useRules = (): ChosenFrom[] => {
  const plugins = useQuery(installedPlugins(useRest()))
  const rules = (plugins.data ?? []).flatMap(({ manifest, rules }) =>
    rules.map(({ id, optionsSchema }) => ({ id: `${manifest.id}/${id}`, optionsSchema })),
  )
  return [...new Map([...rules].reverse().map(rule => [rule.id, rule])).values()].reverse()
}
