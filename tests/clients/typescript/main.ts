// A client generated from openapi.yaml against a running service: node built/main.js ADDRESS prints UNTOC's parties on 2017-06-30.
import createClient from 'openapi-fetch'
import type { paths, TreatyCounts } from './generated/api.js'

const baseUrl = process.argv[2]
if (!baseUrl) throw new Error('Give the address of the service.')
// Lists come in several representations: this client speaks JSON.
const client = createClient<paths, 'application/json' | 'application/problem+json'>({ baseUrl })

const treaty = 'untoc'
const asOf = '2017-06-30'

const { data, error } = await client.GET('/v1/treaties/{treaty}/counts', { params: { path: { treaty }, query: { asOf } } })
if (!data) throw new Error(error.detail)
const counts: TreatyCounts = data

// The same figure, as the number of rows; standing takes the documented words alone.
const table = await client.GET('/v1/treaties/{treaty}/parties', { params: { path: { treaty }, query: { asOf, standing: 'party', limit: 500 } } })
if (!table.data) throw new Error(table.error.detail)
const rows = table.data.items
if (rows.length !== counts.parties) throw new Error(`${rows.length} rows, and ${counts.parties} parties`)
for (const row of rows) {
  const kind: 'un-member' | 'un-observer' | 'other-state' | 'regional-organization' | 'former-state' = row.kind
  const since: string | undefined = row.inForceOn
  if (!kind || (since && since > asOf)) throw new Error(`${row.participant} has no business among them`)
}

// What is refused comes as a problem with its members, not as an exception.
const refused = await client.GET('/v1/treaties/{treaty}/counts', { params: { path: { treaty: 'untok' } } })
if (refused.error?.status !== 404) throw new Error('A treaty that is none was found')

console.log(counts.parties)
