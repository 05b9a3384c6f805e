import { Input } from 'antd'
import { useState } from 'react'

/** What was written and is no JSON. */
export class Unreadable {}

/** A value of any shape, written as JSON; the form holds the value. */
export const JsonInput = ({
  id,
  value,
  onChange,
}: {
  id?: string
  value?: unknown
  onChange?: (value: unknown) => void
}) => {
  const [text, setText] = useState(value === undefined ? '' : JSON.stringify(value))
  const written = (now: string) => {
    setText(now)
    onChange?.(read(now))
  }
  return (
    <Input.TextArea
      {...(id !== undefined && { id })}
      value={text}
      onChange={event => written(event.target.value)}
      autoSize={{ maxRows: 6 }}
      placeholder="JSON"
    />
  )
}

const read = (text: string): unknown => {
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return new Unreadable()
  }
}
