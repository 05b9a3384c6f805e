import { Button, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { LayerFields } from './layer-fields.tsx'

/** What holds for some paths only; later ones win. */
export const OverrideFields = () => {
  const { t } = useTranslation()
  return (
    <Form.List name="overrides">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="choice-override">
              <legend>{t('ruleChoices.override')}</legend>
              <Form.Item
                name={[name, 'files']}
                label={t('ruleChoices.files')}
                extra={t('ruleChoices.filesHint')}
                rules={[{ required: true, message: t('access.required') }]}
              >
                <Select mode="tags" open={false} suffixIcon={null} placeholder="*.sql" />
              </Form.Item>
              <LayerFields place={['overrides', name]} within={[name]} />
              <Button className="spaced" onClick={() => remove(name)}>
                {t('ruleChoices.removeOverride')}
              </Button>
            </fieldset>
          ))}
          <Button className="spaced" onClick={() => add({ files: [], set: 'inherited', rules: [] })}>
            {t('ruleChoices.addOverride')}
          </Button>
        </>
      )}
    </Form.List>
  )
}
