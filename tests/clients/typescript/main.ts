// Runs a client generated from openapi.yaml against a service: node built/main.js ADDRESS KEY records an invented accession, and prints the
// parties of UNTOC on 2017-06-30.
import createClient from 'openapi-fetch'
import type { ParticipantKind, paths, TreatyCounts } from './generated/api.js'

const baseUrl = process.argv[2]
if (!baseUrl) throw new Error('Give the address of the service.')
// Lists have several formats. This client uses JSON.
const client = createClient<paths, 'application/json' | 'application/problem+json'>({ baseUrl })

const treaty = 'untoc'
const asOf = '2017-06-30'

const { data, error } = await client.GET('/v1/treaties/{treaty}/counts', { params: { path: { treaty }, query: { asOf } } })
if (!data) throw new Error(error.detail)
const counts: TreatyCounts = data

// The same figure as a number of rows. The type of standing allows only the documented words.
const table = await client.GET('/v1/treaties/{treaty}/parties', { params: { path: { treaty }, query: { asOf, standing: 'party', limit: 500 } } })
if (!table.data) throw new Error(table.error.detail)
const rows = table.data.items
if (rows.length !== counts.parties) throw new Error(`${rows.length} rows, and ${counts.parties} parties`)
for (const row of rows) {
  // The words that the document lists; a later version of the service may answer with others.
  const kind: ParticipantKind = row.kind
  const since: string | undefined = row.inForceOn
  if (!kind || (since && since > asOf)) throw new Error(`${row.participant} should not be in the list`)
}

// Errors are problem objects, not exceptions.
const refused = await client.GET('/v1/treaties/{treaty}/counts', { params: { path: { treaty: 'untok' } } })
if (refused.error?.status !== 404) throw new Error('A treaty that does not exist was found')

// Recording needs a key. What is sent twice is recorded once.
const recording = {
  headers: { Authorization: `Bearer ${process.argv[3]}` },
  body: { treaty, participant: 'PNG', kind: 'accession' as const, date: '2026-11-02', note: 'Invented' },
}
const recorded = await client.POST('/v1/events', recording)
if (!recorded.data) throw new Error(recorded.error.detail)
const change = recorded.data.counts[0]
if (change?.after.parties !== (change?.before?.parties ?? 0) + 1) throw new Error('The accession is not counted')
const again = await client.POST('/v1/events', recording)
if (again.response.status !== 200 || again.data?.existing[0] !== recorded.data.events[0]?.id) throw new Error('Recorded twice')

console.log(counts.parties)
