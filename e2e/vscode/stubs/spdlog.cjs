// Stands in for the native log writer of VS Code's server: enough for its log files and output channels.
'use strict'
const fs = require('node:fs')
const path = require('node:path')

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical']

class Logger {
  constructor(_type, name, file) {
    this.name = name
    this.level = 2
    this.isRaw = false
    fs.mkdirSync(path.dirname(file), { recursive: true })
    this.file = fs.openSync(file, 'a')
  }

  write(level, message) {
    if (level < this.level || this.file === undefined) return
    const line = this.isRaw ? message : `${new Date().toISOString()} [${levels[level]}] ${message}\n`
    fs.writeSync(this.file, line)
  }

  trace(message) {
    this.write(0, message)
  }
  debug(message) {
    this.write(1, message)
  }
  info(message) {
    this.write(2, message)
  }
  warn(message) {
    this.write(3, message)
  }
  error(message) {
    this.write(4, message)
  }
  critical(message) {
    this.write(5, message)
  }
  getLevel() {
    return this.level
  }
  setLevel(level) {
    this.level = level
  }
  setPattern() {
    this.isRaw = true
  }
  clearFormatters() {
    this.isRaw = true
  }
  flush() {}
  drop() {
    if (this.file === undefined) return
    fs.closeSync(this.file)
    this.file = undefined
  }
}

const create = async (name, file) => new Logger('rotating', name, file)

// One assignment each: VS Code imports these names from an ES module, and Node finds them only when they are written so.
exports.version = 0
exports.Logger = Logger
exports.setLevel = () => {}
exports.setFlushOn = () => {}
exports.createRotatingLogger = create
exports.createAsyncRotatingLogger = create
