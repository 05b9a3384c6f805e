import { CloseOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../language/format.ts'

/** The filters of a list, as one search landmark. */
export const Filters = (props: { isSet: boolean; onClear: () => void; children: ReactNode }) => {
  const { t } = useTranslation()
  return (
    <search className="filters" aria-label={t('list.filters')}>
      {props.children}
      <Button
        className="filters-clear"
        type="text"
        icon={<CloseOutlined />}
        disabled={!props.isSet}
        onClick={props.onClear}
      >
        {t('list.clear')}
      </Button>
    </search>
  )
}

/** What a list as of a day can and cannot say. */
export const AsOfNote = ({ day }: { day: string | undefined }) => {
  const { t } = useTranslation()
  return day ? <p className="note">{t('list.asOfNote', { date: formatDay(day) })}</p> : null
}

/** How long after the last key a search begins: shorter asks for every letter, longer feels slow. */
const quietMs = 250

export const SearchFilter = ({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (q: string | undefined) => void
}) => {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState(value ?? '')
  // What this field has asked for and not seen arrive, oldest first: only what comes from elsewhere may overwrite what is being typed.
  const asked = useRef([value ?? ''])
  useEffect(() => {
    const arrived = value ?? ''
    const at = asked.current.indexOf(arrived)
    asked.current = at < 0 ? [arrived] : asked.current.slice(at)
    if (at < 0) setText(arrived)
  }, [value])
  useEffect(() => {
    const words = text.trim()
    if (words === asked.current.at(-1)) return
    const timer = setTimeout(() => {
      asked.current.push(words)
      onChange(words || undefined)
    }, quietMs)
    return () => clearTimeout(timer)
  }, [text, onChange])
  return (
    <div className="filter filter-wide">
      <label htmlFor={id}>{t('list.search')}</label>
      <Input
        id={id}
        type="search"
        value={text}
        maxLength={200}
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t('list.searchHint')}
        onChange={event => setText(event.target.value)}
      />
    </div>
  )
}

interface ChoiceFilterProps<T extends string> {
  label: string
  value: T | undefined
  options: { value: T; label: string }[]
  onChange: (value: T | undefined) => void
}

export const ChoiceFilter = <T extends string>({ label, value, options, onChange }: ChoiceFilterProps<T>) => {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <Select<T | ''>
        id={id}
        value={value ?? ''}
        showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
        popupMatchSelectWidth={false}
        listHeight={360}
        options={[{ value: '', label: t('list.all') }, ...options]}
        onChange={next => onChange(next === '' ? undefined : next)}
      />
    </div>
  )
}

/** The platform's own date field: it knows every keyboard, screen reader and phone. */
export const DayFilter = ({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (day: string | undefined) => void
}) => {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="filter">
      <label htmlFor={id}>{t('list.asOf')}</label>
      <Input
        id={id}
        type="date"
        value={value ?? ''}
        title={t('list.asOfHint')}
        onChange={event => onChange(event.target.value || undefined)}
      />
    </div>
  )
}
