import type { Config } from './config/config.ts'
import { openApiPath } from './transport/open-api.ts'

/** What whoever starts the server reads: where it is, how to get in, how to go on. */
export const welcome = (url: string, config: Config, firstAdministrator: string | null): string => {
  const lines = [
    '',
    `Liên Thông  ${url}`,
    '',
    `  Cổng thông tin / Portal         ${url}/`,
    `  REST, OpenAPI                   ${url}/${openApiPath}`,
    `  Tình trạng / Health             ${url}/health/ready`,
    `  Dữ liệu / Data                  ${config.databaseUrl ? 'PostgreSQL' : config.dataDir}`,
  ]
  if (firstAdministrator)
    lines.push(
      '',
      'Chưa có quản trị viên. Mở liên kết dùng một lần này để tạo tài khoản đầu tiên:',
      'There is no administrator yet. Open this one-time link to create the first account:',
      `  ${firstAdministrator}`,
    )
  if (config.isDemo) lines.push('', `Người dùng thử / Demo people     ${config.dataDir}/demo.json`)
  return [...lines, '', ...howToGoOn(url), '', ''].join('\n')
}

const howToGoOn = (url: string): string[] => [
  'Soạn thảo trong VS Code: chạy `npm run package`, cài tệp .vsix (Extensions → … → Install from VSIX),',
  `đặt "lienthong.serverUrl": "${url}" rồi chọn “Liên Thông: Đăng nhập”. Xem thử ngay trong trình duyệt: \`npm run demo\`.`,
  'To edit in VS Code: run `npm run package`, install the .vsix (Extensions → … → Install from VSIX),',
  `set "lienthong.serverUrl": "${url}" and choose “Liên Thông: Sign In”. To try it in the browser right away: \`npm run demo\`.`,
  'Ctrl+C để dừng / to stop.',
]
