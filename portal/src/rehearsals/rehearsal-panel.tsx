import { type PluginVersion, wholeCountry } from '@lienthong/protocol'
import { Button, Checkbox, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMay } from '../access/session-context.tsx'
import { OrganisationField } from '../organisations/organisation-field.tsx'
import { Panel } from '../shell/page.tsx'
import { RehearsalResult } from './rehearsal-result.tsx'
import { type Rehearsed, useRehearsal } from './use-rehearsal.ts'

/** Tries a version on documents before it is installed, for whoever may publish. */
export const RehearsalPanel = ({ versions }: { versions: PluginVersion[] }) => {
  const { t } = useTranslation()
  const mayRehearse = useMay('plugin:publish')
  const id = versions[0]?.manifest.id ?? ''
  const { state, start, stop } = useRehearsal(id)
  if (!mayRehearse) return null
  return (
    <Panel title={t('rehearsal.title')} hint={t('rehearsal.lead')}>
      <Form<Rehearsed>
        name="rehearsal"
        layout="vertical"
        requiredMark={false}
        initialValues={{
          version: versions[0]?.manifest.version,
          organisation: wholeCountry,
          withPublished: false,
        }}
        onFinish={entry => void start(entry)}
      >
        <Fields versions={versions} />
        <div className="button-row">
          <Button type="primary" htmlType="submit" disabled={state?.isRunning === true}>
            {t('rehearsal.start')}
          </Button>
          {state?.isRunning && <Button onClick={stop}>{t('rehearsal.stop')}</Button>}
        </div>
      </Form>
      {state && <RehearsalResult state={state} />}
    </Panel>
  )
}

const Fields = ({ versions }: { versions: PluginVersion[] }) => {
  const { t } = useTranslation()
  return (
    <div className="rehearsal-fields">
      <Form.Item name="version" label={t('plugins.versionLabel')}>
        <Select options={versions.map(({ manifest: { version } }) => ({ value: version, label: version }))} />
      </Form.Item>
      <OrganisationField />
      <Form.Item name="withPublished" valuePropName="checked">
        <Checkbox>{t('rehearsal.withPublished')}</Checkbox>
      </Form.Item>
    </div>
  )
}
