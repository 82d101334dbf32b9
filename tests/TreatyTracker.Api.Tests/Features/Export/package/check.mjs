// Holds the data package of a running service against the public reader of Data Packages (datapackage, by the Frictionless project): the
// descriptor against its profile, every cell against its column's type and constraints, every key against the rows that it names.
// Then it spoils copies of a small part of the package, one cell each, and wants every one refused: a check that finds nothing wrong must be
// able to.
// Usage: node check.mjs http://127.0.0.1:8080 DIRECTORY
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Package } from 'datapackage';

const [base, work] = process.argv.slice(2);
let failures = 0;

function told(right, what) {
  console.log(`${right ? 'ok  ' : 'FAIL'} ${what}`);
  if (!right) failures++;
}

/** What is wrong with a package; empty when nothing is. Without relations, keys of other tables are not looked up. */
async function faults(where, { relations = true, tables = /./ } = {}) {
  const found = await Package.load(where);
  const wrong = found.errors.map(e => e.message);
  for (const table of found.resources.filter(t => tables.test(t.name))) {
    try {
      const rows = await table.read({ relations });
      if (rows.length === 0) wrong.push(`${table.name}: no rows`);
    } catch (e) {
      wrong.push(`${table.name}: ${(e.errors?.length ? e.errors : [e]).slice(0, 3).map(x => x.message).join('; ')}`);
    }
  }
  return wrong;
}

/**
 * The rows of a whole package whose foreign keys name no row. The public reader goes through the other table for every row, which takes
 * minutes for the shipped record, so that it does this on a small part only.
 */
async function orphans(where) {
  const found = await Package.load(where);
  const rows = Object.fromEntries(
    await Promise.all(found.resources.map(async t => [t.name, await t.read({ keyed: true, relations: false })])));
  const key = (row, fields) => JSON.stringify([fields].flat().map(f => row[f]));
  return found.resources.flatMap(({ name, schema }) =>
    schema.foreignKeys.flatMap(({ fields, reference }) => {
      const known = new Set(rows[reference.resource || name].map(row => key(row, reference.fields)));
      return rows[name].filter(row => [fields].flat().every(f => row[f] !== null) && !known.has(key(row, fields)))
        .slice(0, 3).map(row => `${name}: ${key(row, fields)} is not in ${reference.resource}`);
    }));
}

async function bytes(path) {
  const answer = await fetch(`${base}/v1/export/${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

const report = wrong => (wrong.length ? `: ${wrong.join(' | ')}` : '');

// Here a few tables only: below, the bytes at each address are held against the descriptor.
const byAddress = await faults(`${base}/v1/export/datapackage.json`, { tables: /^(sources|treaties|memberships|participants)$/ });
told(byAddress.length === 0, `the package by its address${report(byAddress)}`);

const archive = join(work, 'treatytracker.zip');
await writeFile(archive, await bytes('treatytracker.zip'));
const archived = await faults(archive, { relations: false });
told(archived.length === 0, `the package in its archive${report(archived)}`);
const alone = await orphans(archive);
told(alone.length === 0, `every key in the archive names a row${report(alone)}`);

const descriptor = JSON.parse(await bytes('datapackage.json'));
const files = { 'datapackage.json': await bytes('datapackage.json') };
for (const { path, bytes: length, hash } of descriptor.resources) {
  files[path] = await bytes(path);
  const sum = `sha256:${createHash('sha256').update(files[path]).digest('hex')}`;
  told(files[path].length === length && sum === hash, `${path} has the length and the hash that the descriptor tells`);
}

const spoilt = [
  ['a day that the calendar lacks', 'data/events.csv', /,2016-06-17,/, ',2016-06-31,'],
  ['a kind that there is not', 'data/events.csv', /,accession,/, ',accesion,'],
  ['a missing day', 'data/events.csv', /,2016-06-17,/, ',,'],
  ['an event of a State that there is not', 'data/events.csv', /,PRK,/, ',PRX,'],
  ['an event twice', 'data/events.csv', /(\r\n)([^\r]+)(\r\n)/, '$1$2$3$2$3'],
  ['a source that there is not', 'data/event-sources.csv', /(\r\n[^\r]+),[a-z0-9.-]+\r\n(?=untoc)/, '$1,hearsay\r\n'],
  ['a count below nought', 'data/counts.csv', /,0,/, ',-1,'],
  ['clauses that are no JSON', 'data/treaties.csv', /"{/, '"'],
  ['a column too few', 'data/sources.csv', /,url/, ''],
  ['a descriptor without tables', 'datapackage.json', /"resources"/, '"resourses"'],
];
// Of the large tables, the copies have the rows of UNTOC and its protocols.
for (const path of ['data/events.csv', 'data/event-sources.csv', 'data/participations.csv', 'data/counts.csv']) {
  const [head, ...rows] = files[path].toString('utf8').split('\r\n');
  files[path] = Buffer.from([head, ...rows.filter(row => row.startsWith('untoc')), ''].join('\r\n'));
}
spoilt.unshift(['', 'data/events.csv', null, null]);
for (const [i, [what, path, from, to]] of spoilt.entries()) {
  const directory = join(work, `spoilt-${i}`);
  await mkdir(join(directory, 'data'), { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), content);
  if (from === null) {
    const whole = await faults(join(directory, 'datapackage.json'));
    told(whole.length === 0, `the small copy, not spoilt${report(whole)}`);
    continue;
  }
  const text = (await readFile(join(directory, path))).toString('utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${what}: there is nothing to spoil in ${path}`);
  await writeFile(join(directory, path), changed);
  const wrong = await faults(join(directory, 'datapackage.json'));
  told(wrong.length > 0, `refused: ${what} (${wrong[0] ?? 'nobody minded'})`);
  if (/State|source/.test(what)) {
    const [found] = await orphans(join(directory, 'datapackage.json'));
    told(found !== undefined, `found in the whole too: ${found}`);
  }
}
process.exit(failures ? 1 : 0);
