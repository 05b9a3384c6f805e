/** The numbers that may come after `last`, by what the change does; the first version has one choice. */
export const nextNumbers = (last: string | undefined) => {
  if (last === undefined) return [{ step: null, number: '1.0.0' }] as const
  const [major = 0, minor = 0, patch = 0] = last.split('.').map(Number)
  return [
    { step: 'patch', number: `${major}.${minor}.${patch + 1}` },
    { step: 'minor', number: `${major}.${minor + 1}.0` },
    { step: 'major', number: `${major + 1}.0.0` },
  ] as const
}
