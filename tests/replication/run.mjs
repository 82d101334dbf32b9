#!/usr/bin/env node
// Replication as api/deploy/replicated runs it: recordings over HTTP through nginx, the writer and Litestream killed at once, the copy
// verified and served by another service, the readers renewed from it. It measures the lag: from the answer to a recording until each
// reader has it.
//
// Usage: tests/replication/run [SECONDS of recording, 15]. Needs a Debug build, nginx, curl, and 'npm ci --prefix tests/replication'.

import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = join(import.meta.dirname, '..', '..')
const litestream = join(import.meta.dirname, 'node_modules', '@flydotio', 'litestream-linux-x64', 'litestream')
const program = join(root, 'artifacts', 'bin', 'TreatyTracker.Api', 'debug', 'treatytracker.dll')
const seconds = Number(process.argv[2] ?? 15)
const directory = mkdtempSync(join(tmpdir(), 'replication-'))
const children = []

// A recording that a machine lost with its disk was answered at most this long before.
const bound = 10_000

function must(holds, text) {
  if (!holds) throw new Error(text)
}

const freePort = () =>
  new Promise(done => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })

async function until(what, condition, timeout = 120_000) {
  for (const end = Date.now() + timeout; Date.now() < end; await sleep(100)) {
    const value = await condition().catch(() => undefined)
    if (value) return value
  }
  throw new Error(`It did not happen in time: ${what}.`)
}

async function json(url) {
  const answer = await fetch(url)
  must(answer.ok, `${url} answered ${answer.status}`)
  return answer.json()
}

// The headers of an answer, asked for under the public address: answers name it, and so their tags depend on it.
const headers = (from, host, path) =>
  new Promise((done, failed) => {
    const options = { host: '127.0.0.1', port: from, path, headers: { host: `127.0.0.1:${host}`, 'accept-encoding': 'gzip' } }
    get(options, answer => answer.resume().on('end', () => done(answer.headers))).on('error', failed)
  })

