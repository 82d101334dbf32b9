// The built service on a temporary database, created from the shipped seeds.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const program = join(root, 'artifacts', 'bin', 'TreatyTracker.Api', 'debug', 'treatytracker.dll')
const patience = 180_000

export async function start() {
  const directory = mkdtempSync(join(tmpdir(), 'pages-'))
  const child = spawn('dotnet', [program, '--urls', 'http://127.0.0.1:0', '--database', join(directory, 'treaties.db')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill()
    await ended
    rmSync(directory, { recursive: true })
  }
  let log = ''
  const address = await new Promise(done => {
    const timer = setTimeout(() => done(), patience)
    child.stderr.on('data', text => {
      log += text
      const [, found] = /Listening on (http[^ ,]*)/.exec(log) ?? []
      if (found) done(found), clearTimeout(timer)
    })
    child.on('exit', () => (clearTimeout(timer), done()))
  })
  if (address) return { address, stop }
  await stop()
  throw new Error(`The service does not start. Is there a Debug build? It said:\n${log}`)
}
