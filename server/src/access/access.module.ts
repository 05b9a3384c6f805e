import { Global, Module } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { TypeOrmModule } from '@nestjs/typeorm'
import { OrganisationTreeModule } from '../organisations/organisation-tree.module.ts'
import { SearchModule } from '../search/search.module.ts'
import { Authenticator } from '../transport/authenticator.ts'
import { AccessGuard } from './access.guard.ts'
import { AccessService } from './access.service.ts'
import { AccessTokens } from './access-tokens.ts'
import { AccountController } from './account.controller.ts'
import {
  OneTimeSecretRow,
  PersonalTokenRow,
  RefreshTokenRow,
  ServerKeyRow,
  SessionRow,
} from './credential.entities.ts'
import { CredentialsService } from './credentials.service.ts'
import { DemoAccounts } from './demo-accounts.ts'
import { DemoEndService } from './demo-end.service.ts'
import { DemoPeopleService } from './demo-people.service.ts'
import { FirstAdministrator } from './first-administrator.ts'
import { GrantsService } from './grants.service.ts'
import { OneTimeSecrets } from './one-time-secrets.ts'
import { PeopleController } from './people.controller.ts'
import { PeopleService } from './people.service.ts'
import { PeopleChangesService } from './people-changes.service.ts'
import { DemoPersonRow, PersonRow, RoleGrantRow } from './person.entity.ts'
import { PersonalTokensService } from './personal-tokens.service.ts'
import { RateLimits } from './rate-limits.ts'
import { RevocationsService } from './revocations.service.ts'
import { SessionsController } from './sessions.controller.ts'
import { SessionsService } from './sessions.service.ts'
import { SignInCodesService } from './sign-in-codes.service.ts'
import { SignInLinksService } from './sign-in-links.service.ts'

const entities = [
  PersonRow,
  RoleGrantRow,
  DemoPersonRow,
  SessionRow,
  RefreshTokenRow,
  PersonalTokenRow,
  OneTimeSecretRow,
  ServerKeyRow,
]

@Global()
@Module({
  imports: [TypeOrmModule.forFeature(entities), OrganisationTreeModule, SearchModule],
  controllers: [SessionsController, AccountController, PeopleController],
  providers: [
    AccessService,
    AccessTokens,
    CredentialsService,
    DemoAccounts,
    DemoEndService,
    DemoPeopleService,
    FirstAdministrator,
    GrantsService,
    OneTimeSecrets,
    PeopleChangesService,
    PeopleService,
    PersonalTokensService,
    RateLimits,
    RevocationsService,
    SessionsService,
    SignInCodesService,
    SignInLinksService,
    { provide: Authenticator, useExisting: AccessService },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [
    AccessService,
    Authenticator,
    DemoEndService,
    DemoPeopleService,
    RevocationsService,
    SignInLinksService,
  ],
})
export class AccessModule {}
