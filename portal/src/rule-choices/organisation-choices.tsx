import { wholeCountry } from '@lienthong/protocol'
import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { OrganisationField } from '../organisations/organisation-field.tsx'
import { RuleChoicesPanel } from './rule-choices-panel.tsx'

/** How rules run on the documents of an organisation and everything below it, of the whole country first. */
export const OrganisationChoices = () => {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ organisation: string }>()
  const organisation = Form.useWatch('organisation', form) ?? wholeCountry
  const isCountry = organisation === wholeCountry
  return (
    <RuleChoicesPanel
      place={`/organisations/${organisation}`}
      title={t(isCountry ? 'ruleChoices.titleCountry' : 'ruleChoices.title')}
      lead={t(isCountry ? 'ruleChoices.leadCountry' : 'ruleChoices.leadOrganisation')}
    >
      <Form form={form} layout="vertical" initialValues={{ organisation: wholeCountry }}>
        <OrganisationField />
      </Form>
    </RuleChoicesPanel>
  )
}
