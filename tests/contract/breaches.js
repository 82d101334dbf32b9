// The rules: what a new version of the OpenAPI document takes away from clients of an earlier one.
//
// A schema is judged by who produces its values. What clients send must still be accepted, so a schema of a request may only become
// wider. What the service answers must still be understood, so a schema of an answer may only become narrower: an untyped member gets a
// type, a string its words, a map its keys. Answers may also gain members and new words in enums, which clients must expect.
// Names in generated clients must stay: operation ids, schema names, members, and the words of named enums.
// Parameters, headers, responses and bodies are compared where they are used, so it does not matter whether they are shared components.
// A keyword without a rule must not change: nothing passes because it was overlooked. Extensions (x-) only describe.
//
// Not done by a library: api-smart-diff 1.0.6, for one, misses another operation id, parameter type or `explode`, and takes what is
// allowed here for breaking.
import { isDeepStrictEqual } from 'node:util'

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/** Each operation of the document by method and path, with the parameters and security that it inherits. */
export const operations = ({ paths, security = [] }) => Object.fromEntries(Object.entries(paths).flatMap(([path, item]) =>
  methods.filter(method => method in item).map(method => [`${method.toUpperCase()} ${path}`,
    { security, ...item[method], parameters: [...item.parameters ?? [], ...item[method].parameters ?? []] }])))

const list = (value = []) => Array.isArray(value) ? value : [value]
const missing = (some, others) => list(some).filter(one => !list(others).some(other => isDeepStrictEqual(one, other)))
const quoted = values => values.map(value => `'${value}'`).join(', ')
const shown = value => value === undefined ? 'nothing' : JSON.stringify(value)

const atLeast = (narrow, wide) => narrow >= wide
const atMost = (narrow, wide) => narrow <= wide

/** For each keyword that limits values: does the limit of the narrower schema lie within that of the wider one? */
const limits = {
  type: (narrow, wide) => missing(narrow, wide).every(type => type === 'integer' && list(wide).includes('number')),
  format: (narrow, wide) => narrow === wide || (narrow === 'int32' && wide === 'int64'),
  minimum: atLeast, exclusiveMinimum: atLeast, minLength: atLeast, minItems: atLeast, minProperties: atLeast,
  maximum: atMost, exclusiveMaximum: atMost, maxLength: atMost, maxItems: atMost, maxProperties: atMost,
  multipleOf: isDeepStrictEqual, pattern: isDeepStrictEqual, uniqueItems: (narrow, wide) => narrow || !wide,
}

const choices = ['allOf', 'anyOf', 'oneOf']
const ruled = [...Object.keys(limits), ...choices,
  'enum', 'properties', 'required', 'additionalProperties', 'propertyNames', 'items', 'readOnly', 'writeOnly', 'default']

const isObject = schema => list(schema.type).includes('object') || 'properties' in schema

/** What an object says of members that it does not name: undefined when it has no others, {} when they may be anything. */
const otherMembers = ({ additionalProperties = {} }) =>
  additionalProperties === true ? {} : additionalProperties === false ? undefined : additionalProperties

/** Follows a reference. A parameter, header, response or schema may stand in place or among the components. */
function resolve(document, node) {
  if (node?.$ref === undefined) return node
  const { $ref, ...beside } = node
  const target = $ref.split('/').slice(1).reduce((parent, key) => parent?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], document)
  if (target === undefined) throw new Error(`${$ref} refers to nothing.`)
  return { ...resolve(document, target), ...beside }
}

const nameOf = node => node?.$ref?.split('/').at(-1)

