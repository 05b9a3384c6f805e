import { EditOutlined } from '@ant-design/icons'
import {
  type ChangeDatabase,
  Database,
  DatabaseLevel,
  DatabaseStatus,
  ProtocolError,
} from '@lienthong/protocol'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { useNameIn } from '../records/name.tsx'
import { sayError } from '../shell/say-error.ts'
import { database as databaseQuery } from './inventory-queries.ts'

interface Entry {
  nameVi: string
  nameEn: string
  level: DatabaseLevel
  status: DatabaseStatus
  statusNote: string
  note: string
}

/** Changes the facts that a steward keeps, only if nobody changed them meanwhile (If-Match). */
export const EditDatabase = ({ database }: { database: Database }) => {
  const { t } = useTranslation()
  const nameIn = useNameIn()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={<EditOutlined />} onClick={() => setOpen(true)}>
        {t('edit.action')}
      </Button>
      <Modal
        open={isOpen}
        title={t('edit.title', { name: nameIn(database.name) })}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <EditForm database={database} onDone={() => setOpen(false)} />
      </Modal>
    </>
  )
}

const EditForm = ({ database, onDone }: { database: Database; onDone: () => void }) => {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const rest = useRest()
  const client = useQueryClient()
  const [version, setVersion] = useState(database.version)
  const save = useMutation({
    mutationFn: (entry: Entry) =>
      rest.patch(`/databases/${database.code}`, Database, changeOf(entry), { ifMatch: version }),
    onSuccess: async saved => {
      client.setQueryData(databaseQuery(rest, database.code).queryKey, saved)
      await client.invalidateQueries({ queryKey: ['list', '/databases'] })
      void message.success(t('edit.saved'))
      onDone()
    },
  })
  const isConflict = save.error instanceof ProtocolError && save.error.code === 'RECORD_CHANGED'
  const reread = async () => {
    const current = await client.fetchQuery({ ...databaseQuery(rest, database.code), staleTime: 0 })
    setVersion(current.version)
    save.reset()
  }
  return (
    <Form<Entry>
      layout="vertical"
      requiredMark={false}
      initialValues={entryOf(database)}
      onFinish={entry => save.mutate(entry)}
    >
      {isConflict && (
        <Alert
          className="spaced"
          type="warning"
          showIcon
          role="alert"
          title={t('edit.conflict')}
          description={<Button onClick={() => void reread()}>{t('edit.reread')}</Button>}
        />
      )}
      {save.error && !isConflict && (
        <Alert className="spaced" type="error" showIcon role="alert" title={sayError(t, save.error)} />
      )}
      <EditFields />
      <div className="button-row">
        <Button type="primary" htmlType="submit" loading={save.isPending} disabled={isConflict}>
          {t('edit.save')}
        </Button>
        <Button onClick={onDone}>{t('edit.cancel')}</Button>
      </div>
    </Form>
  )
}

const EditFields = () => {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item
        name="nameVi"
        label={t('edit.nameVi')}
        rules={[{ required: true, message: t('access.required') }]}
      >
        <Input lang="vi" />
      </Form.Item>
      <Form.Item name="nameEn" label={t('edit.nameEn')}>
        <Input lang="en" />
      </Form.Item>
      <Form.Item name="level" label={t('inventory.level')}>
        <Select options={DatabaseLevel.options.map(value => ({ value, label: t(`level.${value}`) }))} />
      </Form.Item>
      <Form.Item name="status" label={`${t('inventory.status')} (${t('known.editorial')})`}>
        <Select
          options={DatabaseStatus.options.map(value => ({ value, label: t(`databaseStatus.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="statusNote" label={t('inventory.statusNote')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="note" label={t('known.note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  )
}

const entryOf = ({ name, level, status, statusNote, note }: Database): Entry => ({
  nameVi: name.vi,
  nameEn: name.en ?? '',
  level,
  status,
  statusNote: statusNote ?? '',
  note: note ?? '',
})

const changeOf = ({ nameVi, nameEn, level, status, statusNote, note }: Entry): ChangeDatabase => ({
  name: { vi: nameVi.trim(), en: nameEn.trim() || null },
  level,
  status,
  statusNote: statusNote.trim() || null,
  note: note.trim() || null,
})
