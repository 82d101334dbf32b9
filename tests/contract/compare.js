// Compares openapi.yaml with v1.yaml, the contract that clients rely on: nothing of it may be taken away within /v1.
//   node compare.js           says what breaks, and which operations are new and not in the contract yet; exit code 1 when there are any
//   node compare.js --prove   breaks copies of the contract on purpose and looks whether each is noticed
//   node compare.js --accept  makes openapi.yaml the contract, texts and examples left out
import { readFileSync, writeFileSync } from 'node:fs'
import { compareOpenApi } from 'api-smart-diff'
import { parse, stringify } from 'yaml'

const at = path => new URL(path, import.meta.url)
const texts = ['description', 'summary', 'example', 'tags', 'info', 'servers']

/** The document without what only people read. A member of a schema may bear the name of a text. */
const bare = (node, named = false) => Array.isArray(node) ? node.map(n => bare(n))
  : node === null || typeof node !== 'object' ? node
  : Object.fromEntries(Object.entries(node).filter(([key]) => named || !texts.includes(key)).map(([key, value]) => [key, bare(value, key === 'properties')]))

const read = path => bare(parse(readFileSync(at(path), 'utf8'), { maxAliasCount: -1 }))

/**
 * The tool takes an optional member that is gone for harmless, since a client may not count on it; ours do. And it takes every shared schema for
 * one of requests, where a new member that must be there breaks; where a request does use it, that shows under paths as well.
 */
const isBreaking = ({ type, action, path }) => path[0] === 'components' && action === 'add' && ['required', 'properties'].includes(path.at(-2)) ? false
  : type === 'breaking' || (['remove', 'rename'].includes(action) && (path.includes('properties') || path.includes('headers') || path[0] === 'paths'))

function breaches(before, after) {
  const found = compareOpenApi(before, after).diffs.filter(isBreaking)
  return [...new Set(found.map(d => `${d.action} ${d.path.join(' > ')}`))]
}

const operations = document => Object.entries(document.paths).flatMap(([path, item]) => Object.keys(item).map(method => `${method.toUpperCase()} ${path}`))

/** What the contract does not know it cannot guard. */
const unguarded = (before, after) => operations(after).filter(o => !operations(before).includes(o))

const old = read('v1.yaml')

if (process.argv.includes('--accept')) {
  writeFileSync(at('v1.yaml'), stringify(read('../../openapi.yaml'), { aliasDuplicateObjects: false }))
} else if (process.argv.includes('--prove')) {
  const parties = d => d.paths['/v1/treaties/{treaty}/parties'].get
  const parameter = (d, name) => parties(d).parameters.find(p => p.name === name)

  const breaking = {
    'an operation is gone': d => { delete d.paths['/v1/treaties/{treaty}/parties'] },
    'a member that may be absent is gone': d => { delete d.components.schemas.StatusRow.properties.region },
    'a member is renamed': d => {
      const row = d.components.schemas.StatusRow
      row.properties.state = row.properties.standing
      delete row.properties.standing
      row.required = row.required.map(r => r === 'standing' ? 'state' : r)
    },
    'a member has another type': d => { d.components.schemas.StatusRow.properties.name.type = 'integer' },
    'a member that was always there may be absent': d => { d.components.schemas.StatusRow.required.splice(0, 1) },
    'a parameter is renamed': d => { parameter(d, 'region').name = 'area' },
    'a parameter is gone': d => { parties(d).parameters = parties(d).parameters.filter(p => p.name !== 'q') },
    'a parameter must be given': d => { parameter(d, 'asOf').required = true },
    'a new parameter must be given': d => { parties(d).parameters.push({ name: 'why', in: 'query', required: true, schema: { type: 'string' } }) },
    'a word of a parameter is gone': d => { d.components.schemas.StandingFilter.enum.pop() },
    'a bound is narrower': d => { parameter(d, 'limit').schema.maximum = 50 },
    'a representation is gone': d => { delete parties(d).responses['200'].content['text/csv'] },
    'a header is gone': d => { delete parties(d).responses['200'].headers.ETag },
  }
  const harmless = {
    'nothing': () => {},
    'a new operation': d => { d.paths['/v1/new'] = structuredClone(d.paths['/v1/version']) },
    'a new member': d => { d.components.schemas.StatusRow.properties.more = { type: 'string' } },
    'a new member that is always there': d => {
      d.components.schemas.StatusRow.properties.more = { type: 'string' }
      d.components.schemas.StatusRow.required.push('more')
    },
    'a new parameter': d => { parties(d).parameters.unshift({ name: 'why', in: 'query', schema: { type: 'string' } }) },
    'a new representation': d => { parties(d).responses['200'].content['text/html'] = { schema: { type: 'string' } } },
    'a new answer': d => { parties(d).responses['206'] = { description: 'A part.' } },
    'a new header': d => { parties(d).responses['200'].headers.More = { schema: { type: 'string' } } },
  }
  let wrong = 0
  for (const [cases, expected] of [[breaking, true], [harmless, false]])
    for (const [what, change] of Object.entries(cases)) {
      const spoilt = structuredClone(old)
      change(spoilt)
      const found = breaches(old, spoilt)
      if (found.length > 0 === expected) continue
      wrong++
      console.error(expected ? `Not noticed: ${what}.` : `Taken for a breach: ${what} (${found.slice(0, 3).join('; ')}).`)
    }
  const grown = structuredClone(old)
  harmless['a new operation'](grown)
  if (unguarded(old, grown).join() !== 'GET /v1/new' || unguarded(old, old).length) {
    wrong++
    console.error('Not noticed: an operation that the contract does not know.')
  }
  console.log(wrong ? `${wrong} wrong.` : `Each of ${Object.keys(breaking).length} breaking changes is noticed, none of ${Object.keys(harmless).length} harmless ones is taken for one, and a new operation is asked for.`)
  process.exitCode = wrong ? 1 : 0
} else {
  const now = read('../../openapi.yaml')
  const [found, added] = [breaches(old, now), unguarded(old, now)]
  for (const breach of found) console.error(breach)
  for (const operation of added) console.error(`${operation} is not in v1.yaml`)
  if (found.length) console.log(`${found.length} breaking changes: take them back, or bring them in under another version.`)
  if (added.length) console.log(`${added.length} operations are not guarded: 'node tests/contract/compare.js --accept' makes them part of the contract.`)
  if (!found.length && !added.length) console.log('Nothing that clients rely on is gone, and every operation is guarded.')
  process.exitCode = found.length + added.length ? 1 : 0
}
