import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import { ApiBody, ApiOkResponse, ApiParam, ApiQuery } from '@nestjs/swagger'
import type { Request } from 'express'
import type * as z from 'zod/v4/core'
import { openApiSchema } from './open-api-schema.ts'
import { validated } from './validated.ts'

type Schema = z.$ZodType
type Part = { schema: Schema; of: (request: Request) => unknown }

const FromRequest = createParamDecorator(({ schema, of }: Part, context: ExecutionContext) =>
  validated(schema, of(context.switchToHttp().getRequest<Request>())),
)

const described =
  (part: Part, describe: MethodDecorator): ParameterDecorator =>
  (target, method, index) => {
    FromRequest(part)(target, method, index)
    const descriptor = method && Object.getOwnPropertyDescriptor(target, method)
    if (method && descriptor) describe(target, method, descriptor)
  }

/** The request's body in the schema's shape; OpenAPI shows the same schema. */
export const Valid = (schema: Schema): ParameterDecorator =>
  described({ schema, of: request => request.body ?? {} }, ApiBody({ schema: openApiSchema(schema) }))

/** The query in the schema's shape. */
export const ValidQuery = (schema: Schema): ParameterDecorator => {
  const { properties = {}, required = [] } = openApiSchema(schema)
  const describe: MethodDecorator = (target, method, descriptor) => {
    for (const [name, property] of Object.entries(properties))
      ApiQuery({ name, required: required.includes(name), schema: property })(target, method, descriptor)
  }
  return described({ schema, of: request => request.query }, describe)
}

/** One part of the address in the schema's shape. */
export const ValidParam = (name: string, schema: Schema): ParameterDecorator =>
  described(
    { schema, of: request => request.params[name] },
    ApiParam({ name, schema: openApiSchema(schema) }),
  )

/** What OpenAPI says about the answer. */
export const Answers = (schema: Schema): MethodDecorator => ApiOkResponse({ schema: openApiSchema(schema) })
