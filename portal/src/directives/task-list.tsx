import type { Task } from '@lienthong/protocol'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { formatDay, withUnit } from '../language/format.ts'
import { organisations } from '../organisations/organisation-queries.ts'
import { NameText } from '../records/name.tsx'
import { Known, Unknown } from '../records/unknown.tsx'

export const TaskList = ({ tasks }: { tasks: readonly Task[] }) => {
  const { t } = useTranslation()
  const all = useQuery(organisations(useRest()))
  if (tasks.length === 0) return <p className="empty">{t('directives.noTasks')}</p>
  return (
    <ol className="tasks">
      {[...tasks]
        .sort((a, b) => a.position - b.position)
        .map(task => {
          const lead = all.data?.items.find(({ id }) => id === task.leadOrganisationId)
          return (
            <li key={task.id} className="task">
              <p lang="vi">{task.text}</p>
              <dl className="inline-facts">
                <dt>{t('directives.due')}</dt>
                <dd>
                  <Known value={task.dueBy && formatDay(task.dueBy)} />
                </dd>
                <dt>{t('directives.target')}</dt>
                <dd>
                  <Known value={task.target && withUnit(task.target, task.unit)} />
                </dd>
                <dt>{t('directives.leadOrganisation')}</dt>
                <dd>{lead ? <NameText name={lead.name} /> : <Unknown />}</dd>
              </dl>
            </li>
          )
        })}
    </ol>
  )
}
