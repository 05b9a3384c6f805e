import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { JsonInput, Unreadable } from './json-input.tsx'
import type { OptionField } from './option-fields.ts'

/** A field for each option of a rule, of a row in a form list; `row` leads to it. What is left empty is as the rule has it. */
export const OptionInputs = ({ fields, row }: { fields: readonly OptionField[]; row: number }) => {
  const { t } = useTranslation()
  const readable = (_: unknown, value: unknown) =>
    value instanceof Unreadable ? Promise.reject(new Error(t('ruleChoices.notJson'))) : Promise.resolve()
  return fields.map(field => (
    <Form.Item
      key={field.name}
      name={[row, 'options', field.name]}
      label={<code className="small">{field.name}</code>}
      rules={[{ validator: readable }]}
    >
      <OptionInput field={field} />
    </Form.Item>
  ))
}

/** What the form hands down to an input. */
interface Bound {
  id?: string
  value?: never
  onChange?: (value: unknown) => void
}

const OptionInput = ({ field, ...bound }: { field: OptionField } & Bound) => {
  const { t } = useTranslation()
  const placeholder = t('ruleChoices.asDeclared')
  switch (field.kind) {
    case 'choice':
      return (
        <Select
          {...bound}
          allowClear
          placeholder={placeholder}
          options={field.choices.map(value => ({ value, label: value }))}
        />
      )
    case 'yesNo':
      return (
        <Select
          {...bound}
          allowClear
          placeholder={placeholder}
          options={[true, false].map(value => ({
            value,
            label: t(value ? 'ruleChoices.yes' : 'ruleChoices.no'),
          }))}
        />
      )
    case 'number': {
      const { min, max, isWhole } = field
      const bounds = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
      return (
        <InputNumber {...bound} {...bounds} {...(isWhole && { precision: 0 })} placeholder={placeholder} />
      )
    }
    case 'words':
      return <Select {...bound} mode="tags" open={false} suffixIcon={null} placeholder={placeholder} />
    case 'text':
      return <Input {...bound} placeholder={placeholder} />
    case 'json':
      return <JsonInput {...bound} />
    default:
      return field satisfies never
  }
}
