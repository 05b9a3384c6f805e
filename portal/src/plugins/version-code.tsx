import type { PluginManifest } from '@lienthong/protocol'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useRest } from '../access/session-context.tsx'
import { Failure, Waiting } from '../shell/failure.tsx'
import { visibleCode } from './visible-code.ts'

interface CodeOf {
  title: string
  manifest: PluginManifest
}

/** The bundle of a version, for those who look at what they approve. */
export const VersionCode = ({ title, manifest }: CodeOf) => {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const mayRead = useMay('plugin:publish')
  if (!mayRead) return null
  const { version } = manifest
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('plugins.code')}
      </Button>
      <Modal
        open={isOpen}
        title={t('plugins.codeOf', { plugin: title, version })}
        footer={null}
        width={900}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <Code manifest={manifest} />
      </Modal>
    </>
  )
}

const Code = ({ manifest: { id, version, sha256 } }: { manifest: PluginManifest }) => {
  const { t } = useTranslation()
  const rest = useRest()
  const { data, error, refetch } = useQuery({
    queryKey: ['plugin-code', sha256],
    queryFn: () => rest.text(`/plugins/${id}/versions/${version}/code`),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Waiting />
  const { shown, count } = visibleCode(data)
  return (
    <>
      <p className="soft small code-hash">sha256: {sha256}</p>
      {count > 0 && (
        <Alert className="spaced" type="warning" showIcon title={t('plugins.unseen', { count })} />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <pre className="plugin-code" tabIndex={0}>
        {shown}
      </pre>
    </>
  )
}
