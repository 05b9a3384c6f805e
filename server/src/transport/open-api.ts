import type { INestApplication } from '@nestjs/common'
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger'

/** Where the interactive description is; `/api/docs-json` beside it is for programs. */
export const openApiPath = 'api/docs'

/** Describes the REST interface from the same schemas that check the requests. */
export const serveOpenApi = (app: INestApplication, version: string): void => {
  const head = new DocumentBuilder()
    .setTitle('Liên Thông')
    .setDescription('Refusals are RFC 9457 problem+json with a code of the error table.')
    .setVersion(version)
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .build()
  SwaggerModule.setup(openApiPath, app, () => SwaggerModule.createDocument(app, head))
}