const tool = (...args) => execFileSync('dotnet', [program, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

const pid = name => Number(readFileSync(join(directory, `${name}.pid`), 'utf8'))

// Acts that the register lacks: accessions of UN Members to treaties that they are not party to.
async function* acts(address) {
  const { items } = await json(`${address}/v1/treaties?inForce=true&limit=500`)
  for (const { id } of items) {
    const { items: missing } = await json(`${address}/v1/treaties/${id}/non-parties?among=un-members&limit=500`)
    for (const { participant } of missing) yield { treaty: id, participant, kind: 'accession' }
  }
}

const post = (address, key, event) =>
  fetch(`${address}/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(event),
  })

async function main() {
  const [port, reader1, reader2, writer] = await Promise.all([freePort(), freePort(), freePort(), freePort()])
  const at = p => `http://127.0.0.1:${p}`
  const environment = {
    ...process.env, PORT: port, READER1_PORT: reader1, READER2_PORT: reader2, WRITER_PORT: writer,
    LITESTREAM: litestream, TREATYTRACKER: `dotnet ${program}`,
  }
  const all = spawn(join(root, 'api', 'deploy', 'replicated'), [directory], { env: environment, stdio: ['ignore', 'inherit', 'inherit'] })
  children.push(all)
  await until('nginx answers', async () => existsSync(join(directory, 'nginx.pid')) && (await fetch(at(port) + '/health/ready')).ok)
  const database = join(directory, 'writer', 'treaties.db')
  const key = tool('keys', 'add', '--name', 'replication', '--database', database).match(/tt_\w+/)[0]

  // Both readers are watched for the recordings that they have.
  const seen = [new Map(), new Map()]
  let watching = true
  const watched = [reader1, reader2].map(async (reader, n) => {
    for (; watching; await sleep(50)) {
      const answer = await json(at(reader) + '/v1/version').catch(() => undefined)
      for (let number = answer?.recordings ?? 0; number > 0 && !seen[n].has(number); number--) seen[n].set(number, Date.now())
    }
  })

  const today = new Date().toISOString().slice(0, 10)
  const recorded = []
  let killed
  const end = Date.now() + seconds * 1000
  for await (const act of acts(at(port))) {
    const answer = await post(at(port), key, { ...act, date: today, note: 'A rehearsal' }).catch(() => undefined)
    const body = answer?.status === 201 ? await answer.json().catch(() => undefined) : undefined
    if (body) recorded.push({ number: body.recording, id: body.events[0].id, answered: Date.now() })
    else if (killed) break
    else must(answer && [201, 422].includes(answer.status), `A recording was answered with ${answer?.status}: ${await answer?.text()}`)
    if (Date.now() > end && !killed) {
      killed = Date.now()
      process.kill(pid('writer'), 'SIGKILL')
      process.kill(pid('litestream'), 'SIGKILL')
    }
  }
  must(recorded.length > 10, `Only ${recorded.length} acts were recorded`)
  console.log(`Recorded ${recorded.length} acts one at a time in ${seconds} s, then killed the writer and Litestream.`)

  // The readers settle at what is in the replica.
  await sleep(8_000)
  watching = false
  await Promise.all(watched)
  const lags = recorded.flatMap(r => seen.map(s => s.get(r.number) - r.answered)).filter(l => l >= 0).sort((a, b) => a - b)
  must(lags.length > 0, 'No reader had a recording')
  const percentile = p => (lags[Math.min(lags.length - 1, Math.floor(lags.length * p))] / 1000).toFixed(1)
  console.log(`Lag from an answer to a reader: median ${percentile(0.5)} s, 95 % ${percentile(0.95)} s, longest ${percentile(1)} s.`)

  // The newest state of the replica, as on another machine.
  const copy = join(directory, 'copy.db')
  execFileSync(litestream, ['restore', '-config', join(directory, 'litestream.yml'), '-o', copy, database], {
    env: { ...environment, LITESTREAM_REPLICA: `file://${directory}/replica` }, stdio: 'ignore',
  })
  console.log(tool('verify', '--database', copy).trim().split('\n').at(-1))

  // Another service takes the writer's place, and Litestream replicates from there.
  const second = spawn('dotnet', [program, 'serve', '--database', copy, '--urls', at(writer)], { stdio: 'ignore' })
  children.push(second)
  const version = await until('the second service answers', () => json(at(writer) + '/v1/version'))
  const lost = recorded.filter(r => r.number > version.recordings)
  for (const { id } of recorded.filter(r => r.number <= version.recordings)) await json(`${at(writer)}/v1/events/${id}`)
  for (const { number, answered } of lost)
    must(killed - answered < bound, `Recording ${number} was answered ${killed - answered} ms before the kill, and is lost`)
  console.log(`The copy has every recording but the last ${lost.length}, answered at most ${Math.max(0, ...lost.map(r => killed - r.answered))} ms before the kill.`)
  const again = await post(at(port), key, { ...(await acts(at(writer)).next()).value, date: today, note: 'A rehearsal' })
  must([201, 422].includes(again.status), `The second service answered ${again.status} to a recording through nginx`)

  // Both readers have the same version, and give the same tags, directly and through nginx.
  const versions = await Promise.all([reader1, reader2].map(r => json(at(r) + '/v1/version')))
  must(versions[0].dataVersion === versions[1].dataVersion, `The readers differ: ${JSON.stringify(versions)}`)
  must(versions[0].recordings === version.recordings, `The readers have ${versions[0].recordings} recordings, the copy ${version.recordings}`)
  for (const path of ['/v1/treaties/untoc/counts', '/v1/treaties/untoc/parties', '/v1/events?limit=5']) {
    const answers = await Promise.all([reader1, reader2, port, port].map(p => headers(p, port, path)))
    const tags = new Set(answers.map(a => a.etag))
    must(tags.size === 1 && !tags.has(undefined), `${path} has the tags ${[...tags].join(', ')}`)
    must(answers[2]['x-cache-status'] !== undefined, `${path} did not come through nginx`)
  }
  const refused = await post(at(reader1), key, { treaty: 'untoc', participant: 'PRK', kind: 'accession', date: today })
  must(refused.status === 503, `A reader answered ${refused.status} to a recording`)
  console.log('Both readers have that version, with the same tags, also through nginx. Replication works.')
}

try {
  await main()
} catch (e) {
  console.error(e.message)
  for (const name of ['writer', 'litestream', 'reader1', 'restore', 'nginx'])
    if (existsSync(join(directory, `${name}.log`)))
      console.error(`${name}: ${readFileSync(join(directory, `${name}.log`), 'utf8').trim().split('\n').slice(-4).join('\n  ')}`)
  process.exitCode = 1
} finally {
  for (const child of children) child.kill('SIGTERM')
  await Promise.all(children.map(c => c.exitCode !== null || c.signalCode ? 0 : new Promise(done => c.on('exit', done))))
  rmSync(directory, { recursive: true, force: true })
}
