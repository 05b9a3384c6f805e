import { InstalledPlugin } from '@lienthong/protocol'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useMay, useRest } from '../access/session-context.tsx'
import { sayError } from '../shell/say-error.ts'
import { useReadAnew } from './plugin-queries.ts'

/** Puts a rule set that failed too often back to work, for whoever may install rule sets. */
export const ResumePlugin = ({ id }: { id: string }) => {
  const { t } = useTranslation()
  const rest = useRest()
  const mayResume = useMay('plugin:install')
  const resume = useMutation({
    mutationFn: () => rest.post(`/plugins/${id}/resume`, z.array(InstalledPlugin)),
    onSuccess: useReadAnew(),
  })
  if (!mayResume) return null
  return (
    <>
      <Button loading={resume.isPending} onClick={() => resume.mutate()}>
        {t('plugins.resume')}
      </Button>
      {resume.error && <Alert type="error" title={sayError(t, resume.error)} />}
    </>
  )
}
