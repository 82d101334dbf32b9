// Compares openapi.yaml with v1.yaml, the contract that clients rely on: within /v1 nothing of it may be taken away (breaches.js).
//   node compare.js            lists what breaks the contract, and new operations that the contract does not guard yet
//   node compare.js --prove    proves that breaches are noticed and harmless changes are not (prove.js)
//   node compare.js --accept   makes openapi.yaml the contract, without its texts and examples; refuses when that breaks the contract
// The exit code is 1 when there is something to do.
import { readFileSync, writeFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'
import { breaches, operations } from './breaches.js'
import { prove } from './prove.js'

const texts = ['title', 'description', 'summary', 'example', 'examples', 'externalDocs', 'deprecated', 'tags', 'info', 'servers']
const named = ['paths', 'parameters', 'responses', 'headers', 'content', 'schemas', 'properties']

/** The document without what only people read. In an object of named things, a key is a name and not a text. */
const bare = (node, isNamed = false) => Array.isArray(node) ? node.map(one => bare(one))
  : node === null || typeof node !== 'object' ? node
  : Object.fromEntries(Object.entries(node).filter(([key]) => isNamed || !texts.includes(key))
    .map(([key, value]) => [key, bare(value, !isNamed && named.includes(key))]))

const at = path => new URL(path, import.meta.url)
const read = path => bare(parse(readFileSync(at(path), 'utf8'), { maxAliasCount: -1 }))

const contract = read('v1.yaml')

function compare(accept) {
  const now = read('../../openapi.yaml')
  const found = breaches(contract, now)
  const unguarded = Object.keys(operations(now)).filter(name => !(name in operations(contract)))

  for (const breach of found) console.error(breach)
  if (found.length) {
    console.log(`Breaches of the contract: ${found.length}. Undo them, or make the change in another version of the API.`)
    return false
  }
  if (accept) {
    writeFileSync(at('v1.yaml'), stringify(now, { aliasDuplicateObjects: false }))
    console.log('openapi.yaml is the contract now.')
    return true
  }
  for (const name of unguarded) console.error(`${name}: not in the contract`)
  if (unguarded.length)
    console.log(`New operations: ${unguarded.length}. Run 'node tests/contract/compare.js --accept' to guard them.`)
  else
    console.log('The contract holds, and it guards every operation.')
  return !unguarded.length
}

process.exitCode = (process.argv.includes('--prove') ? prove(contract) : compare(process.argv.includes('--accept'))) ? 0 : 1
