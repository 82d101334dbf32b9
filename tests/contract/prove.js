// Proves the rules of breaches.js: harmless changes pass, and breaches that look like them are noticed.
// The rules are tried on a small document that has a case of everything. Then each thing that the contract promises is removed in turn.
import { parse } from 'yaml'
import { breaches } from './breaches.js'

const example = `
openapi: 3.1.2
paths:
  /rows/{treaty}:
    get:
      operationId: listRows
      parameters:
        - { name: treaty, in: path, required: true, schema: { type: string } }
        - { name: from, in: query, required: true, schema: { type: string, format: date } }
        - { name: q, in: query, schema: { type: string } }
        - { name: kind, in: query, schema: { $ref: '#/components/schemas/Kind' } }
        - { name: state, in: query, schema: { type: array, items: { type: string } } }
        - { name: limit, in: query, schema: { type: integer, format: int32, minimum: 1, maximum: 500, default: 100 } }
      responses:
        '200':
          headers:
            ETag: { $ref: '#/components/headers/ETag' }
            X-Total-Count: { required: true, schema: { type: integer } }
            Link: { schema: { type: string } }
          content:
            application/json: { schema: { $ref: '#/components/schemas/Rows' } }
            application/x-ndjson: { schema: { type: string }, x-oai-itemSchema: { $ref: '#/components/schemas/Row' } }
            text/csv: { schema: { type: string } }
        '404': { $ref: '#/components/responses/NotFound' }
    post:
      operationId: addRow
      parameters: [ { name: treaty, in: path, required: true, schema: { type: string } } ]
      security: [ { key: [ ] } ]
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [ on ]
              properties:
                on: { type: string, format: date }
                kind: { $ref: '#/components/schemas/Kind' }
                note: { type: string }
              additionalProperties: false
      responses:
        '201': { content: { application/json: { schema: { $ref: '#/components/schemas/Row' } } } }
components:
  schemas:
    Kind: { type: string, enum: [ signature, ratification, accession, withdrawal ] }
    ConsentKind: { type: string, enum: [ ratification, accession ] }
    Region: { type: string, enum: [ Africa, Asia ] }
    Reason: { type: string, enum: [ signed, in-force, withdrawn ] }
    Choice: { type: string, enum: [ this, that ] }
    Notice: { type: object, properties: { id: { type: string } } }
    Problem: { type: object, properties: { detail: { type: string } } }
    Rows:
      type: object
      required: [ items ]
      properties: { items: { type: array, items: { $ref: '#/components/schemas/Row' } } }
      additionalProperties: false
    Row:
      type: object
      required: [ name, kind, computed ]
      properties:
        name: { type: string }
        kind: { $ref: '#/components/schemas/Kind' }
        reason: { $ref: '#/components/schemas/Reason' }
        region: { type: string }
        on: { type: string, format: date }
        count: { type: integer, format: int32 }
        computed: { type: boolean, readOnly: true }
        anything: { }
        log: { type: object }
        byRegion: { type: object, additionalProperties: { type: integer, format: int32 } }
        byState: { type: object, additionalProperties: { $ref: '#/components/schemas/Reason' } }
        problem: { $ref: '#/components/schemas/Problem' }
        choice: { anyOf: [ { type: 'null' }, { $ref: '#/components/schemas/Choice' } ] }
      additionalProperties: false
  responses:
    NotFound:
      headers: { ETag: { $ref: '#/components/headers/ETag' } }
      content: { application/problem+json: { schema: { $ref: '#/components/schemas/Problem' } } }
  headers:
    ETag: { required: true, schema: { type: string } }
  securitySchemes:
    key: { type: http, scheme: bearer }
`

const number = { type: 'integer', format: 'int32' }
const text = { type: 'string' }
const to = (kind, name) => ({ $ref: `#/components/${kind}/${name}` })

const path = '/rows/{treaty}'
const list = d => d.paths[path].get
const answer = d => list(d).responses['200']
const media = (d, type) => answer(d).content[type]
const parameter = (d, name) => list(d).parameters.find(one => one.name === name)
const post = d => d.paths[path].post
const body = d => post(d).requestBody.content['application/json'].schema
const schemas = d => d.components.schemas
const row = d => schemas(d).Row
const members = d => row(d).properties

const rename = (holder, from, name) => {
  holder[name] = holder[from]
  delete holder[from]
}
/** Lets a parameter be repeated; optionally with other limits of the list, other values or another spelling. */
const repeat = (d, name, { limits, values, ...spelling } = {}) => {
  const one = parameter(d, name)
  Object.assign(one, spelling, { schema: { type: 'array', items: { ...one.schema, ...values }, ...limits } })
}
/** Moves what stands at `key` to the components and refers to it; optionally with a change. */
const share = (d, kind, holder, key, change = () => {}) => {
  change(holder[key])
  d.components[kind] = { ...d.components[kind], Shared: holder[key] }
  holder[key] = to(kind, 'Shared')
}
const shareParameter = (d, name, change) => {
  const { parameters } = list(d)
  share(d, 'parameters', parameters, parameters.indexOf(parameter(d, name)), change)
}
const shareAnswer = (d, change) => share(d, 'responses', list(d).responses, '200', change)
const shareTotal = (d, change) => share(d, 'headers', answer(d).headers, 'X-Total-Count', change)
const shareBody = (d, change) => share(d, 'requestBodies', post(d), 'requestBody', change)

/** Each limit of a schema, first wide and then narrow. */
const limits = {
  type: ['number', 'integer'], format: ['int64', 'int32'], multipleOf: [undefined, 2], pattern: [undefined, '^A'],
  minimum: [1, 2], exclusiveMinimum: [1, 2], minLength: [1, 2], minItems: [1, 2], minProperties: [1, 2],
  maximum: [2, 1], exclusiveMaximum: [2, 1], maxLength: [2, 1], maxItems: [2, 1], maxProperties: [2, 1], uniqueItems: [false, true],
}
const [wide, narrow] = [0, 1]
const eachLimit = (what, put, before, after) => Object.fromEntries(Object.entries(limits).map(([key, values]) => {
  const limited = values.map(value => value === undefined ? {} : { [key]: value })
  return [`${what} ${key}`, (d, given) => {
    put(given, limited[before])
    put(d, limited[after])
  }]
}))
const putParameter = (d, schema) => { parameter(d, 'q').schema = schema }
const putMember = (d, schema) => { members(d).region = schema }

