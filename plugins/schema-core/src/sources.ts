export const jsonSchema = 'JSON Schema 2020-12'
export const postgresql = 'PostgreSQL'
