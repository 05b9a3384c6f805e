import type { OpenAPIObject } from '@nestjs/swagger'
import type * as z from 'zod/v4/core'
import { toJSONSchema } from 'zod/v4/core'

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>
type SchemaObject = Exclude<Schemas[string], { $ref: string }>

/** A protocol schema as OpenAPI 3.0 writes it. */
export const openApiSchema = (schema: z.$ZodType): SchemaObject =>
  toJSONSchema(schema, { target: 'openapi-3.0', unrepresentable: 'any', io: 'input' }) as SchemaObject
