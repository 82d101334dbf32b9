// Writes status tables of other treaties as seeds, for a trial of the rules: what States lawfully did must be no error.
// Usage: node tests/trial/register.js TABLES.csv DIRECTORY
//        dotnet run --project api/TreatyTracker.Api -- check --seeds DIRECTORY --as-of 2016-01-01
//
// TABLES.csv has the columns mtdsg_no, participant_code, participant, action, date. It is not part of this repository. Signatures and
// consents are taken; the clauses are not known, and say so by reason. The first act stands for the adoption. Participants and sources are
// the shipped ones; rows of others are left out and counted.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [, , tables, directory] = process.argv
const seeds = join(import.meta.dirname, '../../seeds')
const kinds = new Map([
  ...['signature', 'succession-to-signature', 'definitive-signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession',
    'formal-confirmation', 'participation'].map(kind => [kind, kind]),
  ['simplified-procedure', 'participation'], ['consent-to-be-bound', 'participation'],
])

/** The rows of a CSV text without line breaks in fields. */
function rows(text) {
  const [header, ...lines] = text.trim().split(/\r?\n/).map(line =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain))
  return lines.map(fields => Object.fromEntries(header.map((name, i) => [name, fields[i]])))
}

const participants = new Set(readFileSync(join(seeds, 'participants.csv'), 'utf8').trim().split('\n').map(line => line.split(',', 1)[0]))
const treaties = new Map()
const left = { kind: 0, participant: 0 }
for (const { mtdsg_no: number, participant_code: code, action, date } of rows(readFileSync(tables, 'utf8'))) {
  const kind = kinds.get(action)
  if (!kind) left.kind++
  else if (!participants.has(code)) left.participant++
  else treaties.set(number, [...treaties.get(number) ?? [], { code, kind, date }])
}

for (const folder of ['treaties', 'events']) mkdirSync(join(directory, folder), { recursive: true })
for (const file of ['participants.csv', 'former-names.csv', 'memberships.csv', 'sources.csv']) cpSync(join(seeds, file), join(directory, file))
writeFileSync(join(directory, 'published-counts.csv'), 'treaty,as_of,metric,published,source,note\n')
writeFileSync(join(directory, 'waivers.csv'), 'rule,treaty,participant,event,day,reason,source,expires\n')
const unknown = { reason: 'not read' }
for (const [number, acts] of treaties) {
  const id = `t-${number.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`
  const days = acts.map(act => act.date).sort()
  writeFileSync(join(directory, 'treaties', `${id}.json`), JSON.stringify({
    id, mtdsg: number, kind: 'convention', titles: { en: number }, adopted: { on: days[0] }, depositary: 'Secretary-General', subject: 'trial',
    finalClauses: { entryIntoForce: unknown, laterParticipants: unknown, withdrawal: unknown,
      openTo: { states: 'not read', regionalOrganizations: true } },
    completeThrough: days.at(-1), recordedAt: '2026-11-23T00:00:00Z',
  }, null, 2))
  writeFileSync(join(directory, 'events', `${id}.csv`), ['participant,kind,date,effective_on,sources,verification,recorded_at,note',
    ...acts.map(({ code, kind, date }) => `${code},${kind},${date},,general-knowledge,table,,`), ''].join('\n'))
}
const written = [...treaties.values()].flat().length
console.log(`${treaties.size} treaties, ${written} acts; left out: ${left.kind} other acts, ${left.participant} of other participants`)
