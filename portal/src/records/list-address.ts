/** The address of a list's page: filters that are not set do not appear. */
export const listAddress = (
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value))
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

/** A filter's value out of the page's address: one of the known ones, or none. */
export const oneOf = <T extends string>(options: readonly T[], value: unknown): T | undefined =>
  options.find(option => option === value)

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== ''
    ? value
    : typeof value === 'number'
      ? String(value)
      : undefined

export const dayOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined
