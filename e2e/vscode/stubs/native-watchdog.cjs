// Stands in for the native watchdog of VS Code's server: leaves when the parent process is gone.
'use strict'

exports.start = pid => {
  const timer = setInterval(() => {
    try {
      process.kill(pid, 0)
    } catch {
      process.exit(87)
    }
  }, 2000)
  timer.unref()
}
exports.exit = code => process.exit(code || 0)
