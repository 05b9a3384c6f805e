import { InstalledPlugin, type PluginVersion, wholeCountry } from '@lienthong/protocol'
import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Form, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useRest } from '../access/session-context.tsx'
import { OrganisationField } from '../organisations/organisation-field.tsx'
import { sayError } from '../shell/say-error.ts'
import { DeprecationNote } from './deprecation-note.tsx'
import { useReadAnew } from './plugin-queries.ts'

interface Installable {
  title: string
  /** Those to choose from, newest first. */
  versions: PluginVersion[]
  isSmall?: boolean
}

interface Entry {
  organisation: string
  version: string
}

/** Puts an approved version to work for an organisation, a later or an earlier one, for whoever may install somewhere. */
export const InstallPluginButton = ({ title, versions, isSmall = false }: Installable) => {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const mayInstall = useMay('plugin:install')
  const approved = versions.filter(({ state }) => state === 'approved')
  if (!mayInstall || approved.length === 0) return null
  return (
    <>
      <Button size={isSmall ? 'small' : 'middle'} onClick={() => setOpen(true)}>
        {t('plugins.install')}
      </Button>
      <Modal
        open={isOpen}
        title={t('plugins.installing', { plugin: title })}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <InstallForm versions={approved} onDone={() => setOpen(false)} />
      </Modal>
    </>
  )
}

const InstallForm = ({ versions, onDone }: { versions: PluginVersion[]; onDone: () => void }) => {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const rest = useRest()
  const readAnew = useReadAnew()
  const id = versions[0]?.manifest.id
  const install = useMutation({
    mutationFn: ({ organisation, version }: Entry) =>
      rest.put(`/plugins/${id}/installations/${organisation}`, InstalledPlugin, { version }),
    onSuccess: async ({ manifest: { version } }) => {
      await readAnew()
      void message.success(t('plugins.installDone', { version }))
      onDone()
    },
  })
  return (
    <Form<Entry>
      layout="vertical"
      requiredMark={false}
      initialValues={{ organisation: wholeCountry, version: versions[0]?.manifest.version }}
      onFinish={entry => install.mutate(entry)}
    >
      {install.error && (
        <Alert className="spaced" type="error" showIcon role="alert" title={sayError(t, install.error)} />
      )}
      <Alert className="spaced" type="info" showIcon title={t('plugins.installNow')} />
      <Fields versions={versions} />
      <div className="button-row">
        <Button type="primary" htmlType="submit" loading={install.isPending}>
          {t('plugins.install')}
        </Button>
        <Button onClick={onDone}>{t('edit.cancel')}</Button>
      </div>
    </Form>
  )
}

const Fields = ({ versions }: { versions: PluginVersion[] }) => {
  const { t } = useTranslation()
  const version = Form.useWatch<string>('version')
  const chosen = versions.find(({ manifest }) => manifest.version === version)
  return (
    <>
      <OrganisationField />
      <Form.Item name="version" label={t('plugins.versionLabel')}>
        <Select
          options={versions.map(({ manifest }) => ({ value: manifest.version, label: manifest.version }))}
        />
      </Form.Item>
      {chosen && <DeprecationNote deprecation={chosen.deprecation} />}
    </>
  )
}