/** For each rule: changes that it must let pass, and breaches that it must notice. A case may also prepare the document before. */
const rules = {
  'Operations': {
    harmless: {
      'nothing changes': () => {},
      'a new operation': d => { d.paths['/new'] = structuredClone(d.paths[path]) },
      'a new response': d => { list(d).responses['206'] = { headers: {} } },
      'a new media type': d => { answer(d).content['text/html'] = { schema: text } },
      'a new header': d => { answer(d).headers.More = { schema: text } },
      'a header is always there': d => { answer(d).headers.Link.required = true },
    },
    breaking: {
      'an operation is gone': d => { delete d.paths[path].get },
      'an operation has another path': d => rename(d.paths, path, '/rows/{id}'),
      'an operation has another id': d => { list(d).operationId = 'getRows' },
      'a response is gone': d => { delete list(d).responses['404'] },
      'a media type is gone': d => { delete answer(d).content['text/csv'] },
      'a media type is renamed': d => rename(answer(d).content, 'text/csv', 'text/plain'),
      'the lines of a text have another schema': d => { media(d, 'application/x-ndjson')['x-oai-itemSchema'] = to('schemas', 'Problem') },
      'a header is gone': d => { delete answer(d).headers.Link },
      'a header may be absent': d => { answer(d).headers['X-Total-Count'].required = false },
      'a header has another type': d => { answer(d).headers['X-Total-Count'].schema = text },
      'a header has another spelling': d => { answer(d).headers.Link.explode = true },
      'a link is gone': (d, given) => { answer(given).links = { next: { operationId: 'listRows' } } },
      'a media type is encoded in another way': d => { media(d, 'text/csv').encoding = {} },
      'credentials are needed': d => { list(d).security = [{ key: [] }] },
    },
  },
  'Parameters': {
    harmless: {
      'a new parameter': d => { list(d).parameters.unshift({ name: 'why', in: 'query', schema: text }) },
      'a required parameter may be absent': d => { parameter(d, 'from').required = false },
      'a new word': d => { schemas(d).Kind.enum.push('succession') },
      'a default that was not documented': d => { parameter(d, 'q').schema.default = '' },
      'the default spelling is stated': d => Object.assign(parameter(d, 'treaty'), { style: 'simple', explode: false }),
      'a parameter of the operation belongs to the path': d => { d.paths[path].parameters = [list(d).parameters.shift()] },
    },
    breaking: {
      'a parameter is gone': d => { list(d).parameters.pop() },
      'a parameter is renamed': d => { parameter(d, 'q').name = 'text' },
      'a parameter is now a header': d => { parameter(d, 'q').in = 'header' },
      'a parameter is now required': d => { parameter(d, 'q').required = true },
      'a new parameter is required': d => { list(d).parameters.push({ name: 'why', in: 'query', required: true, schema: text }) },
      'a word is gone': d => { parameter(d, 'kind').schema = to('schemas', 'ConsentKind') },
      'only some words where any text was accepted': d => { parameter(d, 'q').schema = to('schemas', 'Region') },
      'a new limit': d => { parameter(d, 'q').schema.maxLength = 100 },
      'another type': d => { parameter(d, 'q').schema.type = 'integer' },
      'another default': d => { parameter(d, 'limit').schema.default = 10 },
      'another default beside a reference': (d, given) => {
        parameter(given, 'kind').schema.default = 'accession'
        parameter(d, 'kind').schema.default = 'signature'
      },
      'a keyword without a rule': d => { parameter(d, 'q').schema.contentEncoding = 'base64' },
    },
  },
  'Limits of values': {
    harmless: {
      ...eachLimit('a parameter with a wider', putParameter, narrow, wide),
      ...eachLimit('a member with a narrower', putMember, wide, narrow),
    },
    breaking: {
      ...eachLimit('a parameter with a narrower', putParameter, wide, narrow),
      ...eachLimit('a member with a wider', putMember, narrow, wide),
      'another pattern': (d, given) => {
        putParameter(given, { pattern: '^A' })
        putParameter(d, { pattern: '^B' })
      },
      'another multipleOf': (d, given) => {
        putMember(given, { multipleOf: 2 })
        putMember(d, { multipleOf: 3 })
      },
    },
  },
  'Request bodies': {
    harmless: {
      'the body stays required': (d, given) => [d, given].forEach(one => { post(one).requestBody.required = true }),
      'a new member where any other was accepted': (d, given) => {
        delete body(given).additionalProperties
        Object.assign(body(d), { additionalProperties: true }).properties.more = text
      },
      'a new member': d => { body(d).properties.more = text },
      'a required member may be absent': d => { body(d).required = [] },
      'any text where only some words were accepted': d => { body(d).properties.kind = text },
      'no credentials are needed': d => { post(d).security = [] },
    },
    breaking: {
      'a new member is required': d => {
        body(d).properties.more = text
        body(d).required.push('more')
      },
      'a member is gone': d => { delete body(d).properties.note },
      'members that have no name are gone': (d, given) => { delete body(given).additionalProperties },
      'a word is gone': d => { schemas(d).Kind.enum.pop() },
      'only some words where any text was accepted': d => { body(d).properties.note = to('schemas', 'Region') },
      'the body is gone': d => { delete post(d).requestBody },
      'the body is now required': d => { post(d).requestBody.required = true },
      'more credentials are needed': d => { post(d).security = [{ key: [], other: [] }] },
      'credentials have another scheme': d => { d.components.securitySchemes.key.scheme = 'basic' },
    },
  },
  'Schemas and members': {
    harmless: {
      'a new schema': d => { schemas(d).More = text },
      'a new member': d => { members(d).more = text },
      'a new member that is always there': d => {
        members(d).more = text
        row(d).required.push('more')
      },
      'a member is always there': d => { row(d).required.push('region') },
      'an extension describes a member': d => { schemas(d).Problem.properties.detail['x-ms-primary-error-message'] = true },
    },
    breaking: {
      'a schema is renamed': d => {
        rename(schemas(d), 'Row', 'Line')
        Object.assign(d, JSON.parse(JSON.stringify(d).replaceAll('schemas/Row"', 'schemas/Line"')))
      },
      'a schema is gone': d => {
        media(d, 'application/json').schema = schemas(d).Rows
        delete schemas(d).Rows
      },
      'another schema with the same members': d => {
        schemas(d).Line = row(d)
        schemas(d).Rows.properties.items.items = to('schemas', 'Line')
      },
      'a member is gone': d => { delete members(d).region },
      'a member is renamed': d => rename(members(d), 'region', 'area'),
      'a member may be absent': d => { row(d).required.shift() },
      'a member may be null': d => { members(d).name.type = ['string', 'null'] },
      'a member has another type': d => { members(d).name.type = 'integer' },
      'a member has more alternatives': d => { members(d).choice.anyOf.push(number) },
      'a member has another alternative': d => { members(d).choice.anyOf[0].type = 'boolean' },
      'a word of an alternative is gone': d => { schemas(d).Choice.enum.pop() },
      'a member is gone from a schema that no operation uses': d => { delete schemas(d).Notice.properties.id },
      'a schema that no operation uses accepts less': d => { schemas(d).Notice.required = ['id'] },
    },
  },
  'New words in answered enums': {
    harmless: {
      'a new word': d => { schemas(d).Reason.enum.push('acceded') },
      'a new word of an enum that clients send as well': d => { schemas(d).Kind.enum.unshift('succession') },
    },
    breaking: {
      'a word is gone': d => { schemas(d).Reason.enum.pop() },
      'a word is renamed': d => { schemas(d).Reason.enum[0] = 'signatory' },
      'any text instead of words': d => { delete schemas(d).Reason.enum },
      'any text instead of words that clients send as well': d => { delete schemas(d).Kind.enum },
      'null instead of a word': d => {
        schemas(d).Reason.type = ['string', 'null']
        schemas(d).Reason.enum.push(null)
      },
    },
  },
  'Query parameters that become repeatable': {
    harmless: {
      'a parameter of a shared enum': d => repeat(d, 'kind'),
      'a parameter of any text': d => repeat(d, 'q', { limits: { minItems: 1, maxItems: 20, uniqueItems: true } }),
      'the default spelling is stated': d => repeat(d, 'q', { style: 'form', explode: true }),
    },
    breaking: {
      'values are split at commas': d => repeat(d, 'q', { explode: false }),
      'values are split at bars': d => repeat(d, 'q', { style: 'pipeDelimited', explode: false }),
      'two values at least': d => repeat(d, 'q', { limits: { minItems: 2 } }),
      'values of another type': d => repeat(d, 'q', { values: { type: 'integer' } }),
      'values among some words': d => repeat(d, 'q', { values: { enum: ['Korea'] } }),
      'the parameter is now required': d => repeat(d, 'q', { required: true }),
      'a parameter of the path': d => repeat(d, 'treaty'),
      'a list becomes one value': d => { parameter(d, 'state').schema = text },
      'an existing list is split at commas': d => { parameter(d, 'state').explode = false },
    },
  },
  'readOnly that is dropped': {
    harmless: {
      'dropped': d => { delete members(d).computed.readOnly },
    },
    breaking: {
      'the member is dropped': d => { delete members(d).computed },
      'the member may be absent': d => {
        delete members(d).computed.readOnly
        row(d).required.pop()
      },
      'added': d => { members(d).name.readOnly = true },
      'a member that is no longer answered': d => { members(d).name.writeOnly = true },
    },
  },
  'Types that describe what was always answered': {
    harmless: {
      'anything is a number': d => { members(d).anything = number },
      'text is one of some words': d => { members(d).region = to('schemas', 'Region') },
      'text is a date': d => { members(d).region.format = 'date' },
      'a word is one of fewer words': d => { members(d).kind = to('schemas', 'ConsentKind') },
      'an open object has members': d => { members(d).log.properties = { runs: { type: 'array' } } },
      'an open object is a map of numbers': d => { members(d).log.additionalProperties = number },
      'the keys of a map are words': d => { members(d).byRegion.propertyNames = to('schemas', 'Region') },
      'the keys of a map are members': d => { members(d).byRegion.properties = { Africa: number, Asia: number } },
      'a map is a schema of its own': d => {
        schemas(d).Counts = { ...members(d).byRegion, properties: { Africa: number } }
        members(d).byRegion = to('schemas', 'Counts')
      },
      'the keys of a map are members, and no others': d => {
        Object.assign(members(d).byRegion, { properties: { Africa: number, Asia: number }, additionalProperties: false })
      },
    },
    breaking: {
      'a number is anything': d => { members(d).count = {} },
      'text is a number': d => { members(d).region = number },
      'text is an object': d => { members(d).region = to('schemas', 'Problem') },
      'a date is any text': d => { delete members(d).on.format },
      'a word is any text': d => { members(d).kind = text },
      'a word is one of other words': d => { members(d).kind = to('schemas', 'Region') },
      'an object has another schema': d => { members(d).problem = to('schemas', 'Rows') },
      'an open object is a list': d => { members(d).log.type = 'array' },
      'the values of a map have another type': d => { members(d).byRegion.additionalProperties = text },
      'the values of a map are anything': d => { members(d).byRegion.additionalProperties = true },
      'the values of a map are other words': d => { members(d).byState.additionalProperties = to('schemas', 'Region') },
      'a member of a map has another type': d => { members(d).byRegion.properties = { Africa: text } },
      'the keys of a map are other words': (d, given) => {
        members(given).byRegion.propertyNames = to('schemas', 'Region')
        members(d).byRegion.propertyNames = to('schemas', 'Kind')
      },
      'a map is empty': d => { members(d).byRegion.additionalProperties = false },
    },
  },
  'Parameters, headers, responses and bodies as components': {
    harmless: {
      'a shared parameter': d => shareParameter(d, 'q'),
      'a shared header': d => shareTotal(d),
      'a shared response': d => shareAnswer(d),
      'a shared body': d => shareBody(d),
      'a header is no longer shared': d => { answer(d).headers.ETag = d.components.headers.ETag },
      'a response is no longer shared': d => { list(d).responses['404'] = d.components.responses.NotFound },
      'a shared response has another name': d => {
        rename(d.components.responses, 'NotFound', 'Missing')
        list(d).responses['404'] = to('responses', 'Missing')
      },
    },
    breaking: {
      'a shared parameter has another name': d => shareParameter(d, 'q', shared => { shared.name = 'text' }),
      'a shared parameter is required': d => shareParameter(d, 'q', shared => { shared.required = true }),
      'a shared parameter has another type': d => shareParameter(d, 'q', shared => { shared.schema.type = 'integer' }),
      'a shared parameter has a narrower bound': d => shareParameter(d, 'limit', shared => { shared.schema.maximum = 50 }),
      'a shared header may be absent': d => shareTotal(d, shared => { shared.required = false }),
      'a header that was shared may be absent': d => { delete d.components.headers.ETag.required },
      'a shared response has no header': d => { delete d.components.responses.NotFound.headers.ETag },
      'a shared response has no text/csv': d => shareAnswer(d, shared => { delete shared.content['text/csv'] }),
      'a shared body is required': d => shareBody(d, shared => { shared.required = true }),
    },
  },
}