/** What `now` takes away from clients of `old`, a sentence each. */
export function breaches(old, now) {
  const found = new Set()
  const compared = new Set()
  const breach = (at, what) => found.add(`${at}: ${what}`)

  /** Compares what both have under the same name. What only the old one has is gone; what only the new one has is new, which is fine. */
  function each(at, kind, before = {}, after = {}, compare) {
    for (const [name, value] of Object.entries(before))
      if (Object.hasOwn(after, name)) compare(`${at} > ${name}`, value, after[name])
      else breach(at, `${kind} '${name}' is gone`)
  }

  /** Where to report on a component that both refer to: under its own name, and only once in each role, which also ends recursion. */
  function placeOf(at, before, after, role) {
    if (before.$ref === undefined || before.$ref !== after.$ref) return at
    const isBare = Object.keys(before).length + Object.keys(after).length === 2
    const key = `${isBare ? before.$ref : JSON.stringify([before, after])} ${role}`
    if (compared.has(key)) return undefined
    compared.add(key)
    return `${nameOf(before)} (${role})`
  }

  /** Keys without a rule of their own must stay as they are. */
  function unchanged(at, before, after, except) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
      if (!except.includes(key) && !key.startsWith('x-') && !isDeepStrictEqual(before[key], after[key]))
        breach(at, `'${key}' was ${shown(before[key])} and is now ${shown(after[key])}`)
  }

  function operation(at, before, after) {
    const parametersOf = (document, { parameters }) => Object.fromEntries(
      parameters.map(one => resolve(document, one)).map(one => [`${one.name} (${one.in})`, one]))
    const [oldParameters, newParameters] = [parametersOf(old, before), parametersOf(now, after)]
    each(at, 'parameter', oldParameters, newParameters, parameter)
    for (const [name, { required }] of Object.entries(newParameters))
      if (required && !oldParameters[name]?.required) breach(at, `parameter '${name}' is now required`)

    const [oldBody, newBody] = [resolve(old, before.requestBody), resolve(now, after.requestBody)]
    if (newBody?.required && !oldBody?.required) breach(at, 'a request body is now required')
    if (oldBody && !newBody) breach(at, 'the request body is gone')
    if (oldBody && newBody) content(`${at} > body`, oldBody, newBody, true)

    each(at, 'response', before.responses, after.responses, response)

    const waysIn = ({ security }) => security.length ? security : [{}]
    if (!waysIn(after).some(way => isDeepStrictEqual(way, {})) && missing(waysIn(before), waysIn(after)).length)
      breach(at, `security was ${shown(before.security)} and is now ${shown(after.security)}`)

    unchanged(at, before, after, ['parameters', 'requestBody', 'responses', 'security'])
  }

  function parameter(at, before, after) {
    const spelled = ({ style = ['query', 'cookie'].includes(before.in) ? 'form' : 'simple', explode = style === 'form', ...others }) =>
      ({ style, explode, ...others })
    unchanged(at, spelled(before), spelled(after), ['required', 'schema'])

    // Where ?a=1&a=2 is a list, ?a=1 is a list of one. Splitting values at commas would be another `explode`, which is a breach above.
    const [was, is] = [before.schema ?? {}, after.schema ?? {}]
    const isList = (document, schema) => list(resolve(document, schema).type).includes('array')
    const becomesRepeatable = before.in === 'query' && isList(now, is) && !isList(old, was)
    schema(at, becomesRepeatable ? { type: 'array', items: was, minItems: 1, maxItems: 1, uniqueItems: true } : was, is, true)
  }

  function response(place, before, after) {
    const at = placeOf(place, before, after, 'response')
    if (!at) return
    const [was, is] = [resolve(old, before), resolve(now, after)]
    each(at, 'header', was.headers, is.headers, header)
    content(at, was, is, false)
    unchanged(at, was, is, ['headers', 'content'])
  }

  function header(place, before, after) {
    const at = placeOf(place, before, after, 'header')
    if (!at) return
    const [was, is] = [resolve(old, before), resolve(now, after)]
    if (was.required && !is.required) breach(at, 'may now be absent')
    schema(at, was.schema ?? {}, is.schema ?? {}, false)
    unchanged(at, was, is, ['required', 'schema'])
  }

  function content(at, before, after, sent) {
    each(at, 'media type', before.content, after.content, (place, was, is) => {
      for (const key of ['schema', 'x-oai-itemSchema']) schema(place, was[key] ?? {}, is[key] ?? {}, sent)
      unchanged(place, was, is, ['schema'])
    })
  }

  function schema(place, before, after, sent) {
    const at = placeOf(place, before, after, sent ? 'sent' : 'answered')
    if (!at) return
    const [name, newName] = [nameOf(before), nameOf(after)]
    const [was, is] = [resolve(old, before), resolve(now, after)]
    if (name && name !== newName && isObject(was))
      return breach(at, `'${name}' is now ${newName ? `'${newName}'` : 'a schema without a name'}`)

    const [narrow, wide] = sent ? [was, is] : [is, was]
    for (const [key, isWithin] of Object.entries(limits))
      if (key in wide && !(key in narrow && isWithin(narrow[key], wide[key])))
        breach(at, `'${key}' was ${shown(was[key])} and is now ${shown(is[key])}`)

    compareWords(at, was.enum, is.enum, name && name === newName, sent)
    if (isObject(was) && isObject(is)) compareMembers(at, was, is, sent)
    for (const key of ['items', 'propertyNames'])
      if (key in was || key in is) schema(`${at} > ${key}`, was[key] ?? {}, is[key] ?? {}, sent)

    for (const key of choices.filter(key => key in was || key in is))
      if (list(was[key]).length !== list(is[key]).length) breach(at, `'${key}' has another number of alternatives`)
      else list(was[key]).forEach((one, i) => schema(`${at} > ${key} ${i + 1}`, one, is[key][i], sent))

    for (const key of ['readOnly', 'writeOnly'])
      if (is[key] && !was[key]) breach(at, `is now ${key}`)
    if ('default' in was && !isDeepStrictEqual(was.default, is.default))
      breach(at, `'default' was ${shown(was.default)} and is now ${shown(is.default)}`)
    unchanged(at, was, is, ruled)
  }

  function compareWords(at, was, is, keepsName, sent) {
    if (!was || !is) {
      if (sent && is) breach(at, `now accepts only ${quoted(is)}`)
      if (!sent && was) breach(at, `is no longer one of ${quoted(was)}`)
      return
    }
    // An answer may be typed with fewer words, by another enum. When words go while others come, they have been renamed.
    const [gone, added] = [missing(was, is), missing(is, was)]
    if (gone.length && (sent || keepsName || added.length)) breach(at, `no longer has ${quoted(gone)}`)
  }

  function compareMembers(at, was, is, sent) {
    each(at, 'member', was.properties, is.properties, (place, before, after) => schema(place, before, after, sent))

    if (sent)
      for (const member of missing(is.required, was.required)) breach(at, `member '${member}' is now required`)
    else
      for (const member of missing(was.required, is.required)) breach(at, `member '${member}' may now be absent`)

    const [oldOthers, newOthers] = [otherMembers(was), otherMembers(is)]
    if (!oldOthers) return
    // Clients read each member of a map as one of its values, so a new member must be one. In an object of anything it is just new.
    if (Object.keys(oldOthers).length)
      for (const [member, value] of Object.entries(is.properties ?? {}))
        if (!(member in (was.properties ?? {}))) schema(`${at} > ${member}`, oldOthers, value, sent)
    if (newOthers) schema(`${at} > values`, oldOthers, newOthers, sent)
    else if (sent || !is.properties) breach(at, 'members that the schema does not name are gone')
  }

  each('paths', 'operation', operations(old), operations(now), operation)
  each('schemas', 'schema', old.components.schemas, now.components.schemas, () => {})
  // A schema that no operation uses may be part of a webhook, so it is compared in both roles.
  for (const name of Object.keys(old.components.schemas).filter(name => name in now.components.schemas)) {
    const reference = { $ref: `#/components/schemas/${name}` }
    const roles = ['sent', 'answered']
    if (!roles.some(role => compared.has(`${reference.$ref} ${role}`)))
      for (const role of roles) schema(name, reference, reference, role === 'sent')
  }
  const same = (at, before, after) => unchanged(at, before, after, [])
  each('securitySchemes', 'security scheme', old.components.securitySchemes, now.components.securitySchemes, same)
  each('webhooks', 'webhook', old.webhooks, now.webhooks, same)
  return [...found]
}
