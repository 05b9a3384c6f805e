import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { usePreferences } from '../shell/preferences.tsx'
import { organisations } from './organisation-queries.ts'

/** For whose documents something is done, in a form: `organisation`, a code. */
export const OrganisationField = () => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { data } = useQuery(organisations(useRest()))
  const options = (data?.items ?? []).map(({ code, name }) => ({
    value: code,
    label: `${(language === 'en' ? name.en : null) ?? name.vi} (${code})`,
  }))
  return (
    <Form.Item name="organisation" label={t('plugins.organisation')}>
      <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
    </Form.Item>
  )
}