/** What the contract promises by name, each as the object or list that holds it and its key there. */
function* promises({ paths, components }) {
  const inside = (holder = {}) => Object.keys(holder).map(key => [holder, key])
  yield* inside(paths)
  const operations = Object.values(paths).flatMap(item => Object.values(item))
  for (const { parameters, responses } of operations) yield* [...inside(parameters), ...inside(responses)]
  const responses = [...operations, components].flatMap(holder => Object.values(holder.responses ?? {}))
  for (const { headers, content } of responses) yield* [...inside(headers), ...inside(content)]
  for (const { properties, enum: words } of Object.values(components.schemas)) yield* [...inside(properties), ...inside(words)]
}

/** Tries every rule and prints what it finds. True when all hold. */
export function prove(contract) {
  const document = parse(example)
  let wrong = 0
  const complain = what => {
    wrong++
    console.error(what)
  }

  for (const [rule, { harmless, breaking }] of Object.entries(rules)) {
    for (const [cases, isBreaking] of [[harmless, false], [breaking, true]])
      for (const [what, change] of Object.entries(cases)) {
        const [given, changed] = [structuredClone(document), structuredClone(document)]
        change(changed, given)
        const found = breaches(given, changed)
        if (isBreaking && !found.length) complain(`${rule}: '${what}' is not noticed.`)
        if (!isBreaking && found.length) complain(`${rule}: '${what}' is taken for a breach (${found.join('; ')}).`)
      }
    console.log(`${rule}: tried harmless changes ${Object.keys(harmless).length}, breaches ${Object.keys(breaking).length}`)
  }

  const copy = structuredClone(contract)
  let removed = 0
  for (const [holder, key] of promises(copy)) {
    const kept = holder[key]
    if (Array.isArray(holder)) holder.splice(key, 1)
    else delete holder[key]
    if (!breaches(contract, copy).length) complain(`It is not noticed when the contract loses '${key}': ${JSON.stringify(kept)}.`)
    if (Array.isArray(holder)) holder.splice(key, 0, kept)
    else holder[key] = kept
    removed++
  }
  console.log(`The contract itself: tried removals ${removed}`)
  console.log(wrong ? `Wrongly judged: ${wrong}` : 'Every breach is noticed, and no harmless change is taken for one.')
  return !wrong
}
